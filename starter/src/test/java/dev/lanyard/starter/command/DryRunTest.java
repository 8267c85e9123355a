package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onboard --dry-run}, {@code --role} and {@code --like} at the command line. */
class DryRunTest {

  @TempDir static Path folder;
  private static StarterWorld world;

  @BeforeAll
  static void start() {
    world = new StarterWorld(folder);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void planIsPrintedWithItsDigestAndNothingElseComesOfIt() {
    Ran ran = world.run(OnboardCommandTest.hire("hr-dry1", "--dry-run", "--event-id=e1"));

    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out())
        .contains("The plan, digest ")
        .contains("Backoffice: create Jane Doe, POS user ID 12345, from 2026-05-01")
        .contains("It could be carried out. Nothing was written, reserved or asked.");
    PersonStatus person =
        world
            .client()
            .newUntypedWorkflowStub(WorkflowIds.person(EmployeeNumber.of("hr-dry1")))
            .query("status", PersonStatus.class);
    assertThat(person.events()).hasSize(1);
    assertThat(person.events().get(0).disposition()).isEqualTo(EventRecord.DRY_RUN);
    assertThat(person.events().get(0).eventId()).as("HR's own is still to come").isNotEqualTo("e1");
    assertThat(person.lastProcess()).isEmpty();
  }

  @Test
  void problemsArePrintedAndTheExitCodeSaysSo() {
    Ran ran =
        world.run(
            OnboardCommandTest.hire(
                "hr-dry2",
                "--dry-run",
                "--site=" + dev.lanyard.starter.fake.ScriptedOnboarding.PARKS));

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out())
        .contains("problem: Site that parks is in the way")
        .contains("It could not be carried out.")
        .doesNotContain("The plan");
  }

  @Test
  void jsonHasOutcomeProblemsAndPlan() {
    Ran ran = world.run(OnboardCommandTest.hire("hr-dry3", "--dry-run", "--json"));

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("\"event\":\"dry-run\"")
        .contains("\"outcome\":\"planned\"")
        .contains("\"problems\":[]")
        .contains("\"digest\":");
  }

  @Test
  void roleStandsForWhatItSays() {
    Ran ran =
        world.run(
            "onboard",
            "--employee-number=hr-role",
            "--first-name=Jane",
            "--last-name=Doe",
            "--start-date=2026-05-01",
            "--role=Greeter at Harbor");
    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();

    Ran neither =
        world.run(
            "onboard",
            "--employee-number=hr-none",
            "--first-name=Jane",
            "--last-name=Doe",
            "--start-date=2026-05-01",
            "--like=none");
    assertThat(neither.exitCode()).isEqualTo(2);
    assertThat(neither.err()).contains("--like").contains("--pos-user-id").contains("--site");
  }

  @Test
  void dryRunTakesNoPinAndWaitsForNobody() {
    Ran ran = world.run(OnboardCommandTest.hire("hr-dry4", "--dry-run", "--wait"));

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("--dry-run").contains("does not go together");
  }
}

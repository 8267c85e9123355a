package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  void planOfATransferIsPrintedAndTheTransferIsStillToCome() {
    Ran hired = world.run(OnboardCommandTest.hire("hr-dry5"));
    assertThat(hired.exitCode()).isZero();
    Ran approved = approve("hr-dry5");
    assertThat(approved.exitCode()).as(approved.out() + approved.err()).isZero();

    Ran ran = tried("transfer", "hr-dry5", "--site=Harbor", "--dry-run", "--event-id=t1");

    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out())
        .contains("The plan, digest d1g35t:")
        .contains("Backoffice sites: [Harbor]")
        .contains("It could be carried out. Nothing was written, reserved or asked.");
    EventRecord record = last("hr-dry5");
    assertThat(record.disposition()).isEqualTo(EventRecord.DRY_RUN);
    assertThat(record.eventId()).as("HR's own is still to come").isNotEqualTo("t1");
  }

  @Test
  void transferOfSomebodyWithoutAccessHasNoPlanAndTheReason() {
    Ran ran = world.run("transfer", "hr-dry6", "--site=Harbor", "--dry-run");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("No plan (refused): this person has no access");
  }

  @Test
  void planOfAnOffboardingIsPrintedOrToldAsJson() {
    Ran ran = world.run("offboard", "hr-dry7", "--now", "--dry-run");

    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.lines())
        .contains(
            "The plan:",
            "  warning: a web user has the same name",
            "It could be carried out. Nothing was written, reserved or asked.");
    assertThat(ran.out()).contains("Backoffice: make employee 413 inactive");

    Ran json = tried("offboard", "hr-dry7", "--now", "--dry-run", "--json");
    assertThat(json.exitCode()).isZero();
    assertThat(json.out())
        .contains("\"event\":\"dry-run\"")
        .contains("\"outcome\":\"planned\"")
        .contains("\"problems\":[]")
        .contains("\"lines\":[\"Backoffice: make employee 413 inactive\"");
    assertThat(last("hr-dry7").disposition()).isEqualTo(EventRecord.DRY_RUN);
  }

  @Test
  void problemsOfAnOffboardingArePrintedAndNoPlan() {
    Ran ran =
        world.run(
            "offboard",
            "--employee-number=hr-dry8",
            "--pos-user-id=12399",
            "--last-name=" + dev.lanyard.starter.fake.ScriptedOffboarding.LEFT_OPEN,
            "--now",
            "--dry-run");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out())
        .contains("problem: another last name")
        .contains("It could not be carried out.")
        .doesNotContain("The plan");
  }

  @Test
  void noDryRunWaitsForAnything() {
    assertThat(world.run("offboard", "hr-dry9", "--now", "--dry-run", "--wait").err())
        .contains("--dry-run")
        .contains("does not go together");
    assertThat(world.run("transfer", "hr-dry9", "--site=H", "--dry-run", "--wait").err())
        .contains("--dry-run")
        .contains("does not go together");
  }

  private Ran approve(String number) {
    return eventually(() -> world.run("approve", number, "--by=maria"), ran -> ran.exitCode() == 0);
  }

  /** While the person is busy there is no plan; the process before has just ended. */
  private Ran tried(String... words) {
    return eventually(() -> world.run(words), ran -> !ran.out().contains("under way"));
  }

  private static Ran eventually(Supplier<Ran> run, Predicate<Ran> expected) {
    Ran ran = run.get();
    for (int tries = 0; tries < 50 && !expected.test(ran); tries++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      ran = run.get();
    }
    return ran;
  }

  private EventRecord last(String number) {
    List<EventRecord> events =
        world
            .client()
            .newUntypedWorkflowStub(WorkflowIds.person(EmployeeNumber.of(number)))
            .query("status", PersonStatus.class)
            .events();
    return events.get(events.size() - 1);
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

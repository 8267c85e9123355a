package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.ScriptedOnboarding;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.transfer.TransferResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendCommandTest {

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

  private static String parkedTransfer(String number) {
    world.run(OnboardCommandTest.hire(number, "--wait"));
    world.run("approve", number);
    world.client().newUntypedWorkflowStub("onboarding/" + number + "/1").getResult(Object.class);
    Ran parked = world.run("transfer", number, "--site=" + ScriptedOnboarding.PARKS, "--wait");
    assertThat(parked.out()).as(parked.err()).contains("nothing was written");
    return "transfer/" + number + "/2";
  }

  @Test
  void correctionGoesToTheTransferThatIsOpen() {
    String run = parkedTransfer("hr-80");

    Ran ran = world.run("amend", "hr-80", "--site=Harbor Wash", "--until=2026-12-06");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Accepted: amended: sites, until.");
    TransferResult result =
        world.client().newUntypedWorkflowStub(run).getResult(TransferResult.class);
    assertThat(result.amendedTo().orElseThrow().sites())
        .contains(SiteChoice.of(List.of("Harbor Wash")));
    assertThat(result.amendedTo().get().until()).contains(LocalDate.of(2026, 12, 6));
  }

  @Test
  void everyFieldThatDoesNotFitIsToldAtOnceWithWhatIsOpenAndTakesWhat() {
    String run = parkedTransfer("hr-81");

    Ran ran =
        world.run(
            "amend", "hr-81", "--site=Harbor", "--email=jane@example.com", "--pos-user-id=12346");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--email is nothing that a transfer has")
        .contains("--pos-user-id is nothing that a transfer has")
        .contains(
            run
                + " is open, and takes --site, --department, --permission, --wage-rate, --from,"
                + " --until");
    assertThat(world.run("status", "hr-81").out()).contains("transfer/hr-81/2, parked");
  }

  @Test
  void parkedTransferOffersTheCorrectionInTheInbox() {
    world.listedWaiting(parkedTransfer("hr-82"));

    assertThat(world.run("inbox", "--group=operators").out())
        .contains("amend     ./lanyard amend hr-82");
    assertThat(world.run("status", "hr-82").out()).contains("amend     ./lanyard amend hr-82");
  }

  @Test
  void hireTakesNoLastDayOfALoan() {
    world.run(OnboardCommandTest.hire("hr-83", "--wait"));

    Ran ran = world.run("amend", "hr-83", "--until=2026-12-06");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--until is nothing that a hire has", "onboarding/hr-83/1 is open");
  }

  @Test
  void unreadableFieldsAreToldBeforeAnythingIsAsked() {
    Ran ran = world.run("amend", "hr-nobody", "--until=tomorrow", "--wage-rate=much");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--until must be a date such as 2026-05-01")
        .contains("--wage-rate must be a number such as 15.50");
  }

  @Test
  void whereNothingIsOpenTheRemedyIsNamed() {
    world.run(OnboardCommandTest.hire("hr-84", "--wait"));
    world.run("reject", "hr-84");
    world.client().newUntypedWorkflowStub("onboarding/hr-84/1").getResult(Object.class);

    Ran ran = world.run("amend", "hr-84", "--phone=6155550000");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("hr-84").contains("./lanyard");
  }
}

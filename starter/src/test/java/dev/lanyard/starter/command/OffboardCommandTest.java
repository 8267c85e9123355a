package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.ScriptedOffboarding;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffboardCommandTest {

  private static final WorkflowExecutionStatus RUNNING =
      WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  private static final WorkflowExecutionStatus ENDED =
      WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;

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
  void everyMistakeIsToldAtOnce() {
    Ran nothing = world.run("offboard");
    Ran wrong = world.run("offboard", "abc", "--effective-date=soon", "--decided-at=then");

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err())
        .contains("--pos-user-id is missing")
        .contains("--effective-date is missing")
        .contains("Nothing was sent");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("--pos-user-id must be a whole number")
        .contains("--last-name is missing; it guards")
        .contains("--effective-date must be a date")
        .contains("--decided-at must be an instant");
  }

  @Test
  void employeeNumberIsTakenAsTheFirstWordToo() {
    Ran ran = world.run("offboard", "hr-20", "--effective-date=soon");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--effective-date must be a date")
        .doesNotContain("--pos-user-id", "--last-name");
  }

  @Test
  void aDateAndNowDoNotGoTogether() {
    Ran ran =
        world.run("offboard", "--employee-number=hr-20", "--now", "--effective-date=2026-08-31");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("--effective-date cannot go together");
  }

  @Test
  void somebodyWhomNoEventBroughtInGetsAnOwnerByPosUserId() {
    Ran ran = world.run("offboard", "501", "--last-name=Doe", "--now", "--wait");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("person/pos-501")
        .contains("disable employee")
        .contains("Done: pos-501 has no access any more.");
  }

  @Test
  void aKnownPosUserIdLeadsToItsPerson() {
    world.listed(502, "person/hr-old", ENDED);
    world.listed(502, "person/hr-502", RUNNING);

    Ran ran = world.run("offboard", "--pos-user-id=502", "--last-name=Doe", "--now");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("person/hr-502");
  }

  @Test
  void severalPeopleWithOnePosUserIdAreToldApartByEmployeeNumber() {
    world.listed(503, "person/hr-a", ENDED);
    world.listed(503, "person/hr-b", ENDED);

    Ran ran = world.run("offboard", "503", "--last-name=Doe", "--now");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("--employee-number hr-a or --employee-number hr-b");
  }

  @Test
  void ofSeveralPeopleTheOneWithAccessIsMeant() {
    world.run(OnboardCommandTest.hire("hr-24", "--wait"));
    world.run("reject", "hr-24");
    world.run(OnboardCommandTest.hire("hr-25", "--wait"));
    world.run("approve", "hr-25");
    world.listed(506, "person/hr-24", RUNNING);
    world.listed(506, "person/hr-25", RUNNING);
    world.run("status", "hr-24", "--follow");

    Ran ran = world.run("offboard", "506", "--last-name=Doe", "--now");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("person/hr-25");
  }

  @Test
  void anEmployeeNumberIsEnough() {
    Ran ran = world.run("offboard", "--employee-number=hr-21", "--now", "--wait");

    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void whatIsLeftToAHumanIsNotDone() {
    Ran ran =
        world.run(
            "offboard", "504", "--last-name=" + ScriptedOffboarding.LEFT_OPEN, "--now", "--wait");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("left to a human").doesNotContain("Done:");
  }

  @Test
  void onATerminalNowIsConfirmedFirst() {
    Ran no = world.runTyping(List.of("n"), "offboard", "505", "--last-name=Doe", "--now");
    Ran yes = world.runTyping(List.of("y"), "offboard", "505", "--last-name=Doe", "--now");
    Ran unasked =
        world.runTyping(List.of(), "offboard", "505", "--last-name=Doe", "--now", "--yes");

    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.err()).contains("nothing was sent");
    assertThat(no.out()).isEmpty();
    assertThat(yes.exitCode()).isZero();
    assertThat(unasked.exitCode()).isZero();
  }

  @Test
  void aTerminationDuringAnOnboardingWithdrawsItAndFollowsTheOffboarding() {
    world.run(OnboardCommandTest.hire("hr-22", "--wait"));

    Ran ran = world.run("offboard", "--employee-number=hr-22", "--now", "--wait");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("runs as offboarding/hr-22/2").doesNotContain("onboarding/hr");
  }

  @Test
  void aSecondTerminationDoesNotTellTheFirstOnesResult() throws Exception {
    world.run("offboard", "--employee-number=hr-23", "--now", "--wait");

    Ran ran = world.run("offboard", "--employee-number=hr-23", "--now", "--wait", "--json");

    JsonNode last = new ObjectMapper().readTree(ran.lines().get(ran.lines().size() - 1));
    assertThat(ran.exitCode()).isZero();
    assertThat(last.path("workflowId").asText()).isEqualTo("offboarding/hr-23/2");
    assertThat(last.path("outcome").asText()).isEqualTo("done");
    assertThat(last.path("result").path("backoffice").asText()).isEqualTo("disabled");
  }
}

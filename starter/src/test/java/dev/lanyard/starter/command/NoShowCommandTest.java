package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.follow.Watcher;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoShowCommandTest {

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

  private static Submitted terminated(Ran ran) {
    Matcher eventId = Pattern.compile("\"eventId\":\"([^\"]+)\"").matcher(ran.out());
    assertThat(eventId.find()).isTrue();
    EmployeeNumber number = EmployeeNumber.of("hr-81");
    return new Submitted(
        Submitted.TERMINATION, number, eventId.group(1), WorkflowIds.person(number));
  }

  private static <R> R result(String workflowId, Class<R> type) {
    return world.client().newUntypedWorkflowStub(workflowId).getResult(type);
  }

  @Test
  void onboardingThatRunsIsWithdrawnAndNothingIsTerminated() {
    world.run(OnboardCommandTest.hire("hr-80", "--wait"));

    Ran ran = world.run("no-show", "hr-80", "--by=paul");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Withdrawn: onboarding/hr-80/1 is asked to undo everything", "status hr-80")
        .doesNotContain("Terminated");
    assertThat(result("onboarding/hr-80/1", OnboardingResult.class).outcome())
        .isEqualTo("withdrawn");
  }

  @Test
  void afterTheOnboardingAllAccessEndsAtOnce() {
    world.run(OnboardCommandTest.hire("hr-81", "--wait"));
    world.run("approve", "hr-81");
    assertThat(result("onboarding/hr-81/1", OnboardingResult.class).outcome()).isEqualTo("done");
    world.run("status", "hr-81", "--follow");

    Ran ran = world.run("no-show", "hr-81", "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("\"outcome\":\"terminated\"", "\"employeeNumber\":\"hr-81\"", "\"eventId\":");
    assertThat(new Follower(world.client()).follow(terminated(ran), new Watcher() {}))
        .isInstanceOfSatisfying(
            FollowOutcome.OffboardingEnded.class,
            ended -> assertThat(ended.result().backoffice()).isEqualTo("disabled"));
  }

  @Test
  void whereNothingIsLeftItSaysSoAndSendsNothing() {
    world.run("offboard", "--employee-number=hr-82", "--now", "--wait");

    Ran ran = world.run("no-show", "hr-82");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Nothing to do for hr-82: there is no access", "offboarding/hr-82/1");
    assertThat(world.run("no-show", "hr-82", "--json").out()).contains("\"outcome\":\"nothing\"");
  }

  @Test
  void onATerminalItAsksOnceAndAnotherAnswerSendsNothing() {
    world.run(OnboardCommandTest.hire("hr-83", "--wait"));

    Ran no = world.runTyping(List.of("n"), "no-show", "hr-83");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.err()).contains("nothing was sent");
    Ran yes = world.runTyping(List.of("y"), "no-show", "hr-83");

    assertThat(yes.exitCode()).as(yes.err()).isZero();
    assertThat(result("onboarding/hr-83/1", OnboardingResult.class).outcome())
        .isEqualTo("withdrawn");
  }

  @Test
  void somebodyWhomNoEventNamedIsUnknown() {
    Ran ran = world.run("no-show", "hr-84");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("nobody with employee number hr-84 is known here");
  }
}

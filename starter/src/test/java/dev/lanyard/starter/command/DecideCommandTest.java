package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.ScriptedOffboarding;
import dev.lanyard.starter.fake.ScriptedOnboarding;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {

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
  void approveShowsThePlanAndCounts() {
    world.run(OnboardCommandTest.hire("hr-30", "--wait"));

    Ran ran = world.run("approve", "hr-30", "--reason=agreed");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Backoffice: create Jane Doe")
        .contains("Accepted: approve by maria.");
    assertThat(result("onboarding/hr-30/1").outcome()).isEqualTo("done");
  }

  @Test
  void onATerminalApproveAsksOnceMore() {
    world.run(OnboardCommandTest.hire("hr-31", "--wait"));

    Ran no = world.runTyping(List.of("n"), "approve", "hr-31");
    Ran yes = world.runTyping(List.of("y"), "approve", "hr-31");

    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.err()).contains("nothing was decided");
    assertThat(yes.exitCode()).isZero();
  }

  @Test
  void rejectEndsTheRunAsRejected() {
    world.run(OnboardCommandTest.hire("hr-32", "--wait"));

    Ran ran = world.run("reject", "hr-32", "--by=paul", "--json");

    assertThat(ran.exitCode()).isZero();
    assertThat(json(ran).path("outcome").asText()).isEqualTo("accepted");
    assertThat(json(ran).path("workflowId").asText()).isEqualTo("onboarding/hr-32/1");
    assertThat(result("onboarding/hr-32/1").reason()).isEqualTo("rejected by paul");
  }

  @Test
  void aRequestThatIsNotOpenIsRefusedWithThoseThatAre() {
    world.run(OnboardCommandTest.hire("hr-33", "--wait"));

    Ran stale = world.run("approve", "hr-33", "--request=deadbeef-1");
    Ran unfit = world.run("retry", "hr-33");

    assertThat(stale.exitCode()).isEqualTo(1);
    assertThat(stale.err()).contains("no open request of hr-33 with id deadbeef-1 takes approve");
    assertThat(unfit.exitCode()).isEqualTo(1);
    assertThat(unfit.err()).contains("takes retry").contains("(approve, reject)");
  }

  @Test
  void severalOpenRequestsDemandOneById() {
    world.run(
        "offboard",
        "--employee-number=hr-34",
        "--last-name=" + ScriptedOffboarding.PARKS_TWICE,
        "--now",
        "--wait");
    List<OpenRequest> open = new Persons(world.client()).process("offboarding/hr-34/1").awaiting();

    Ran any = world.run("retry", "hr-34");
    Ran first = world.run("retry", "hr-34", "--request", open.get(0).id());
    Ran second = world.run("skip", "hr-34");

    assertThat(open).hasSize(2);
    assertThat(any.exitCode()).isEqualTo(2);
    assertThat(any.err()).contains("--request is needed").contains(open.get(1).id());
    assertThat(first.exitCode()).isZero();
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void retryLetsAParkedStepGoOn() {
    world.run(OnboardCommandTest.hire("hr-35", "--site=" + ScriptedOnboarding.PARKS, "--wait"));

    Ran ran = world.run("retry", "hr-35");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("create employee is parked");
  }

  @Test
  void withdrawStopsARunThatDoesNotOfferIt() {
    world.run(OnboardCommandTest.hire("hr-36", "--wait"));

    Ran ran = world.run("withdraw", "hr-36", "--reason=mistake");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("Asked onboarding/hr-36/1 to undo everything");
    assertThat(result("onboarding/hr-36/1").outcome()).isEqualTo("withdrawn");
  }

  @Test
  void nobodyAndNothingAreToldInWords() {
    world.run("offboard", "--employee-number=hr-37", "--now", "--wait");

    Ran nobody = world.run("approve", "hr-nobody");
    Ran nothing = world.run("approve", "hr-37");
    Ran noNumber = world.run("approve", "Jane Doe");

    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.err()).contains("nobody with employee number hr-nobody is known here");
    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.err()).contains("nothing runs for hr-37");
    assertThat(noNumber.exitCode()).isEqualTo(2);
    assertThat(noNumber.err()).contains("<employee-number> must be");
  }

  @Test
  void foreignWordsInARequestDoNotReachTheTerminalRaw() {
    world.run(
        "offboard",
        "--employee-number=hr-38",
        "--last-name=" + ScriptedOffboarding.PARKS_TWICE,
        "--now",
        "--wait");

    Ran ran = world.run("status", "hr-38");

    assertThat(ran.out()).contains("its \\u{1b}[31mown words").doesNotContain("\u001b");
  }

  private static OnboardingResult result(String workflowId) {
    return world.client().newUntypedWorkflowStub(workflowId).getResult(OnboardingResult.class);
  }

  private static JsonNode json(Ran ran) {
    try {
      return new ObjectMapper().readTree(ran.out());
    } catch (java.io.IOException e) {
      throw new AssertionError(ran.out(), e);
    }
  }
}

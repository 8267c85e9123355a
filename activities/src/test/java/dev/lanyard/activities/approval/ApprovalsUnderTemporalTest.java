package dev.lanyard.activities.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real policy and the real check, asked by a run; time is skipped. */
class ApprovalsUnderTemporalTest {

  @TempDir Path folder;
  private AskingWorld world;

  @BeforeEach
  void start() {
    world =
        new AskingWorld(
            folder,
            List.of(
                AskingWorld.rule(kinds("transfer"), bareRule("bare", 2)),
                AskingWorld.rule(kinds("terminate"), lasting()),
                AskingWorld.rule(kinds("return"), auto()),
                AskingWorld.rule(Conditions.NONE, Policies.rule("signed", 2, false, true))));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void twoSignedDecisionsOfDifferentPeopleApproveUnderOneRequestId() {
    WorkflowStub run = world.ask(hire());
    OpenRequest asked = world.asked(run);

    DecisionAnswer first = world.signed(run, asked, Decision.APPROVE, "maria");
    OpenRequest still = world.asked(run);
    DecisionAnswer second = world.signed(run, still, Decision.APPROVE, "paul");

    assertThat(first.reason()).isEqualTo("accepted, 1 of 2");
    assertThat(still.id()).isEqualTo(asked.id());
    assertThat(still.terms().orElseThrow().approvedBy()).containsExactly("maria");
    assertThat(second.accepted()).isTrue();
    assertThat(run.getResult(String.class)).isEqualTo("APPROVED: given by maria and paul");
    assertThat(world.status(run).decisions())
        .extracting(decision -> decision.by() + " " + decision.reason())
        .containsExactly("maria accepted, 1 of 2", "paul accepted, 2 of 2");
  }

  @Test
  void onePersonTwiceIsOne() {
    WorkflowStub run = world.ask(hire());
    OpenRequest asked = world.asked(run);
    assertThat(world.signed(run, asked, Decision.APPROVE, "maria").accepted()).isTrue();

    DecisionAnswer again = world.signed(run, asked, Decision.APPROVE, "maria");

    assertThat(again.accepted()).isFalse();
    assertThat(again.reason()).isEqualTo("maria decided before; another person is needed");
    assertThat(world.asked(run).terms().orElseThrow().approvedBy()).containsExactly("maria");
  }

  @Test
  void oneTokenTwiceIsOne() {
    WorkflowStub run = world.ask(hire());
    Decision decision = world.decision(run, world.asked(run), Decision.APPROVE, "maria");

    assertThat(run.update("decide", DecisionAnswer.class, decision).accepted()).isTrue();
    DecisionAnswer again = run.update("decide", DecisionAnswer.class, decision);

    assertThat(again.accepted()).isFalse();
    assertThat(again.reason()).isEqualTo("this token was used before");
  }

  @Test
  void oneRejectionIsEnough() {
    WorkflowStub run = world.ask(hire());
    OpenRequest asked = world.asked(run);
    world.signed(run, asked, Decision.APPROVE, "maria");
    assertThat(world.signed(run, asked, Decision.REJECT, "paul").accepted()).isTrue();

    assertThat(run.getResult(String.class)).isEqualTo("REJECTED: rejected by paul");
  }

  @Test
  void aTokenOfAnotherRunOrRequestChangesNothing() {
    WorkflowStub other = world.ask(hire());
    OpenRequest foreign = world.asked(other);
    WorkflowStub run = world.ask(hire());
    OpenRequest asked = world.asked(run);
    Decision theirs = world.decision(other, foreign, Decision.APPROVE, "maria");

    DecisionAnswer moved =
        run.update(
            "decide",
            DecisionAnswer.class,
            new Decision(asked.id(), Decision.APPROVE, "maria", "", theirs.token()));
    DecisionAnswer asIs = run.update("decide", DecisionAnswer.class, theirs);

    assertThat(moved.reason()).isEqualTo("the token is for another workflow");
    assertThat(asIs.reason()).startsWith("no open request has this id");
    assertThat(world.status(run).decisions()).hasSize(2).noneMatch(decision -> decision.accepted());
    assertThat(world.asked(run).terms().orElseThrow().approvedBy()).isEmpty();
  }

  @Test
  void aRawSignalOfTemporalsOwnCommandLineIsHeardTheSameWay() {
    WorkflowStub run = world.ask(hire().withKind("transfer"));
    OpenRequest asked = world.asked(run);

    run.signal("decide", Map.of("requestId", asked.id(), "choice", "approve", "by", "nina"));
    run.signal("decide", "approve");
    run.signal("decide", Map.of("requestId", asked.id(), "choice", "approve", "by", "maria"));
    run.signal("decide", Map.of("requestId", asked.id(), "choice", "approve", "by", " Maria"));
    // Checks run at the same time; what is expected below is that these four came first.
    world.until(run, status -> status.decisions().size() == 4);
    run.signal(
        "decide",
        Map.of("requestId", asked.id(), "choice", "approve", "by", "paul", "reason", "fine"));

    assertThat(run.getResult(String.class)).isEqualTo("APPROVED: given by maria and paul");
    assertThat(world.status(run).decisions())
        .extracting(decision -> decision.reason())
        .contains(
            "nina is not in managers",
            "accepted, 1 of 2",
            "maria decided before; another person is needed",
            "accepted, 2 of 2: fine")
        .anyMatch(reason -> reason.startsWith("not a JSON object"));
  }

  @Test
  void decisionsThatAreCheckedAtTheSameTimeAreCountedOneAfterTheOther() throws Exception {
    WorkflowStub run = world.ask(hire());
    OpenRequest asked = world.asked(run);
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      decisions.add(world.decision(run, asked, Decision.APPROVE, "maria"));
    }
    List<WorkflowUpdateHandle<DecisionAnswer>> handles =
        decisions.stream()
            .map(
                decision ->
                    run.startUpdate(
                        UpdateOptions.newBuilder(DecisionAnswer.class)
                            .setUpdateName("decide")
                            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                            .build(),
                        decision))
            .toList();

    assertThat(handles.stream().map(WorkflowUpdateHandle::getResult))
        .extracting(DecisionAnswer::accepted)
        .containsExactlyInAnyOrder(true, false, false, false);
    assertThat(world.asked(run).terms().orElseThrow().approvedBy()).containsExactly("maria");
  }

  @Test
  void remindersAndTheEscalationChangeWhoIsAsked() {
    WorkflowStub run = world.ask(hire().withKind("transfer"));
    OpenRequest asked = world.asked(run);
    assertThat(asked.group()).isEqualTo("managers");
    assertThat(world.bare(run, asked, Decision.APPROVE, "nina").accepted()).isFalse();

    world.environment.sleep(Duration.ofDays(1).plusHours(1));
    assertThat(world.asked(run).terms().orElseThrow().reminders()).isEqualTo(1);

    world.environment.sleep(Duration.ofDays(1));
    OpenRequest escalated =
        world
            .until(run, status -> status.awaiting().get(0).terms().orElseThrow().escalated())
            .awaiting()
            .get(0);
    assertThat(escalated.id()).isEqualTo(asked.id());
    assertThat(escalated.group()).isEqualTo("directors");
    assertThat(escalated.terms().orElseThrow().describe())
        .isEqualTo("2 of managers or directors; reminded 1 time; escalated");

    assertThat(world.bare(run, escalated, Decision.APPROVE, "nina").accepted()).isTrue();
    assertThat(world.bare(run, escalated, Decision.APPROVE, "dora").accepted()).isTrue();
    assertThat(run.getResult(String.class)).isEqualTo("APPROVED: given by nina and dora");
  }

  @Test
  void whatNobodyDecidedIsRefusedAtTheEnd() {
    WorkflowStub run = world.ask(hire());
    world.signed(run, world.asked(run), Decision.APPROVE, "maria");

    assertThat(run.getResult(String.class)).isEqualTo("EXPIRED: nobody approved within 7 days");
    assertThat(world.status(run).awaiting()).isEmpty();
  }

  @Test
  void anExpiredTerminationIsEscalatedAndNeverLapses() {
    WorkflowStub run = world.ask(hire().withKind("terminate"));
    OpenRequest asked = world.asked(run);
    assertThat(asked.until()).isEmpty();

    world.environment.sleep(Duration.ofDays(200));
    OpenRequest escalated = world.asked(run);
    assertThat(escalated.id()).isEqualTo(asked.id());
    assertThat(escalated.group()).isEqualTo("directors");
    assertThat(world.bare(run, escalated, Decision.APPROVE, "nina").accepted()).isTrue();
    assertThat(run.getResult(String.class)).isEqualTo("APPROVED: given by nina");
  }

  @Test
  void aRuleMayApproveByItself() {
    WorkflowStub run = world.ask(hire().withKind("return"));

    assertThat(run.getResult(String.class)).isEqualTo("APPROVED: by anybody's return");
  }

  @Test
  void overtakenRequestsCloseAndLateDecisionsAreListed() {
    WorkflowStub run = world.ask(hire());
    OpenRequest asked = world.asked(run);
    run.signal("overtake");

    assertThat(run.getResult(String.class)).isEqualTo("OVERTAKEN: no longer needed");
    assertThat(world.status(run).awaiting()).isEmpty();
    assertThat(asked.terms()).isPresent();
  }

  @Test
  void somebodyOnTheProtectedListParksWithTheReason() {
    WorkflowStub run =
        world.ask(
            AccessRequest.about("terminate", dev.lanyard.workflows.hr.EmployeeNumber.of("hr-1")));
    OpenRequest parked = world.asked(run);

    assertThat(parked.kind()).isEqualTo(OpenRequest.PARKED);
    assertThat(parked.detail().get(0))
        .isEqualTo(
            "employee number hr-1 is on the policy's protected list: nothing about it is changed");
    assertThat(parked.choices()).containsExactly("retry", "reject");
    assertThat(world.bare(run, parked, "reject", "maria").reason())
        .isEqualTo("maria is not in operators");
    assertThat(world.bare(run, parked, "retry", "anybody").accepted()).isTrue();
    RunStatus again =
        world.until(
            run,
            status ->
                !status.awaiting().isEmpty() && !status.awaiting().get(0).id().equals(parked.id()));
    assertThat(again.awaiting().get(0).kind()).isEqualTo(OpenRequest.PARKED);
  }

  @Test
  void aMessageWithASignatureThatIsEnoughPassesAtOnce() {
    WorkflowStub run = world.ask(hire().withKind("transfer"));
    world.asked(run);
    String digest = AskingWorkflow.digestOf("2026-06-01");
    Decision maria =
        world.decision(run, AccessRequest.RESCHEDULE, digest, Decision.APPROVE, "maria");

    WorkflowUpdateHandle<String> waits = reschedule(run, "2026-06-01", maria);
    OpenRequest opened =
        world.until(run, status -> status.awaiting().size() == 2).awaiting().get(1);
    assertThat(opened.question()).isEqualTo("Move it to 2026-06-01?");
    assertThat(opened.terms().orElseThrow().approvedBy()).containsExactly("maria");
    assertThat(world.signed(run, opened, Decision.APPROVE, "paul").accepted()).isTrue();
    assertThat(waits.getResult()).isEqualTo("APPROVED: given by maria and paul");
  }

  @Test
  void aMessageWhoseTokenWasSignedForAnotherDateOpensARequestAndIsListed() {
    WorkflowStub run = world.ask(hire().withKind("transfer"));
    world.asked(run);
    Decision other =
        world.decision(
            run,
            AccessRequest.RESCHEDULE,
            AskingWorkflow.digestOf("2026-06-01"),
            Decision.APPROVE,
            "maria");

    WorkflowUpdateHandle<String> waits = reschedule(run, "2026-01-01", other);
    RunStatus status = world.until(run, seen -> seen.awaiting().size() == 2);

    OpenRequest opened = status.awaiting().get(1);
    assertThat(opened.terms().orElseThrow().approvedBy()).isEmpty();
    assertThat(status.decisions())
        .extracting(decision -> decision.reason())
        .containsExactly("the token is for another plan than the one that is asked about");
    assertThat(world.signed(run, opened, Decision.REJECT, "paul").accepted()).isTrue();
    assertThat(waits.getResult()).isEqualTo("REJECTED: rejected by paul");
  }

  private static WorkflowUpdateHandle<String> reschedule(
      WorkflowStub run, String date, Decision message) {
    return run.startUpdate(
        UpdateOptions.newBuilder(String.class)
            .setUpdateName("reschedule")
            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
            .build(),
        date,
        message);
  }

  private static AccessRequest hire() {
    return Requester.greeter().request();
  }

  private static Conditions kinds(String kind) {
    return new Conditions(
        Optional.of(Set.of(kind)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ApprovalRule bareRule(String name, int approvers) {
    return new ApprovalRule(
        name,
        Optional.empty(),
        false,
        approvers,
        List.of("managers"),
        false,
        false,
        Optional.of(Duration.ofDays(1)),
        Optional.of(Duration.ofDays(2)),
        Optional.of("directors"),
        Optional.of(Duration.ofDays(7)),
        ApprovalRule.REJECT);
  }

  private static ApprovalRule lasting() {
    return new ApprovalRule(
        "lasting",
        Optional.empty(),
        false,
        1,
        List.of("managers"),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of("directors"),
        Optional.of(Duration.ofDays(3)),
        ApprovalRule.REJECT);
  }

  private static ApprovalRule auto() {
    return new ApprovalRule(
        "anybody's return",
        Optional.empty(),
        true,
        0,
        List.of(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.REJECT);
  }
}

package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.Eventually;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import dev.lanyard.workflows.restoration.RestorationResult;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hires and terminations under rules that ask for more than one bare decision. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AskedByPolicyTest {

  private TestTemporal temporal;
  private String run;

  @BeforeEach
  void start() {
    temporal = new TestTemporal();
    run = temporal.onboarding(1);
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void aHireIsAskedAboutWithItsPlanAndTheFactsOfIt() {
    temporal.approvals.rules.put(AccessRequest.ONBOARD, rule(2, true));
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest asked = temporal.untilAsked(run);

    assertThat(asked.terms().orElseThrow().digest())
        .isEqualTo(temporal.status(run).plan().orElseThrow().digest());
    assertThat(temporal.approvals.assessed)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.template()).contains("General User");
              assertThat(request.sites()).containsExactly("Wash 37135");
              assertThat(request.posUserId()).contains(TestTemporal.JANES_POS_USER_ID);
            });
    assertThat(signed(asked, "maria", "t1").reason()).isEqualTo("accepted, 1 of 2");
    assertThat(temporal.journal.writes()).isEmpty();
    assertThat(signed(asked, "paul", "t2").accepted()).isTrue();

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.status(run).steps())
        .filteredOn(step -> step.name().equals("approval"))
        .extracting(StepStatus::note)
        .containsExactly("given by maria and paul");
  }

  @Test
  void whoAsksForAnUndoDoesNotApproveItToo() {
    temporal.approvals.rules.put(AccessRequest.UNDO, fourEyes());
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    temporal.hired();
    temporal.hand(temporal.fire("fired", temporal.now()));
    temporal.result(temporal.offboarding(2), OffboardingResult.class);
    temporal.untilPerson(person -> !person.employed() && person.currentProcess().isEmpty());

    temporal.hand(
        new UndoEvent(
            "undone", temporal.now(), TestTemporal.JANE, "a mistake", Optional.of("maria")));

    approvedBySomebodyElse(
        WorkflowIds.restoration("undo", TestTemporal.JANE, 3), AccessRequest.UNDO);
  }

  @Test
  void whoAsksForAReturnDoesNotApproveItToo() {
    temporal.approvals.rules.put(AccessRequest.RETURN, fourEyes());
    temporal.hired();
    temporal.hand(new LeaveEvent("away", temporal.now(), TestTemporal.JANE, new Leave(null, null)));
    temporal.result(WorkflowIds.leave(TestTemporal.JANE, 2), OffboardingResult.class);
    temporal.untilPerson(person -> person.onLeave() && person.currentProcess().isEmpty());

    temporal.hand(
        new ReturnEvent(
            "back", temporal.now(), TestTemporal.JANE, Optional.empty(), Optional.of("maria")));

    approvedBySomebodyElse(
        WorkflowIds.restoration("return", TestTemporal.JANE, 3), AccessRequest.RETURN);
  }

  /** Maria asked for it. */
  private void approvedBySomebodyElse(String restoration, String kind) {
    OpenRequest asked = temporal.untilAsked(restoration);
    DecisionAnswer own = bare(restoration, asked, "maria");
    assertThat(own)
        .isEqualTo(new DecisionAnswer(false, "maria asked for it; four eyes are needed"));
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(bare(restoration, asked, "paul").accepted()).isTrue();
    assertThat(temporal.result(restoration, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(temporal.approvals.assessed)
        .filteredOn(request -> request.kind().equals(kind))
        .isNotEmpty()
        .allMatch(request -> request.requester().equals(Optional.of("maria")));
  }

  private DecisionAnswer bare(String workflowId, OpenRequest asked, String by) {
    return temporal
        .workflow(workflowId)
        .update("decide", DecisionAnswer.class, new Decision(asked.id(), Decision.APPROVE, by, ""));
  }

  private static ApprovalRule fourEyes() {
    return new ApprovalRule(
        "four eyes",
        Optional.empty(),
        false,
        1,
        List.of("managers"),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.REJECT);
  }

  @Test
  void bareDecisionsCostNoActivityWhereASignatureIsNeeded() {
    temporal.approvals.rules.put(AccessRequest.ONBOARD, rule(1, true));
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest asked = temporal.untilAsked(run);
    for (String choice : List.of("approve", "reject", "approve")) {
      temporal.decide(run, asked.id(), choice);
    }

    RunStatus status = temporal.until(run, seen -> seen.decisions().size() == 3);
    assertThat(status.decisions()).noneMatch(DecisionRecord::accepted);
    assertThat(status.decisions().get(0).reason())
        .isEqualTo(
            "this request takes signed decisions only: ./lanyard approve hr-10442 --request "
                + asked.id()
                + " --sign");
    assertThat(temporal.approvals.checked).isEmpty();
    assertThat(status.awaiting()).hasSize(1);
  }

  @Test
  void whoAnsweredInTimeIsHeardThoughTheCheckTookLonger() {
    temporal.approvals.rules.put(
        AccessRequest.ONBOARD,
        new ApprovalRule(
            "short",
            Optional.empty(),
            false,
            1,
            List.of("managers"),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(15)),
            ApprovalRule.REJECT));
    temporal.approvals.meanwhile = () -> temporal.skipMeanwhile(Duration.ofSeconds(20));
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
  }

  @Test
  void whoeverComesWhileAnotherIsBeingCheckedIsCountedAfterwards() {
    temporal.approvals.rules.put(AccessRequest.ONBOARD, rule(1, false));
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest asked = temporal.untilAsked(run);
    AtomicInteger checks = new AtomicInteger();
    temporal.approvals.meanwhile =
        () -> {
          checks.incrementAndGet();
          String both = Eventually.get(() -> Optional.of("both").filter(b -> checks.get() >= 2));
          assertThat(both).isNotEmpty();
        };
    temporal.decide(run, asked.id(), "approve");
    temporal.decide(run, asked.id(), "reject");

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    RunStatus status = temporal.status(run);
    assertThat(status.decisions()).hasSize(2);
    assertThat(status.decisions().stream().filter(DecisionRecord::accepted)).hasSize(1);
    boolean approvedFirst = status.decisions().get(0).choice().equals("approve");
    assertThat(result.outcome())
        .isEqualTo(approvedFirst ? OnboardingResult.DONE : OnboardingResult.REJECTED);
  }

  @Test
  void aParkedStepIsRetriedByAnybodyAndWithdrawnByTheRuleAlone() {
    temporal.approvals.rules.put(AccessRequest.WITHDRAW, rule(1, true));
    temporal.backoffice.failures.finalBefore("assignSites", FailureTypes.PAGE_CHANGED);
    temporal.backoffice.failures.finalBefore("assignSites", FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    OpenRequest parked = temporal.untilParked(run).awaiting().get(0);

    temporal.decide(run, parked.id(), "withdraw");
    RunStatus refused = temporal.until(run, status -> status.decisions().size() == 2);
    assertThat(refused.decisions().get(1).accepted()).isFalse();
    assertThat(refused.decisions().get(1).reason()).contains("signed decisions only");

    temporal.decide(run, parked.id(), "retry");
    OpenRequest again =
        temporal
            .until(
                run,
                status ->
                    !status.awaiting().isEmpty()
                        && !status.awaiting().get(0).id().equals(parked.id()))
            .awaiting()
            .get(0);
    DecisionAnswer withdrawn = signed(again, "withdraw", "maria", "t1", "");
    assertThat(withdrawn.accepted()).isTrue();
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
    assertThat(temporal.backoffice.active()).isZero();
  }

  @Test
  void theWithdrawalOfAPreFlightThatFoundProblemsPassesTheRuleToo() {
    temporal.approvals.rules.put(AccessRequest.WITHDRAW, rule(1, true));
    temporal.backoffice.failures.finalBefore("preFlight", FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest parked = temporal.untilParked(run).awaiting().get(0);
    temporal.decide(run, parked.id(), "withdraw");

    RunStatus status = temporal.until(run, seen -> seen.decisions().size() == 1);
    assertThat(status.decisions().get(0).accepted()).isFalse();
    assertThat(status.awaiting()).hasSize(1);
  }

  @Test
  void anOffboardingsStepIsSkippedByTheRuleAlone() {
    temporal.hired();
    temporal.approvals.rules.put(AccessRequest.SKIP, rule(2, false));
    temporal.backoffice.failures.finalBefore("disableEmployee", FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.fire("fired", temporal.now()));
    OpenRequest parked = temporal.untilParked(temporal.offboarding(2)).awaiting().get(0);

    DecisionAnswer first = bare(temporal.offboarding(2), parked, "skip", "maria");
    DecisionAnswer same = bare(temporal.offboarding(2), parked, "skip", "maria");
    DecisionAnswer second = bare(temporal.offboarding(2), parked, "skip", "paul");

    assertThat(first.reason()).isEqualTo("accepted, 1 of 2");
    assertThat(same.accepted()).isFalse();
    assertThat(second.accepted()).isTrue();
    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).backoffice())
        .isEqualTo(OffboardingResult.LEFT_TO_A_HUMAN);
  }

  @Test
  void nothingAboutAProtectedPersonIsSkippedOrDone() {
    temporal.hired();
    temporal.approvals.protectedNumbers.put("hr-10442", "the owner is protected");
    temporal.hand(temporal.fire("fired", temporal.now()));
    String offboarding = temporal.offboarding(2);
    OpenRequest parked = temporal.untilParked(offboarding).awaiting().get(0);

    assertThat(parked.detail().get(0)).isEqualTo("the owner is protected");
    assertThat(parked.group()).isEqualTo("operations");
    assertThat(temporal.journal.count("backoffice.disableEmployee")).isZero();

    temporal.approvals.protectedNumbers.clear();
    temporal.decide(offboarding, parked.id(), "retry");
    assertThat(temporal.result(offboarding, OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
  }

  @Test
  void whatStopsAProtectedPersonCanBeEndedByARejection() {
    temporal.approvals.protectedNumbers.put("hr-10442", "the bot is protected");
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest parked = temporal.untilAsked(run);
    temporal.decide(run, parked.id(), "reject");

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.REJECTED);
    assertThat(result.reason()).isEqualTo("rejected by maria: on the protected list");
    assertThat(temporal.journal.writes()).isEmpty();
  }

  @Test
  void anImmediateTerminationIsNeverHeldUpByARule() {
    temporal.hired();
    temporal.approvals.rules.put(AccessRequest.TERMINATE, rule(2, true));
    temporal.hand(temporal.fire("fired", temporal.now()));

    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
  }

  @Test
  void aDatedTerminationThatIsBroughtForwardToNowIsNoLongerAsked() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
    temporal.hired();
    temporal.approvals.rules.put(AccessRequest.TERMINATE, rule(2, true));
    LocalDate last = LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC).plusDays(20);
    temporal.hand(temporal.leave("left", temporal.now(), last));
    OpenRequest asked = temporal.untilAsked(temporal.offboarding(2));
    assertThat(asked.detail()).containsExactly("Last day: " + last);

    temporal.hand(temporal.fire("fired", temporal.now().plusMillis(1)));

    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
  }

  private DecisionAnswer signed(OpenRequest asked, String by, String id) {
    return signed(asked, "approve", by, id, asked.terms().orElseThrow().digest());
  }

  private DecisionAnswer signed(
      OpenRequest asked, String choice, String by, String id, String digest) {
    String runId = temporal.workflow(run).describe().getExecution().getRunId();
    String token = String.join("/", by, id, asked.id(), digest, choice, runId);
    return temporal
        .workflow(run)
        .update(
            "decide",
            DecisionAnswer.class,
            new Decision(asked.id(), choice, by, "", Optional.of(token)));
  }

  private DecisionAnswer bare(String workflowId, OpenRequest asked, String choice, String by) {
    return temporal
        .workflow(workflowId)
        .update("decide", DecisionAnswer.class, new Decision(asked.id(), choice, by, ""));
  }

  private static ApprovalRule rule(int approvers, boolean signed) {
    return new ApprovalRule(
        "a rule of this test",
        Optional.empty(),
        false,
        approvers,
        List.of("managers"),
        false,
        signed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.REJECT);
  }
}

package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hire that changes while it is being carried out. */
class OnboardingAmendmentTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);

  /** Most of these are about what an amendment does, not about who may make one. */
  @BeforeEach
  void datesMoveFreely() {
    temporal.approvals.rules.put(AccessRequest.RESCHEDULE, freely());
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void takenPosUserIdIsAmendedAndTheHireGoesOn() {
    temporal.hired();
    HireEvent second =
        temporal.hire("other", temporal.now().plusSeconds(1), LocalDate.of(2026, 5, 1));
    var other = dev.lanyard.workflows.hr.EmployeeNumber.of("hr-2");
    temporal.hand(new HireEvent("other", second.decidedAt(), other, second.hire()));
    String otherRun = WorkflowIds.onboarding(other, 1);
    OpenRequest parked = temporal.untilParked(otherRun).awaiting().get(0);
    assertThat(parked.detail().toString()).contains("POS user ID is taken");

    amend(otherRun, Map.of("posUserId", 23456, "email", "jane.two@example.com"));
    temporal.approve(otherRun);

    OnboardingResult result = temporal.result(otherRun, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.posUserId().value()).isEqualTo(23456);
    assertThat(temporal.backoffice.active()).isEqualTo(2);
  }

  @Test
  void amendmentOfTheAccessVoidsTheOpenRequestAndIsApprovedAnew() {
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest first = temporal.untilAsked(run);
    assertThat(amend(run, Map.of("permissionTemplate", "Manager")).accepted()).isTrue();
    OpenRequest second =
        temporal
            .until(
                run,
                status ->
                    status.awaiting().stream().anyMatch(open -> !open.id().equals(first.id())))
            .awaiting()
            .get(0);
    assertThat(second.detail().toString()).contains("Manager");

    temporal.decide(run, first.id(), "approve");
    temporal.decide(run, second.id(), "approve");

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.status(run).decisions())
        .anyMatch(told -> told.requestId().equals(first.id()) && !told.accepted());
    assertThat(onlyEmployee().access()).isEqualTo("Manager");
  }

  @Test
  void labelsAreAmendedWithoutAskingAgain() {
    LocalDate start = today().plusDays(20);
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    assertThat(amend(run, Map.of("phone", "6155550000")).accepted()).isTrue();

    temporal.result(run, OnboardingResult.class);
    assertThat(onlyEmployee().plan().phone()).contains("6155550000");
    assertThat(temporal.approvals.checked).as("one decision, about the plan").hasSize(1);
  }

  @Test
  void movedDateMovesTheTimerLaterAndEarlierTenTimes() {
    LocalDate start = today().plusDays(20);
    AtomicReference<Instant> created = new AtomicReference<>();
    temporal.journal.during("backoffice.createEmployee", () -> created.set(temporal.now()));
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    for (int change = 1; change <= 10; change++) {
      LocalDate moved = start.plusDays(change % 2 == 0 ? -change : change * 3L);
      assertThat(amend(run, Map.of("startDate", moved.toString())).accepted()).isTrue();
    }

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    LocalDate last = start.minusDays(10);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(onlyEmployee().plan().startDate()).isEqualTo(last);
    assertThat(created.get())
        .isBetween(
            last.atStartOfDay().toInstant(ZoneOffset.UTC),
            last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void startBroughtForwardToThePastFiresAtOnce() {
    temporal.hand(temporal.hire("e1", temporal.now(), today().plusDays(200)));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    Instant asked = temporal.now();

    amend(run, Map.of("startDate", today().minusDays(3).toString()));

    temporal.result(run, OnboardingResult.class);
    assertThat(temporal.now()).isBefore(asked.plus(Duration.ofDays(1)));
  }

  @Test
  void secondCheckFindsWhatBecameWrongWhileItCanStillBeMended() {
    temporal.planning.policy = temporal.planning.policy.withSecondCheckBefore(Duration.ofHours(9));
    LocalDate start = today().plusDays(20);
    Instant opens = start.atStartOfDay().toInstant(ZoneOffset.UTC);
    AtomicReference<Instant> parkedAt = new AtomicReference<>();
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    temporal.backoffice.occupy(TestTemporal.JANES_POS_USER_ID);
    temporal.skip(Duration.between(temporal.now(), opens.minus(Duration.ofHours(8))));
    temporal.untilParked(run);
    parkedAt.set(temporal.now());

    amend(run, Map.of("posUserId", 23456));

    assertThat(temporal.result(run, OnboardingResult.class).posUserId().value()).isEqualTo(23456);
    assertThat(parkedAt.get()).isBefore(opens);
    assertThat(temporal.now()).isAfterOrEqualTo(opens);
  }

  @Test
  void whatBreaksTheRulesChangesNothingAndIsListedWithEveryProblem() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);

    DecisionAnswer answer =
        amend(run, Map.of("firstName", "<b>", "posUserId", 0, "startDate", "1850-01-01"));

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.reason()).contains("firstName", "posUserId", "startDate");
    assertThat(amend(run, Map.of("firstName", "Jane")).reason()).contains("nothing in it");
    temporal.workflow(run).signal("amend", "not an object");
    temporal.workflow(run).signal("amend");
    temporal.until(run, status -> status.decisions().size() == 4);
    assertThatThrownBy(
            () ->
                temporal
                    .workflow(run)
                    .update("amend", DecisionAnswer.class, Map.of("phone", "6155550000")))
        .isInstanceOf(WorkflowUpdateException.class);
    assertThat(temporal.status(run).decisions())
        .hasSize(4)
        .allMatch(told -> !told.accepted() && told.choice().equals("amend"));
    temporal.approve(run);
    temporal.result(run, OnboardingResult.class);
    assertThat(onlyEmployee().plan().firstName()).isEqualTo("Jane");
  }

  @Test
  void dateMovesOnlyWhenThePolicyLetsIt() {
    temporal.approvals.rules.remove(AccessRequest.RESCHEDULE);
    LocalDate start = today().plusDays(20);
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    temporal
        .workflow(run)
        .signal("amend", HireAmendment.startingOn(today(), "somebody", "in a hurry"));
    OpenRequest asked = temporal.untilAsked(run);
    assertThat(asked.detail().toString()).contains(today().toString());
    temporal.decide(run, asked.id(), "reject");
    RunStatus refused = temporal.until(run, status -> status.awaiting().isEmpty());
    assertThat(refused.decisions())
        .anyMatch(told -> told.choice().equals("amend") && !told.accepted());

    temporal.result(run, OnboardingResult.class);
    assertThat(onlyEmployee().plan().startDate()).isEqualTo(start);
    assertThat(temporal.now()).isAfterOrEqualTo(start.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void amendmentThatNobodyDecidedOnDoesNotHoldTheEndUp() {
    temporal.approvals.rules.remove(AccessRequest.RESCHEDULE);
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest approval = temporal.untilAsked(run);
    temporal
        .workflow(run)
        .signal("amend", HireAmendment.startingOn(today().plusDays(9), "somebody", ""));
    temporal.until(run, status -> status.awaiting().size() == 2);

    temporal.decide(run, approval.id(), "approve");

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.status(run).awaiting()).isEmpty();
  }

  @Test
  void secondHireFromHrAmendsTheOpenOne() {
    LocalDate start = today().plusDays(20);
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    LocalDate later = start.plusDays(7);
    temporal.hand(temporal.hire("e2", temporal.now().plusSeconds(1), later));

    temporal.result(run, OnboardingResult.class);

    assertThat(onlyEmployee().plan().startDate()).isEqualTo(later);
    assertThat(temporal.person().events())
        .extracting(EventRecord::disposition)
        .containsExactly("accepted", "accepted");
  }

  @Test
  void dryRunEndsOnlyWhenWhoeverSentAnAmendmentHasBeenAnswered() {
    temporal.approvals.rules.put(
        AccessRequest.AMEND, ApprovalRule.oneOf("a test", "managers", Optional.empty()));
    String trial = WorkflowIds.dryRun(TestTemporal.JANE);
    AtomicReference<WorkflowUpdateHandle<DecisionAnswer>> sent = new AtomicReference<>();
    // Its signature is checked until everything else of the run is done.
    temporal.approvals.meanwhile =
        () -> temporal.until(trial, status -> status.stage().equals(Stages.PLANNED));
    temporal.journal.during(
        "backoffice.preFlight",
        () ->
            sent.set(
                temporal
                    .workflow(trial)
                    .startUpdate(
                        "amend",
                        WorkflowUpdateStage.ACCEPTED,
                        DecisionAnswer.class,
                        Map.of("by", "maria", "phone", "6155550000", "token", "a/b/c/d/e/f"))));

    temporal.hand(new DryRunEvent(temporal.hireToday("e1")));

    temporal.result(trial, OnboardingResult.class);
    assertThat(sent.get().getResult().accepted()).isFalse();
  }

  @Test
  void afterTheEndNothingIsAmended() {
    temporal.hired();
    assertThatThrownBy(() -> amend(run, Map.of("phone", "6155550000")))
        .isInstanceOf(RuntimeException.class);
    assertThat(onlyEmployee().plan().phone()).contains("6155551234");
  }

  private DecisionAnswer amend(String workflowId, Map<String, Object> fields) {
    var amendment = new java.util.HashMap<String, Object>(fields);
    amendment.put("by", "maria");
    return temporal.workflow(workflowId).update("amend", DecisionAnswer.class, amendment);
  }

  private Employee onlyEmployee() {
    assertThat(temporal.backoffice.employees).hasSize(1);
    return temporal.backoffice.employees.values().iterator().next();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }

  private static ApprovalRule freely() {
    return new ApprovalRule(
        "a test",
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

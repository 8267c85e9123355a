package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.Eventually;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, and that nothing depends on it. */
class NoticesTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);

  @BeforeEach
  void sendNotices() {
    temporal.planning.policy = temporal.planning.policy.withNotices(true);
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  private void untilTaken(String... kinds) {
    List<String> seen =
        Eventually.get(() -> Optional.of(temporal.mailbox.kinds()).filter(List.of(kinds)::equals));
    assertThat(seen).containsExactly(kinds);
  }

  @Test
  void theApproversAreAskedWithTheCommandToTypeAndToldTheEnd() {
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest request = temporal.untilAsked(run);
    untilTaken(Notice.APPROVAL_ASKED);
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);

    untilTaken(Notice.APPROVAL_ASKED, Notice.DONE);
    Notice asked = temporal.mailbox.taken.get(0);
    assertThat(asked)
        .isEqualTo(
            new Notice(
                asked.noticeId(),
                Notice.APPROVAL_ASKED,
                "managers",
                "onboarding",
                run,
                "hr-10442",
                request.id(),
                "May Jane Doe have this access?",
                request.detail(),
                "Jane Doe, POS user ID 12345",
                request.until(),
                List.of(
                    "./lanyard approve hr-10442 --request " + request.id(),
                    "./lanyard reject hr-10442 --request " + request.id())));
    Notice done = temporal.mailbox.taken.get(1);
    assertThat(done.group()).isEqualTo("managers");
    assertThat(done.question()).contains("./lanyard pin reveal hr-10442");
    assertThat(done.noticeId()).isNotEqualTo(asked.noticeId());
    assertThat(temporal.status(run).warnings()).isEmpty();
  }

  @Test
  void whereThePolicySendsNoneNoActivityIsScheduled() {
    temporal.planning.policy = temporal.planning.policy.withNotices(false);
    assertThat(temporal.hired().outcome()).isEqualTo(OnboardingResult.DONE);

    assertThat(temporal.mailbox.attempts).hasValue(0);
    assertThat(scheduledNotices(run)).isZero();
    assertThat(temporal.history(run))
        .noneMatch(
            event ->
                event.getEventType() == EventType.EVENT_TYPE_MARKER_RECORDED
                    && event.getMarkerRecordedEventAttributes().toString().contains("notices"));
  }

  @Test
  void theOperatorsAreToldOfAParkedStep() {
    temporal.backoffice.failures.finalBefore("createEmployee", FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    RunStatus parked = temporal.untilParked(run);
    untilTaken(Notice.APPROVAL_ASKED, Notice.PARKED);
    Notice notice = temporal.mailbox.taken.get(1);
    assertThat(notice.group()).isEqualTo("operations");
    assertThat(notice.question()).isEqualTo("create employee is parked: PAGE_CHANGED");
    assertThat(notice.commands())
        .containsExactly(
            "./lanyard retry hr-10442 --request " + parked.awaiting().get(0).id(),
            "./lanyard withdraw hr-10442 --request " + parked.awaiting().get(0).id(),
            "./lanyard compensate hr-10442 --request " + parked.awaiting().get(0).id());

    temporal.answer(run, "retry");
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    untilTaken(Notice.APPROVAL_ASKED, Notice.PARKED, Notice.DONE);
  }

  @Test
  void aRejectedHireIsTold() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.decide(run, temporal.untilAsked(run).id(), "reject");
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.REJECTED);
    untilTaken(Notice.APPROVAL_ASKED, Notice.REFUSED);
    assertThat(temporal.mailbox.taken.get(1).question()).isEqualTo("rejected by maria");
  }

  @Test
  void anUndoneHireIsTold() {
    temporal.staffApi.failures.finalBefore("createStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    WorkflowFailedException failed = temporal.failure(run);
    assertThat(((ApplicationFailure) failed.getCause()).getType())
        .isEqualTo(FailureTypes.ONBOARDING_UNDONE);
    untilTaken(Notice.APPROVAL_ASKED, Notice.UNDONE);
    assertThat(temporal.mailbox.taken.get(1).question()).startsWith("STAFF_API_REFUSED: ");
  }

  @Test
  void aWithdrawnHireIsToldAlthoughItsWorkWasCancelled() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);
    temporal.withdraw(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
    untilTaken(Notice.APPROVAL_ASKED, Notice.WITHDRAWN);
  }

  @Test
  void anOffboardingTellsHowItEndedAndWhatItLeftOpen() {
    temporal.hired();
    temporal.staffApi.failures.finalBefore(
        "revokeStaffMember", FailureTypes.STAFF_API_CREDENTIALS_REJECTED);
    temporal.hand(temporal.fire("e2", temporal.now()));
    temporal.answer(temporal.offboarding(2), "skip");
    OffboardingResult result = temporal.result(temporal.offboarding(2), OffboardingResult.class);
    assertThat(result.closedEverywhere()).isFalse();

    untilTaken(Notice.APPROVAL_ASKED, Notice.DONE, Notice.PARKED, Notice.OFFBOARDING_OPEN);
    Notice open = temporal.mailbox.taken.get(3);
    assertThat(open.group()).isEqualTo("operations");
    assertThat(open.question())
        .isEqualTo("Backoffice: disabled; staff API: left to a human; web users: none found.");
  }

  @Test
  void whatIsRefusedForGoodIsAWarningAndNothingElse() {
    temporal.mailbox.failures.finalBefore(Notice.APPROVAL_ASKED, FailureTypes.MAIL_REFUSED);
    temporal.hand(temporal.hireToday("e1"));
    String warning = "could not notify managers (approval-asked): MAIL_REFUSED: said the server";
    RunStatus status =
        temporal.until(
            run, seen -> seen.warnings().stream().anyMatch(w -> w.code().equals("NOT_NOTIFIED")));
    assertThat(status.warnings()).extracting(w -> w.text()).containsExactly(warning);

    temporal.approve(run);
    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.warnings()).containsExactly(warning);
    assertThat(temporal.mailbox.kinds()).containsExactly(Notice.DONE);
  }

  @Test
  void aServerThatIsDownForLongHoldsNothingUpAndIsAWarningAfterAnHour() {
    temporal.mailbox.outage = FailureTypes.MAIL_OUTAGE;
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);
    temporal.skip(Duration.ofHours(2));
    RunStatus status = temporal.until(run, seen -> !seen.warnings().isEmpty());
    assertThat(status.warnings())
        .extracting(w -> w.text())
        .containsExactly("could not notify managers (approval-asked): MAIL_OUTAGE: no answer");
    assertThat(temporal.mailbox.attempts.get()).isBetween(10, 60);

    Instant before = temporal.now();
    temporal.approve(run);
    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.warnings())
        .contains("it is not known whether managers was notified (done): the run was over first");
    assertThat(Duration.between(before, endOf(run))).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void aServerThatComesBackGetsTheNotice() {
    temporal.mailbox.outage = FailureTypes.MAIL_OUTAGE;
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);
    temporal.skip(Duration.ofMinutes(10));
    temporal.mailbox.outage = "";
    temporal.skip(Duration.ofMinutes(5));
    untilTaken(Notice.APPROVAL_ASKED);
    assertThat(temporal.status(run).warnings()).isEmpty();
  }

  @Test
  void everyGroupThatMayAnswerIsRemindedAndTheDeputiesAreAskedInTheEnd() {
    temporal.approvals.rules.put(
        AccessRequest.ONBOARD,
        new ApprovalRule(
            "two groups",
            Optional.empty(),
            false,
            1,
            List.of("managers", "leads"),
            false,
            false,
            Optional.of(Duration.ofDays(1)),
            Optional.of(Duration.ofDays(2)),
            Optional.of("directors"),
            Optional.empty(),
            ApprovalRule.ESCALATE));
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest request = temporal.untilAsked(run);
    temporal.skip(Duration.ofHours(50));

    List<Notice> taken =
        Eventually.get(
            () -> Optional.of(List.copyOf(temporal.mailbox.taken)).filter(all -> all.size() == 5));
    assertThat(taken)
        .extracting(notice -> notice.kind() + " " + notice.group())
        .containsExactlyInAnyOrder(
            "approval-asked managers",
            "approval-asked leads",
            "reminder managers",
            "reminder leads",
            "escalated directors");
    assertThat(taken).extracting(Notice::requestId).containsOnly(request.id());
    assertThat(taken).extracting(Notice::noticeId).doesNotHaveDuplicates();
  }

  @Test
  void whoStopsAHireWhileItsEndIsToldHasItUndone() {
    temporal.mailbox.meanwhile =
        () -> {
          if (temporal.staffApi.withAccess() == 1) {
            temporal.mailbox.outage = FailureTypes.MAIL_OUTAGE;
            temporal.mailbox.meanwhile = () -> {};
            temporal.workflow(run).cancel();
          }
        };
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    WorkflowFailedException failed = temporal.failure(run);
    assertThat(failed.getCause()).isInstanceOf(CanceledFailure.class);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  private long scheduledNotices(String workflowId) {
    return temporal.history(workflowId).stream()
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .filter(
            event ->
                event
                    .getActivityTaskScheduledEventAttributes()
                    .getActivityType()
                    .getName()
                    .equals("notify"))
        .count();
  }

  private Instant endOf(String workflowId) {
    List<HistoryEvent> events = temporal.history(workflowId);
    var at = events.get(events.size() - 1).getEventTime();
    return Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
  }
}

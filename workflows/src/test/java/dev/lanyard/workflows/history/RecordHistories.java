package dev.lanyard.workflows.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.availability.AvailabilityWorkflow;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.digest.DailyDigestWorkflow;
import dev.lanyard.workflows.digest.DigestInput;
import dev.lanyard.workflows.digest.UncleanQuestion;
import dev.lanyard.workflows.digest.UncleanWorkflow;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.onboarding.OnboardingInput;
import dev.lanyard.workflows.onboarding.OnboardingWorkflow;
import dev.lanyard.workflows.pin.RevealAnswer;
import dev.lanyard.workflows.pin.RevealRequest;
import dev.lanyard.workflows.reading.DepartmentWorkflow;
import dev.lanyard.workflows.reading.EmployeeWorkflow;
import dev.lanyard.workflows.reading.RosterWorkflow;
import dev.lanyard.workflows.reading.SiteWorkflow;
import dev.lanyard.workflows.reading.TemplateWorkflow;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflow;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflow;
import dev.lanyard.workflows.webusers.WebUsersWorkflow;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Records the histories of branches that have none yet. Not part of the build: its name is no
 * test's, so it runs only when it is named:
 *
 * <pre>./mvnw -pl workflows test -Dtest=RecordHistories</pre>
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordHistories {

  private static final LocalDate PAST = LocalDate.of(2026, 5, 1);

  @Test
  void done() {
    record(
        temporal -> {
          temporal.hired();
          temporal.workflow(temporal.handover()).update("reveal", RevealAnswer.class, reveal("a"));
          temporal.workflow(temporal.handover()).update("reveal", RevealAnswer.class, reveal("b"));
          keep(temporal, "onboarding", "done", temporal.onboarding(1));
          temporal.hand(temporal.hireToday("e2"));
          temporal.hand(temporal.fire("e3", temporal.now()));
          temporal.untilForgotten();
          keep(temporal, "offboarding", "at-once", temporal.offboarding(2));
          keep(temporal, "person", "hired-and-fired", WorkflowIds.person(TestTemporal.JANE));
          keep(temporal, "pin-handover", "collected-and-closed", temporal.handover());
        });
  }

  @Test
  void byRole() {
    record(
        temporal -> {
          HireEvent plain = temporal.hireToday("e1");
          temporal.hand(
              new HireEvent(
                  "e1",
                  plain.decidedAt(),
                  plain.employeeNumber(),
                  plain
                      .hire()
                      .completed(null, null, null, null, List.of())
                      .by(Optional.of("Greeter"), Optional.of(PosUserId.of(777)))));
          temporal.approve(temporal.onboarding(1));
          assertThat(temporal.result(temporal.onboarding(1), Object.class)).isNotNull();
          keep(temporal, "onboarding", "by-role-like-somebody", temporal.onboarding(1));
          keep(temporal, "pos-user-ids", "reserved-and-released", PosUserIdsWorkflow.ID);
        });
  }

  @Test
  void triedOut() {
    record(
        temporal -> {
          temporal.hand(new DryRunEvent(temporal.hireToday("e1")));
          assertThat(temporal.untilPerson(person -> !person.events().isEmpty())).isNotNull();
          keep(temporal, "onboarding", "dry-run", WorkflowIds.dryRun(TestTemporal.JANE));
          temporal.untilForgotten();
          keep(temporal, "person", "tried-out", WorkflowIds.person(TestTemporal.JANE));
        });
  }

  @Test
  void nobodyCollects() {
    record(
        temporal -> {
          temporal.hired();
          temporal.result(temporal.handover(), Object.class);
          keep(temporal, "pin-handover", "nobody-came", temporal.handover());
        });
  }

  @Test
  void undone() {
    record(
        temporal -> {
          temporal.staffApi.failures.finalBefore(
              "createStaffMember", FailureTypes.STAFF_API_REFUSED);
          temporal.hand(temporal.hireToday("e1"));
          temporal.approve(temporal.onboarding(1));
          failed(temporal.failure(temporal.onboarding(1)));
          keep(temporal, "onboarding", "undone", temporal.onboarding(1));
        });
  }

  @Test
  void compensationParked() {
    record(
        temporal -> {
          temporal.staffApi.failures.finalBefore(
              "createStaffMember", FailureTypes.STAFF_API_REFUSED);
          temporal.backoffice.failures.finalBefore("disableEmployee", FailureTypes.PAGE_CHANGED);
          temporal.hand(temporal.hireToday("e1"));
          temporal.approve(temporal.onboarding(1));
          temporal.untilParked(temporal.onboarding(1));
          temporal.answer(temporal.onboarding(1), "retry");
          failed(temporal.failure(temporal.onboarding(1)));
          keep(temporal, "onboarding", "undone-after-parking", temporal.onboarding(1));
        });
  }

  @Test
  void approvedByTwoAfterAReminderAndTheEscalation() {
    record(
        temporal -> {
          String run = temporal.onboarding(1);
          temporal.approvals.rules.put(AccessRequest.ONBOARD, byTwo(Optional.of("directors")));
          temporal.hand(temporal.hireToday("e1"));
          temporal.untilAsked(run);
          temporal.skip(Duration.ofDays(3));
          decideAs(temporal, run, "approve", "maria");
          decideAs(temporal, run, "approve", "maria");
          decideAs(temporal, run, "approve", "paul");
          temporal.result(run, Object.class);
          keep(temporal, "onboarding", "approved-by-two", run);
        });
  }

  @Test
  void protectedThenSkippedByTwo() {
    record(
        temporal -> {
          temporal.hired();
          String run = temporal.offboarding(2);
          temporal.approvals.protectedNumbers.put(TestTemporal.JANE.value(), "protected");
          temporal.approvals.rules.put(AccessRequest.SKIP, byTwo(Optional.empty()));
          temporal.backoffice.failures.finalBefore("disableEmployee", FailureTypes.PAGE_CHANGED);
          temporal.hand(temporal.fire("e2", temporal.now()));
          String listed = temporal.untilParked(run).awaiting().get(0).id();
          temporal.approvals.protectedNumbers.clear();
          temporal.answer(run, "retry");
          temporal.until(
              run,
              status ->
                  !status.awaiting().isEmpty() && !status.awaiting().get(0).id().equals(listed));
          decideAs(temporal, run, "skip", "maria");
          decideAs(temporal, run, "skip", "paul");
          temporal.result(run, Object.class);
          keep(temporal, "offboarding", "protected-then-skipped-by-two", run);
        });
  }

  private static void decideAs(TestTemporal temporal, String run, String choice, String by) {
    String id = temporal.untilAsked(run).id();
    DecisionAnswer answer =
        temporal
            .workflow(run)
            .update("decide", DecisionAnswer.class, new Decision(id, choice, by, ""));
    if (answer.reason().isEmpty()) {
      throw new AssertionError("an answer without a reason");
    }
  }

  private static ApprovalRule byTwo(Optional<String> deputies) {
    return new ApprovalRule(
        "two of them",
        Optional.empty(),
        false,
        2,
        List.of("managers"),
        false,
        false,
        deputies.map(group -> Duration.ofDays(1)),
        deputies.map(group -> Duration.ofDays(2)),
        deputies,
        deputies.map(group -> Duration.ofDays(9)),
        ApprovalRule.REJECT);
  }

  @Test
  void rejected() {
    record(
        temporal -> {
          temporal.hand(temporal.hireToday("e1"));
          temporal.decide(
              temporal.onboarding(1), temporal.untilAsked(temporal.onboarding(1)).id(), "reject");
          temporal.result(temporal.onboarding(1), Object.class);
          keep(temporal, "onboarding", "rejected", temporal.onboarding(1));
        });
  }

  @Test
  void expired() {
    record(
        temporal -> {
          temporal.hand(temporal.hireToday("e1"));
          temporal.untilAsked(temporal.onboarding(1));
          temporal.skip(Duration.ofDays(15));
          temporal.result(temporal.onboarding(1), Object.class);
          keep(temporal, "onboarding", "expired", temporal.onboarding(1));
        });
  }

  @Test
  void parkedAndRetried() {
    record(
        temporal -> {
          temporal.backoffice.failures.finalBefore("preFlight", FailureTypes.BOT_LOGIN_REJECTED);
          temporal.backoffice.failures.finalBefore("assignSites", FailureTypes.PAGE_CHANGED);
          temporal.hand(temporal.hireToday("e1"));
          temporal.untilParked(temporal.onboarding(1));
          temporal.answer(temporal.onboarding(1), "retry");
          temporal.approve(temporal.onboarding(1));
          temporal.untilParked(temporal.onboarding(1));
          temporal.answer(temporal.onboarding(1), "retry");
          temporal.result(temporal.onboarding(1), Object.class);
          keep(temporal, "onboarding", "parked-and-retried", temporal.onboarding(1));
        });
  }

  @Test
  void withdrawn() {
    record(
        temporal -> {
          temporal.backoffice.failures.finalBefore("assignSites", FailureTypes.PAGE_CHANGED);
          temporal.hand(temporal.hireToday("e1"));
          temporal.approve(temporal.onboarding(1));
          temporal.untilParked(temporal.onboarding(1));
          temporal.hand(temporal.fire("e2", temporal.now()));
          temporal.untilForgotten();
          keep(temporal, "onboarding", "withdrawn", temporal.onboarding(1));
          keep(
              temporal, "person", "fired-while-being-hired", WorkflowIds.person(TestTemporal.JANE));
        });
  }

  @Test
  void cancelled() {
    record(
        temporal -> {
          temporal.backoffice.failures.finalBefore("assignSites", FailureTypes.PAGE_CHANGED);
          temporal.hand(temporal.hireToday("e1"));
          temporal.approve(temporal.onboarding(1));
          temporal.untilParked(temporal.onboarding(1));
          temporal.workflow(temporal.onboarding(1)).cancel();
          failed(temporal.failure(temporal.onboarding(1)));
          keep(temporal, "onboarding", "cancelled", temporal.onboarding(1));
        });
  }

  @Test
  void laterAndChanged() {
    record(
        temporal -> {
          temporal.hand(temporal.hire("e1", temporal.now(), today(temporal).plusDays(10)));
          temporal.approve(temporal.onboarding(1));
          temporal.backoffice.templateGrants = List.of(22, 23);
          temporal.skip(Duration.ofDays(11));
          temporal.approve(temporal.onboarding(1));
          temporal.result(temporal.onboarding(1), Object.class);
          keep(temporal, "onboarding", "later-and-approved-again", temporal.onboarding(1));
        });
  }

  @Test
  void withoutStaffAccount() {
    record(
        temporal -> {
          temporal.staffApi.applicable = false;
          temporal.hired();
          keep(temporal, "onboarding", "without-staff-account", temporal.onboarding(1));
        });
  }

  @Test
  void startedByHand() {
    record(
        temporal -> {
          OnboardingWorkflow byHand =
              temporal
                  .client()
                  .newWorkflowStub(
                      OnboardingWorkflow.class,
                      WorkflowOptions.newBuilder()
                          .setWorkflowId("onboarding/by-hand")
                          .setTaskQueue(TaskQueues.DEFAULT)
                          .build());
          HireEvent hire = temporal.hire("e1", temporal.now(), PAST);
          try {
            throw new AssertionError(
                byHand.onboard(new OnboardingInput(hire.employeeNumber(), hire.hire())));
          } catch (WorkflowFailedException noConsent) {
            keep(temporal, "onboarding", "no-consent", "onboarding/by-hand");
          }
        });
  }

  @Test
  void datedAndBroughtForward() {
    record(
        temporal -> {
          temporal.hired();
          temporal.planning.policy =
              temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
          temporal.hand(temporal.leave("e2", temporal.now(), today(temporal).plusDays(20)));
          temporal.until(temporal.offboarding(2), status -> status.steps().size() >= 4);
          temporal.hand(temporal.fire("e3", temporal.now()));
          temporal.untilForgotten();
          keep(temporal, "offboarding", "dated-and-brought-forward", temporal.offboarding(2));
          keep(temporal, "person", "two-terminations", WorkflowIds.person(TestTemporal.JANE));
        });
  }

  @Test
  void dated() {
    record(
        temporal -> {
          temporal.hired();
          temporal.planning.policy =
              temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
          temporal.hand(temporal.leave("e2", temporal.now(), today(temporal).plusDays(5)));
          temporal.until(temporal.offboarding(2), status -> status.steps().size() >= 4);
          temporal.untilForgotten();
          keep(temporal, "offboarding", "dated", temporal.offboarding(2));
        });
  }

  @Test
  void approvedTermination() {
    record(
        temporal -> {
          temporal.hired();
          ProcessPolicy was = temporal.planning.policy;
          temporal.planning.policy =
              new ProcessPolicy(
                  was.approvers(),
                  was.operators(),
                  true,
                  was.approvalExpiresAfter(),
                  was.lookAgainAfter(),
                  was.pinReadableFor(),
                  was.pinReadableAgainFor(),
                  was.personRememberedFor());
          temporal.hand(temporal.leave("e2", temporal.now(), PAST));
          temporal.approve(temporal.offboarding(2));
          temporal.untilForgotten();
          keep(temporal, "offboarding", "approved", temporal.offboarding(2));
        });
  }

  @Test
  void closedWithAWebUser() {
    record(
        temporal -> {
          temporal.hired();
          temporal.webUsers.add(
              new WebUserRow(4711, "jdoe", "Jane", "Doe", "jane.doe@example.com", true));
          temporal.hand(temporal.fire("e2", temporal.now()));
          OpenRequest asked = temporal.untilAsked(temporal.offboarding(2));
          temporal.webUsers.disableByHand(4711);
          temporal.decide(temporal.offboarding(2), asked.id(), "done");
          temporal.result(temporal.offboarding(2), Object.class);
          keep(temporal, "offboarding", "web-user-closed-by-hand", temporal.offboarding(2));
        });
  }

  @Test
  void calledOff() {
    record(
        temporal -> {
          temporal.hired();
          temporal.planning.policy =
              temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
          temporal.hand(temporal.leave("e2", temporal.now(), today(temporal).plusDays(20)));
          temporal.until(temporal.offboarding(2), status -> status.steps().size() >= 5);
          temporal.workflow(temporal.offboarding(2)).signal("call off", new Withdrawal("dana", ""));
          temporal.approve(temporal.offboarding(2));
          temporal.result(temporal.offboarding(2), Object.class);
          keep(temporal, "offboarding", "called-off", temporal.offboarding(2));
        });
  }

  @Test
  void deletedAfterTheGracePeriod() {
    record(
        temporal -> {
          temporal.planning.policy =
              temporal
                  .planning
                  .policy
                  .withDeleteLeavers(true)
                  .withGracePeriod(Duration.ofDays(30))
                  .withAlarmAfter(Duration.ofMinutes(15));
          temporal.hired();
          temporal.hand(temporal.fire("e2", temporal.now()));
          temporal.result(temporal.offboarding(2), Object.class);
          keep(temporal, "offboarding", "undoable", temporal.offboarding(2));
          temporal.skip(Duration.ofDays(31));
          String deletion = WorkflowIds.deletion(TestTemporal.JANE, 3);
          temporal.result(deletion, Object.class);
          keep(temporal, "deletion", "deleted", deletion);
        });
  }

  @Test
  void unknownPerson() {
    record(
        temporal -> {
          temporal.hand(temporal.fire("e1", temporal.now()));
          temporal.untilForgotten();
          keep(temporal, "offboarding", "unknown-everywhere", temporal.offboarding(1));
        });
  }

  @Test
  void skippedByAHuman() {
    record(
        temporal -> {
          temporal.hired();
          temporal.backoffice.failures.finalBefore("locate", FailureTypes.NOT_OURS);
          temporal.hand(
              new TerminationEvent(
                  "e2",
                  temporal.now(),
                  TestTemporal.JANE,
                  new Termination(
                      Optional.of(TestTemporal.JANES_POS_USER_ID),
                      Optional.of("Roe"),
                      Optional.empty(),
                      true)));
          temporal.untilParked(temporal.offboarding(2));
          temporal.answer(temporal.offboarding(2), "skip");
          temporal.result(temporal.offboarding(2), Object.class);
          keep(temporal, "offboarding", "left-to-a-human", temporal.offboarding(2));
        });
  }

  @Test
  void available() {
    record(
        temporal -> {
          temporal
              .client()
              .newWorkflowStub(
                  AvailabilityWorkflow.class,
                  WorkflowOptions.newBuilder()
                      .setWorkflowId("check/1")
                      .setTaskQueue(TaskQueues.DEFAULT)
                      .build())
              .check(
                  new AvailabilityQuestion(
                      Optional.of(PosUserId.of(12345)),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
          keep(temporal, "availability", "answered", "check/1");
        });
  }

  @Test
  void read() {
    record(
        temporal -> {
          ListingQuestion first = new ListingQuestion(1);
          stub(temporal, RosterWorkflow.class, "employees/1")
              .list(
                  new RosterQuestion(
                      Optional.empty(),
                      Optional.of(PosUserId.of(12345)),
                      Optional.empty(),
                      List.of(),
                      false,
                      false,
                      1));
          keep(temporal, "roster", "answered", "employees/1");
          stub(temporal, EmployeeWorkflow.class, "employee/1")
              .read(new EmployeeQuestion(Optional.of(PosUserId.of(12345)), Optional.empty()));
          keep(temporal, "employee", "answered", "employee/1");
          stub(temporal, SiteWorkflow.class, "sites/1").list(first);
          keep(temporal, "sites", "answered", "sites/1");
          stub(temporal, DepartmentWorkflow.class, "departments/1").list(first);
          keep(temporal, "departments", "answered", "departments/1");
          stub(temporal, TemplateWorkflow.class, "templates/1").list(first);
          keep(temporal, "templates", "answered", "templates/1");
        });
  }

  @Test
  void notices() {
    record(
        temporal -> {
          temporal.planning.policy = temporal.planning.policy.withNotices(true);
          temporal.hired();
          keep(temporal, "onboarding", "done-and-told", temporal.onboarding(1));
          temporal.hand(temporal.fire("e3", temporal.now()));
          temporal.untilForgotten();
          keep(temporal, "offboarding", "at-once-and-told", temporal.offboarding(2));
        });
  }

  @Test
  void noticesThatNobodyTook() {
    record(
        temporal -> {
          temporal.planning.policy = temporal.planning.policy.withNotices(true);
          temporal.mailbox.outage = FailureTypes.MAIL_OUTAGE;
          temporal.hand(temporal.hireToday("e1"));
          temporal.untilAsked(temporal.onboarding(1));
          temporal.skip(Duration.ofHours(2));
          temporal.withdraw(temporal.onboarding(1));
          temporal.result(temporal.onboarding(1), Object.class);
          keep(temporal, "onboarding", "withdrawn-and-not-told", temporal.onboarding(1));
        });
  }

  @Test
  void digests() {
    record(
        temporal -> {
          DigestInput input = new DigestInput("digest", "America/Chicago", Optional.empty());
          stub(temporal, DailyDigestWorkflow.class, "daily/1").today(input);
          keep(temporal, "daily-digest", "nothing-to-say", "daily/1");
          keep(
              temporal,
              "digest",
              "nothing-to-say",
              "digest/lanyard/America/Chicago/" + temporal.digests.day);
          stub(temporal, DailyDigestWorkflow.class, "daily/2").today(input);
          keep(temporal, "daily-digest", "sent-before", "daily/2");
          temporal.digests.day = temporal.digests.day.plusDays(1);
          temporal.digests.notices.add(temporal.digests.to("managers"));
          stub(temporal, DailyDigestWorkflow.class, "daily/3").today(input);
          keep(temporal, "daily-digest", "sent", "daily/3");
          keep(
              temporal, "digest", "sent", "digest/lanyard/America/Chicago/" + temporal.digests.day);
          stub(temporal, UncleanWorkflow.class, "unclean/1").list(new UncleanQuestion(35));
          keep(temporal, "unclean", "answered", "unclean/1");
        });
  }

  @Test
  void staffLooks() {
    record(
        temporal -> {
          stub(temporal, StaffListWorkflow.class, "staff-list/1")
              .list(new StaffListQuestion(Optional.of("Wash 37135"), false));
          keep(temporal, "staff-list", "answered", "staff-list/1");
          stub(temporal, StaffMemberWorkflow.class, "staff-show/1")
              .show(new StaffMemberQuestion(Optional.of(454L), Optional.empty()));
          keep(temporal, "staff-show", "answered", "staff-show/1");
          stub(temporal, WebhooksWorkflow.class, "webhooks/1")
              .webhooks(new WebhooksRequest(false, List.of()));
          keep(temporal, "webhooks", "listed", "webhooks/1");
          stub(temporal, WebhooksWorkflow.class, "webhooks/2")
              .webhooks(new WebhooksRequest(true, List.of()));
          keep(temporal, "webhooks", "synced", "webhooks/2");
          keep(temporal, "webhooks", "synced-after-a-look", "webhooks/2");
        });
  }

  private static <T> T stub(TestTemporal temporal, Class<T> workflow, String id) {
    return temporal
        .client()
        .newWorkflowStub(
            workflow,
            WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(TaskQueues.DEFAULT)
                .build());
  }

  @Test
  void webUsersListed() {
    record(
        temporal -> {
          temporal
              .client()
              .newWorkflowStub(
                  WebUsersWorkflow.class,
                  WorkflowOptions.newBuilder()
                      .setWorkflowId("web-users/1")
                      .setTaskQueue(TaskQueues.DEFAULT)
                      .build())
              .list(
                  new WebUserQuery(
                      Optional.empty(), Optional.empty(), Optional.of("jane"), "all", 1));
          keep(temporal, "web-users", "listed", "web-users/1");
        });
  }

  /** One story on a Temporal of its own. */
  private static void record(Story story) {
    try (TestTemporal temporal = new TestTemporal()) {
      story.tell(temporal);
    }
  }

  private static void keep(TestTemporal temporal, String workflow, String branch, String id) {
    if (!StoredHistories.stored(workflow, branch)) {
      StoredHistories.store(workflow, branch, temporal.client().fetchHistory(id).toJson(true));
    }
  }

  private static RevealRequest reveal(String key) {
    return new RevealRequest(key, "maria");
  }

  private static void failed(WorkflowFailedException expected) {
    if (expected.getCause() == null) {
      throw new AssertionError("failed without a cause", expected);
    }
  }

  private static LocalDate today(TestTemporal temporal) {
    return temporal.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private interface Story {
    void tell(TestTemporal temporal);
  }
}

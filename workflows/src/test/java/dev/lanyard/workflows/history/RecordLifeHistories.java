package dev.lanyard.workflows.history;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.doctor.BackofficeExamination;
import dev.lanyard.workflows.doctor.ConfigurationExamination;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.DoctorWorkflow;
import dev.lanyard.workflows.doctor.DoctorWorkflowImpl;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import dev.lanyard.workflows.doctor.StaffApiExamination;
import dev.lanyard.workflows.fake.RememberingRecords;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.person.CallOff;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As {@link RecordHistories}, of what happens to somebody in the course of a life. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordLifeHistories {

  private static final String PERSON = WorkflowIds.person(TestTemporal.JANE);
  private static final String TRANSFER = WorkflowIds.transfer(TestTemporal.JANE, 2);
  private static final String END = WorkflowIds.transfer(TestTemporal.JANE, 3);

  @Test
  void transferWithStaffAccount() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      hand(temporal, promotion("Harbor"));
      temporal.approve(TRANSFER);
      temporal.result(TRANSFER, Object.class);
      keep(temporal, "transfer", "with-staff-account", TRANSFER);
    }
  }

  @Test
  void loanWithStaffAccountAndItsEnd() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      lend(temporal);
      keep(temporal, "transfer", "loan-with-staff-account", TRANSFER);
      temporal.skip(Duration.ofDays(7));
      temporal.result(END, Object.class);
      settled(temporal);
      keep(temporal, "transfer", "end-of-a-loan-with-staff-account", END);
      temporal.hand(temporal.fire("fired", temporal.now()));
      temporal.untilForgotten();
      keep(temporal, "person", "lent", PERSON);
    }
  }

  @Test
  void endOfALoanThatSomebodyTriedToWithdraw() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      lend(temporal);
      temporal.records.failures.finalBefore("setPermissions", FailureTypes.PAGE_CHANGED);
      temporal.skip(Duration.ofDays(7));
      temporal.untilParked(END);
      temporal.withdraw(END);
      temporal.until(END, status -> status.decisions().size() == 1);
      temporal.answer(END, "retry");
      temporal.result(END, Object.class);
      keep(temporal, "transfer", "end-of-a-loan-not-withdrawn", END);
    }
  }

  @Test
  void transferAmendedWhileItIsParkedAskedAboutAndWaits() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(40));
      temporal.hired();
      hand(
          temporal,
          new Transfer(
              sites("Habor"),
              List.of(),
              null,
              null,
              Optional.of(today(temporal).plusDays(20)),
              null));
      temporal.untilParked(TRANSFER);
      amend(temporal, TRANSFER, Map.of("sites", Map.of("names", List.of("Harbor"))));
      String first = temporal.untilAsked(TRANSFER).id();
      amend(temporal, TRANSFER, Map.of("wageRate", "18.25"));
      temporal.until(
          TRANSFER,
          status ->
              status.awaiting().stream()
                  .anyMatch(
                      open ->
                          !open.id().equals(first) && open.detail().toString().contains("18.25")));
      temporal.approve(TRANSFER);
      temporal.until(TRANSFER, status -> status.stage().equals("waiting-for-date"));
      temporal
          .workflow(TRANSFER)
          .signal("amend", Map.of("by", "maria", "from", today(temporal).toString()));
      temporal.approve(TRANSFER);
      temporal.result(TRANSFER, Object.class);
      keep(temporal, "transfer", "amended", TRANSFER);
    }
  }

  @Test
  void changeAmendedWhileItIsParked() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      String change = WorkflowIds.change(TestTemporal.JANE, 2);
      temporal.hand(
          new ChangeEvent(
              "e2",
              temporal.now(),
              TestTemporal.JANE,
              new PersonChange(null, null, null, Optional.of(""), null, null, null, null)));
      temporal.untilParked(change);
      amend(temporal, change, Map.of("email", "jane@example.com"));
      temporal.result(change, Object.class);
      keep(temporal, "change", "amended", change);
    }
  }

  @Test
  void rehire() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
      temporal.hired();
      temporal.hand(temporal.fire("e2", temporal.now()));
      temporal.result(temporal.offboarding(2), Object.class);
      left(temporal);
      temporal.hand(temporal.hireToday("e3"));
      temporal.approve(temporal.onboarding(3));
      temporal.result(temporal.onboarding(3), Object.class);
      keep(temporal, "onboarding", "rehired", temporal.onboarding(3));
    }
  }

  @Test
  void hireAmendedAfterItsCreate() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.staffApi.failures.finalBefore("assignStaffSites", FailureTypes.NOT_APPLIED);
      temporal.hand(temporal.hireToday("e1"));
      temporal.approve(temporal.onboarding(1));
      temporal.untilParked(temporal.onboarding(1));
      temporal.backoffice.siteName = "Harbor";
      amend(
          temporal,
          temporal.onboarding(1),
          Map.of("email", "jane.roe@example.com", "lastName", "Roe"));
      temporal.result(temporal.onboarding(1), Object.class);
      keep(temporal, "onboarding", "amended-after-its-create", temporal.onboarding(1));
    }
  }

  @Test
  void dryRunOfATransfer() {
    triedOut(
        "transfer",
        temporal ->
            new TransferEvent("e2", temporal.now(), TestTemporal.JANE, promotion("Harbor")));
  }

  @Test
  void dryRunOfAnOffboarding() {
    triedOut("offboarding", temporal -> temporal.fire("e2", temporal.now()));
  }

  private static void triedOut(String workflow, Event event) {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      temporal.hand(new DryRunEvent(event.of(temporal)));
      String run = WorkflowIds.dryRun(TestTemporal.JANE);
      temporal.result(run, Object.class);
      keep(temporal, workflow, "dry-run", run);
    }
  }

  @Test
  void terminationOfALaterDayThatIsBroughtForward() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(2));
      temporal.hired();
      temporal.hand(temporal.leave("e2", temporal.now(), today(temporal).plusDays(21)));
      temporal.untilPerson(person -> person.planned().size() == 1);
      temporal.hand(temporal.leave("e3", temporal.now(), today(temporal).plusDays(12)));
      temporal.untilPerson(p -> p.planned().stream().anyMatch(one -> one.id().equals("e3")));
      temporal.skip(Duration.ofDays(11));
      temporal.result(temporal.offboarding(2), Object.class);
      temporal.untilForgotten();
      keep(temporal, "person", "termination-brought-forward", PERSON);
      keep(temporal, "offboarding", "from-the-agenda", temporal.offboarding(2));
    }
  }

  @Test
  void terminationOfALaterDayThatIsCalledOff() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(2));
      temporal.hired();
      temporal.hand(temporal.leave("e2", temporal.now(), today(temporal).plusDays(21)));
      temporal.untilPerson(person -> person.planned().size() == 1);
      String callOff = WorkflowIds.callOff(TestTemporal.JANE, 1);
      accepted(
          temporal
              .workflow(PERSON)
              .update("call off", DecisionAnswer.class, new CallOff("e2", "dana", "she stays")));
      temporal.approve(callOff);
      temporal.untilPerson(person -> person.planned().isEmpty());
      keep(temporal, "call-off", "approved", callOff);
      temporal.hand(temporal.fire("e3", temporal.now()));
      temporal.untilForgotten();
      keep(temporal, "person", "termination-called-off", PERSON);
    }
  }

  @Test
  void cancelledOffboardingAndItsUndo() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
      temporal.journal.during(
          "backoffice.disableEmployee", () -> temporal.workflow(temporal.offboarding(2)).cancel());
      temporal.hand(temporal.fire("e2", temporal.now()));
      failed(temporal.failure(temporal.offboarding(2)));
      keep(temporal, "offboarding", "cancelled-with-its-snapshot", temporal.offboarding(2));
      temporal.result(temporal.offboarding(3), Object.class);
      temporal.untilPerson(
          person ->
              person.currentProcess().isEmpty()
                  && person.lastProcess().equals(Optional.of(temporal.offboarding(3))));
      temporal.hand(new UndoEvent("e3", temporal.now(), TestTemporal.JANE, "a mistake"));
      String undo = WorkflowIds.restoration("undo", TestTemporal.JANE, 4);
      temporal.approve(undo);
      temporal.result(undo, Object.class);
      settled(temporal);
      keep(temporal, "restoration", "undo-of-a-cancelled-termination", undo);
      temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ZERO);
      temporal.hand(temporal.fire("e4", temporal.now()));
      temporal.untilForgotten();
      keep(temporal, "person", "cancelled-termination-undone", PERSON);
    }
  }

  @Test
  void deletionThatAHireWithdrew() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.planning.policy =
          temporal.planning.policy.withDeleteLeavers(true).withGracePeriod(Duration.ofDays(30));
      temporal.hired();
      temporal.hand(temporal.fire("e2", temporal.now()));
      temporal.result(temporal.offboarding(2), Object.class);
      temporal.untilPerson(person -> person.undoableUntil().isPresent());
      temporal.staffApi.failures.finalBefore("deleteStaffMember", FailureTypes.STAFF_API_REFUSED);
      temporal.skip(Duration.ofDays(31));
      String deletion = WorkflowIds.deletion(TestTemporal.JANE, 3);
      temporal.untilParked(deletion);
      temporal.hand(temporal.hireToday("e3"));
      temporal.result(deletion, String.class);
      keep(temporal, "deletion", "withdrawn-by-a-hire", deletion);
      temporal.approve(temporal.onboarding(4));
      temporal.result(temporal.onboarding(4), Object.class);
    }
  }

  @Test
  void leaveAndReturn() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      String leave = WorkflowIds.leave(TestTemporal.JANE, 2);
      temporal.hand(new LeaveEvent("e2", temporal.now(), TestTemporal.JANE, new Leave(null, null)));
      temporal.result(leave, Object.class);
      temporal.untilPerson(person -> person.onLeave() && person.currentProcess().isEmpty());
      keep(temporal, "offboarding", "leave", leave);
      temporal.hand(new ReturnEvent("e3", temporal.now(), TestTemporal.JANE, Optional.empty()));
      String back = WorkflowIds.restoration("return", TestTemporal.JANE, 3);
      temporal.approve(back);
      temporal.result(back, Object.class);
      settled(temporal);
      keep(temporal, "restoration", "return", back);
      temporal.hand(temporal.fire("e4", temporal.now()));
      temporal.untilForgotten();
      keep(temporal, "person", "on-leave-and-back", PERSON);
    }
  }

  @Test
  void doctorWithTheConfiguration() {
    try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
      var own = temporal.newWorker(TaskQueues.DEFAULT);
      own.registerWorkflowImplementationTypes(DoctorWorkflowImpl.class);
      own.registerActivitiesImplementations(
          (ConfigurationExamination) request -> fine(ExaminedSystem.CONFIGURATION));
      temporal
          .newWorker(TaskQueues.staffApi(TaskQueues.DEFAULT))
          .registerActivitiesImplementations(
              (StaffApiExamination) request -> fine(ExaminedSystem.STAFF_API));
      temporal
          .newWorker(TaskQueues.backoffice(TaskQueues.DEFAULT))
          .registerActivitiesImplementations(
              (BackofficeExamination) request -> fine(ExaminedSystem.BACKOFFICE));
      temporal.start();
      temporal
          .getWorkflowClient()
          .newWorkflowStub(
              DoctorWorkflow.class,
              WorkflowOptions.newBuilder()
                  .setTaskQueue(TaskQueues.DEFAULT)
                  .setWorkflowId("doctor/1")
                  .build())
          .examine(new DoctorRequest(3));
      if (!StoredHistories.stored("doctor", "with-configuration")) {
        StoredHistories.store(
            "doctor",
            "with-configuration",
            temporal.getWorkflowClient().fetchHistory("doctor/1").toJson(true));
      }
    }
  }

  private static ExaminedSystem fine(String system) {
    return new ExaminedSystem(system, "http://x/", List.of(), List.of(), List.of());
  }

  private static void lend(TestTemporal temporal) {
    hand(
        temporal,
        new Transfer(
            sites("Harbor"),
            List.of("Detailer"),
            Optional.of(RememberingRecords.SHIFT_LEAD),
            null,
            null,
            Optional.of(today(temporal).plusDays(5))));
    temporal.approve(TRANSFER);
    temporal.result(TRANSFER, Object.class);
    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
  }

  private static Transfer promotion(String site) {
    return new Transfer(
        sites(site),
        List.of("Detailer"),
        Optional.of(RememberingRecords.SHIFT_LEAD),
        Optional.of(new BigDecimal("18.25")),
        null,
        null);
  }

  private static Optional<SiteChoice> sites(String name) {
    return Optional.of(SiteChoice.of(List.of(name)));
  }

  private static void hand(TestTemporal temporal, Transfer transfer) {
    temporal.hand(new TransferEvent("e2", temporal.now(), TestTemporal.JANE, transfer));
  }

  private static void amend(TestTemporal temporal, String run, Map<String, Object> fields) {
    Map<String, Object> amendment = new java.util.HashMap<>(fields);
    amendment.put("by", "maria");
    accepted(temporal.workflow(run).update("amend", DecisionAnswer.class, amendment));
  }

  private static void accepted(DecisionAnswer answer) {
    if (!answer.accepted()) {
      throw new AssertionError(answer.reason());
    }
  }

  private static void failed(WorkflowFailedException expected) {
    if (expected.getCause() == null) {
      throw new AssertionError("failed without a cause", expected);
    }
  }

  private static void settled(TestTemporal temporal) {
    temporal.untilPerson(person -> person.employed() && person.currentProcess().isEmpty());
  }

  private static void left(TestTemporal temporal) {
    temporal.untilPerson(person -> !person.employed() && person.currentProcess().isEmpty());
  }

  private static LocalDate today(TestTemporal temporal) {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }

  private static void keep(TestTemporal temporal, String workflow, String branch, String id) {
    if (!StoredHistories.stored(workflow, branch)) {
      StoredHistories.store(workflow, branch, temporal.client().fetchHistory(id).toJson(true));
    }
  }

  private interface Event {
    HrEvent of(TestTemporal temporal);
  }
}

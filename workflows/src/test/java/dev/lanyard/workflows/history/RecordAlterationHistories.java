package dev.lanyard.workflows.history;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.RestoringParent;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As {@link RecordHistories}, of the processes that alter what somebody has. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordAlterationHistories {

  private static final String CHANGE = WorkflowIds.change(TestTemporal.JANE, 2);
  private static final String TRANSFER = WorkflowIds.transfer(TestTemporal.JANE, 2);
  private static final String UNDO =
      WorkflowIds.restoration("undo", TestTemporal.JANE, RestoringParent.ORDINAL);

  private static void change(TestTemporal temporal) {
    temporal.hired();
    temporal.hand(
        new ChangeEvent(
            "e2",
            temporal.now(),
            TestTemporal.JANE,
            new PersonChange(
                null,
                null,
                null,
                null,
                Optional.of(LocalDate.of(2026, 5, 4)),
                Optional.of("Dana Example"),
                null,
                null)));
  }

  private static void transfer(TestTemporal temporal, Optional<LocalDate> until) {
    temporal.hired();
    temporal.hand(
        new TransferEvent(
            "e2",
            temporal.now(),
            TestTemporal.JANE,
            new Transfer(
                null,
                List.of("Detailer"),
                null,
                until.isPresent() ? null : Optional.of(new BigDecimal("18.25")),
                null,
                until)));
  }

  @Test
  void changeDone() {
    try (TestTemporal temporal = new TestTemporal()) {
      change(temporal);
      temporal.result(CHANGE, ChangeResult.class);
      keep(temporal, "change", "done", CHANGE);
    }
  }

  @Test
  void changeParkedAndWithdrawn() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.records.failures.finalBefore("changeEmployee", FailureTypes.STATE_CHANGED);
      change(temporal);
      temporal.answer(CHANGE, "withdraw");
      temporal.result(CHANGE, ChangeResult.class);
      keep(temporal, "change", "parked-and-withdrawn", CHANGE);
    }
  }

  @Test
  void transferDone() {
    try (TestTemporal temporal = new TestTemporal()) {
      transfer(temporal, Optional.empty());
      temporal.approve(TRANSFER);
      temporal.result(TRANSFER, TransferResult.class);
      keep(temporal, "transfer", "done", TRANSFER);
    }
  }

  @Test
  void transferRefusedAndUndone() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.records.failures.finalBefore("recordWage", FailureTypes.BACKOFFICE_REFUSED);
      transfer(temporal, Optional.empty());
      temporal.approve(TRANSFER);
      temporal.result(TRANSFER, TransferResult.class);
      keep(temporal, "transfer", "undone", TRANSFER);
    }
  }

  @Test
  void loanEnds() {
    try (TestTemporal temporal = new TestTemporal()) {
      transfer(
          temporal, Optional.of(LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC).plusDays(5)));
      temporal.approve(TRANSFER);
      temporal.result(TRANSFER, TransferResult.class);
      temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
      temporal.skip(Duration.ofDays(7));
      String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
      temporal.result(end, TransferResult.class);
      keep(temporal, "transfer", "end-of-a-loan", end);
    }
  }

  @Test
  void undone() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.hired();
      Member member = temporal.staffApi.byCode(TestTemporal.JANE).orElseThrow();
      AccessSnapshot before =
          new AccessSnapshot(
              temporal
                  .backoffice
                  .at(TestTemporal.JANES_POS_USER_ID)
                  .map(temporal.records::snapshot),
              Optional.of(
                  new StaffAccess(member.id(), false, member.permissions(), member.siteIds())));
      temporal.hand(temporal.fire("e2", temporal.now()));
      temporal.untilForgotten();
      RestoringParent parent =
          temporal
              .client()
              .newWorkflowStub(
                  RestoringParent.class,
                  WorkflowOptions.newBuilder()
                      .setTaskQueue(TaskQueues.DEFAULT)
                      .setWorkflowId(WorkflowIds.person(TestTemporal.JANE))
                      .build());
      var started =
          WorkflowClient.start(
              parent::restore,
              new RestorationInput(
                  TestTemporal.JANE,
                  Optional.of(TestTemporal.JANES_POS_USER_ID),
                  Optional.empty(),
                  Optional.empty(),
                  RestorationInput.UNDO,
                  before,
                  Optional.empty(),
                  "a mistake"));
      if (started.getRunId().isEmpty()) {
        throw new IllegalStateException("no id");
      }
      temporal.approve(UNDO);
      temporal.result(UNDO, RestorationResult.class);
      keep(temporal, "restoration", "undo", UNDO);
    }
  }

  private static void keep(TestTemporal temporal, String workflow, String branch, String id) {
    if (!StoredHistories.stored(workflow, branch)) {
      StoredHistories.store(workflow, branch, temporal.client().fetchHistory(id).toJson(true));
    }
  }
}

package dev.lanyard.workflows.person;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.change.ChangeInput;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.change.ChangeWorkflow;
import dev.lanyard.workflows.deletion.DeletionInput;
import dev.lanyard.workflows.deletion.DeletionWorkflow;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.restoration.RestorationWorkflow;
import dev.lanyard.workflows.transfer.TransferInput;
import dev.lanyard.workflows.transfer.TransferResult;
import dev.lanyard.workflows.transfer.TransferWorkflow;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.LocalDate;
import java.util.Optional;

/** Starts the processes of somebody whose record exists. */
final class Alterations {

  private final EmployeeNumber employeeNumber;

  Alterations(EmployeeNumber employeeNumber) {
    this.employeeNumber = employeeNumber;
  }

  Alteration<ChangeResult> change(PersonChange wanted, PersonLinks links, int ordinal) {
    Mandate mandate = Process.mandate(Optional.empty());
    String id = WorkflowIds.change(employeeNumber, ordinal);
    ChangeWorkflow child = Process.child(ChangeWorkflow.class, id, "Change of " + employeeNumber);
    return new Alteration<>(
        id,
        child,
        Async.function(
            child::change,
            new ChangeInput(
                employeeNumber,
                links.posUserId(),
                links.employeeId(),
                links.staffId(),
                wanted,
                mandate)),
        child::withdraw,
        ChangeResult::outcome,
        Standing.EMPLOYED,
        mandate);
  }

  /**
   * @param backTo of a loan that ends
   */
  Alteration<TransferResult> transfer(
      Transfer wanted,
      Optional<AccessSnapshot> backTo,
      Optional<String> requester,
      PersonLinks links,
      int ordinal) {
    Mandate mandate = Process.mandate(requester);
    String id = WorkflowIds.transfer(employeeNumber, ordinal);
    TransferWorkflow child =
        Process.child(
            TransferWorkflow.class,
            id,
            (backTo.isPresent() ? "End of the loan of " : "Transfer of ") + employeeNumber);
    return new Alteration<>(
        id,
        child,
        Async.function(
            child::transfer,
            new TransferInput(
                employeeNumber,
                links.posUserId(),
                links.employeeId(),
                links.staffId(),
                wanted,
                backTo,
                mandate)),
        child::withdraw,
        TransferResult::outcome,
        Standing.EMPLOYED,
        mandate);
  }

  /**
   * @param kind {@link RestorationInput#UNDO} or {@link RestorationInput#RETURN}
   */
  Alteration<RestorationResult> restore(
      String kind,
      AccessSnapshot before,
      Optional<LocalDate> on,
      String reason,
      Optional<String> requester,
      PersonLinks links,
      int ordinal) {
    Mandate mandate = Process.mandate(requester);
    String id = WorkflowIds.restoration(kind, employeeNumber, ordinal);
    RestorationWorkflow child =
        Process.child(
            RestorationWorkflow.class,
            id,
            (kind.equals(RestorationInput.UNDO) ? "Undo of the termination of " : "Return of ")
                + employeeNumber);
    return new Alteration<>(
        id,
        child,
        Async.function(
            child::restore,
            new RestorationInput(
                employeeNumber,
                links.posUserId(),
                links.employeeId(),
                links.staffId(),
                kind,
                before,
                on,
                reason,
                mandate)),
        child::withdraw,
        RestorationResult::outcome,
        Standing.EMPLOYED,
        mandate);
  }

  /** Any event that arrives withdraws it; runs from before let the event wait. */
  Alteration<String> delete(long staffId, int ordinal) {
    boolean withdrawn = Workflow.getVersion("deletion-withdrawn", Workflow.DEFAULT_VERSION, 1) >= 1;
    Mandate mandate = withdrawn ? Process.mandate(Optional.empty()) : Mandate.NONE;
    String id = WorkflowIds.deletion(employeeNumber, ordinal);
    DeletionWorkflow child =
        Process.child(DeletionWorkflow.class, id, "Deletion of " + employeeNumber);
    return new Alteration<>(
        id,
        child,
        Async.function(child::delete, new DeletionInput(employeeNumber, staffId, mandate)),
        withdrawn ? child::withdraw : withdrawal -> {},
        words -> words,
        Standing.GONE,
        mandate);
  }
}

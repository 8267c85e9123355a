package dev.lanyard.workflows.person;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.offboarding.OffboardingInput;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.offboarding.OffboardingWorkflow;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.util.Deque;
import java.util.Optional;

/**
 * A termination being carried out. A newer one is passed on to it: it may come earlier, not twice.
 */
final class Offboarding implements Process {

  private final String workflowId;
  private final TerminationEvent event;
  private final OffboardingWorkflow child;
  private final Promise<OffboardingResult> end;
  private Optional<OffboardingResult> result = Optional.empty();
  private String outcome = "";

  Offboarding(TerminationEvent event, PersonLinks links, int ordinal) {
    this.event = event;
    workflowId = WorkflowIds.offboarding(event.employeeNumber(), ordinal);
    child = Workflow.newChildWorkflowStub(OffboardingWorkflow.class, Process.options(workflowId));
    end =
        Async.function(
            child::offboard,
            new OffboardingInput(
                event.employeeNumber(),
                event.termination(),
                event.termination().posUserId().or(links::posUserId),
                sameRecord(links) ? links.employeeId() : Optional.empty(),
                links.staffId()));
  }

  /** A POS user ID in the event that is not the known one leads to another record. */
  private boolean sameRecord(PersonLinks links) {
    return event.termination().posUserId().isEmpty()
        || event.termination().posUserId().equals(links.posUserId());
  }

  /**
   * Returns when the child has ended.
   *
   * @param waiting terminations at its head are taken from it and passed on
   */
  void await(Deque<HrEvent> waiting) {
    while (!end.isCompleted()) {
      Workflow.await(() -> end.isCompleted() || passable(waiting.peek()));
      if (!end.isCompleted()) {
        passOn(waiting);
      }
    }
    settle();
  }

  /** Another POS user ID is another record: that termination waits its turn and runs by itself. */
  private boolean passable(HrEvent next) {
    return next instanceof TerminationEvent newer
        && (newer.termination().posUserId().isEmpty()
            || newer.termination().posUserId().equals(event.termination().posUserId()));
  }

  private void passOn(Deque<HrEvent> waiting) {
    TerminationEvent newer = (TerminationEvent) waiting.poll();
    try {
      Workflow.getWorkflowExecution(child).get();
      child.bringForward(newer.termination());
    } catch (SignalExternalWorkflowException | ChildWorkflowFailure ended) {
      // It ended before it could be brought forward: the newer one runs by itself.
      waiting.addFirst(newer);
      Workflow.await(end::isCompleted);
    }
  }

  private void settle() {
    try {
      OffboardingResult ended = end.get();
      result = Optional.of(ended);
      outcome = ended.outcome();
    } catch (ChildWorkflowFailure failure) {
      outcome = Process.type(failure);
    }
  }

  PersonLinks links(PersonLinks known) {
    return new PersonLinks(
        event.termination().posUserId().or(known::posUserId),
        result.flatMap(OffboardingResult::employeeId).or(known::employeeId),
        result.flatMap(OffboardingResult::staffId).or(known::staffId));
  }

  @Override
  public String workflowId() {
    return workflowId;
  }

  @Override
  public boolean grants() {
    return false;
  }

  @Override
  public String outcome() {
    return outcome;
  }

  @Override
  public boolean leftAccess() {
    return !result.filter(OffboardingResult::closedEverywhere).isPresent();
  }
}

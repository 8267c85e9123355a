package dev.lanyard.workflows.person;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.onboarding.OnboardingInput;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Deque;
import java.util.Optional;

/** A hire being carried out. A termination that is due makes it withdraw and settle. */
final class Onboarding implements Process {

  private final String workflowId;
  private final Mandate mandate;
  private final OnboardingWorkflow child;
  private final Promise<WorkflowExecution> start;
  private final Promise<OnboardingResult> end;
  private Optional<OnboardingResult> result = Optional.empty();
  private boolean unsettled;
  private String outcome = "";

  /**
   * @param formerEmployee the record that the person had before, when the hire is for the same one
   */
  Onboarding(HireEvent event, Optional<Integer> formerEmployee, int ordinal) {
    mandate = Process.mandate(event.requester());
    workflowId = WorkflowIds.onboarding(event.employeeNumber(), ordinal);
    // Nobody would order a later termination behind a grant whose owner was ended by force.
    child =
        Workflow.newChildWorkflowStub(
            OnboardingWorkflow.class,
            Process.options(
                workflowId,
                "Hire of " + event.hire().described(),
                ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL));
    end =
        Async.function(
            child::onboard,
            new OnboardingInput(
                event.employeeNumber(), event.hire(), formerEmployee, false, mandate));
    start = Workflow.getWorkflowExecution(child);
  }

  /**
   * Returns when the child has ended.
   *
   * @param waiting the events that are carried out next; a termination among them that is due ends
   *     the wait
   */
  void await(Deque<HrEvent> waiting, Agenda agenda) {
    if (new DueTermination(waiting, agenda).comesBefore(end)) {
      withdraw();
    }
    settle();
  }

  /** Passes a newer hire on as a correction; false when the run had ended before. */
  boolean amend(HireEvent newer) {
    HireAmendment amendment = HireAmendment.of(newer.hire(), "HR, event " + newer.eventId());
    return Process.told(
        child,
        () -> Workflow.newUntypedExternalWorkflowStub(workflowId).signal("amend", amendment));
  }

  private void withdraw() {
    Withdrawal withdrawal = Process.withdrawal(mandate);
    if (!Process.told(child, () -> child.withdraw(withdrawal))) {
      Workflow.getLogger(Onboarding.class).debug("it ended before it could be withdrawn");
    }
  }

  private void settle() {
    try {
      OnboardingResult ended = end.get();
      result = Optional.of(ended);
      outcome = ended.outcome();
    } catch (ChildWorkflowFailure failure) {
      unsettled = !Process.settled(failure);
      outcome = Process.type(failure);
      if (failure.getCause() instanceof ApplicationFailure cause
          && cause.getType().equals(FailureTypes.ONBOARDING_UNDONE)
          && cause.getDetails().getSize() > 0) {
        result = Optional.of(cause.getDetails().get(OnboardingResult.class));
      }
    }
  }

  PersonLinks links(PersonLinks known) {
    return new PersonLinks(
        result.map(OnboardingResult::posUserId).or(known::posUserId),
        result.flatMap(OnboardingResult::employeeId).or(known::employeeId),
        result.flatMap(OnboardingResult::staffId).or(known::staffId));
  }

  @Override
  public String workflowId() {
    return workflowId;
  }

  @Override
  public boolean started() {
    return start.isCompleted();
  }

  @Override
  public Standing leadsTo() {
    return Standing.EMPLOYED;
  }

  @Override
  public String outcome() {
    return outcome;
  }

  /** Whether the person has access, or may have it, now that it has ended. */
  boolean leftAccess() {
    return unsettled || outcome.equals(OnboardingResult.DONE);
  }
}

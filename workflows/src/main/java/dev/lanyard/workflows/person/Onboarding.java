package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A hire being carried out. A termination that is due makes it withdraw and settle. */
final class Onboarding implements Process {

  private final String workflowId;
  private final OnboardingWorkflow child;
  private final Promise<WorkflowExecution> start;
  private final Promise<OnboardingResult> end;
  private Optional<OnboardingResult> result = Optional.empty();
  private boolean unsettled;
  private String outcome = "";
  private final Map<String, Instant> moments = new HashMap<>();

  Onboarding(HireEvent event, int ordinal) {
    workflowId = WorkflowIds.onboarding(event.employeeNumber(), ordinal);
    // Nobody would order a later termination behind a grant whose owner was ended by force.
    child =
        Workflow.newChildWorkflowStub(
            OnboardingWorkflow.class,
            Process.options(
                workflowId,
                "Hire of " + event.hire().fullName() + ", POS user ID " + event.hire().posUserId(),
                ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL));
    end = Async.function(child::onboard, new OnboardingInput(event.employeeNumber(), event.hire()));
    start = Workflow.getWorkflowExecution(child);
  }

  /**
   * Returns when the child has ended.
   *
   * @param waiting the events that are carried out next; a termination among them that is due ends
   *     the wait
   */
  void await(Deque<HrEvent> waiting) {
    while (!end.isCompleted()) {
      Workflow.await(() -> end.isCompleted() || terminations(waiting).findAny().isPresent());
      if (end.isCompleted()) {
        break;
      }
      int seen = waiting.size();
      Duration left = Duration.between(now(), firstMoment(waiting));
      if (left.isNegative() || left.isZero()) {
        withdraw();
        break;
      }
      Workflow.await(left, () -> end.isCompleted() || waiting.size() != seen);
    }
    settle();
  }

  /** When the earliest of the waiting terminations takes effect. */
  private Instant firstMoment(Deque<HrEvent> waiting) {
    for (TerminationEvent termination : terminations(waiting).toList()) {
      if (!moments.containsKey(termination.eventId())) {
        moments.put(termination.eventId(), moment(termination.termination()));
      }
    }
    return terminations(waiting)
        .map(TerminationEvent::eventId)
        .filter(moments::containsKey)
        .map(moments::get)
        .min(Comparator.naturalOrder())
        .orElseGet(Onboarding::now);
  }

  private Instant moment(Termination termination) {
    return termination.immediate()
        ? now()
        : ActivityStubs.planning()
            .resolve(new EffectiveDate(termination.effectiveDate().get(), List.of()))
            .at();
  }

  private static Stream<TerminationEvent> terminations(Deque<HrEvent> waiting) {
    return waiting.stream()
        .filter(TerminationEvent.class::isInstance)
        .map(TerminationEvent.class::cast);
  }

  private void withdraw() {
    Withdrawal withdrawal = new Withdrawal("the person's run", "a termination arrived");
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
        known.posUserId(),
        result.flatMap(OnboardingResult::employeeId).or(known::employeeId),
        result.flatMap(OnboardingResult::staffId).or(known::staffId));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
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
  public boolean grants() {
    return true;
  }

  @Override
  public String outcome() {
    return outcome;
  }

  @Override
  public boolean leftAccess() {
    return unsettled || outcome.equals(OnboardingResult.DONE);
  }
}

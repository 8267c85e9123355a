package dev.lanyard.workflows.person;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.onboarding.OnboardingInput;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A process that ends with its plan. Whatever else arrives for the person stops it. */
final class DryRun implements Process {

  /** A system that is out for longer has no plan to show (guessed). */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final String workflowId;
  private final Standing standing;
  private final OnboardingWorkflow child;
  private final Promise<WorkflowExecution> start;
  private final Promise<OnboardingResult> end;
  private String outcome = "";

  /**
   * @param formerEmployee the record that the person had before, when the hire is for the same one
   * @param standing the person's own, which it leaves as it is
   */
  DryRun(HireEvent event, Optional<Integer> formerEmployee, Standing standing) {
    this.standing = standing;
    EmployeeNumber number = event.employeeNumber();
    workflowId = WorkflowIds.dryRun(number);
    child =
        Workflow.newChildWorkflowStub(
            OnboardingWorkflow.class,
            ChildWorkflowOptions.newBuilder(
                    Process.options(
                        workflowId,
                        "Dry run: hire of " + event.hire().described(),
                        ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL))
                .setWorkflowExecutionTimeout(LIMIT)
                .build());
    end =
        Async.function(
            child::onboard, new OnboardingInput(number, event.hire(), formerEmployee, true));
    start = Workflow.getWorkflowExecution(child);
  }

  /** Why this kind of event has no dry run, if it has none. */
  static Optional<String> objectionTo(HrEvent event) {
    return event instanceof HireEvent
        ? Optional.empty()
        : Optional.of("there is no dry run of a " + EventRecord.typeOf(event) + " yet");
  }

  /** Returns when the child has ended. */
  void await(Deque<HrEvent> waiting) {
    Workflow.await(() -> end.isCompleted() || !waiting.isEmpty());
    if (!end.isCompleted()) {
      Withdrawal overtaken = new Withdrawal("the person's run", "an event arrived");
      if (!Process.told(child, () -> child.withdraw(overtaken))) {
        Workflow.getLogger(DryRun.class).debug("it ended before it could be stopped");
      }
    }
    try {
      outcome = words(end.get().problems());
    } catch (ChildWorkflowFailure failure) {
      outcome =
          Process.settled(failure)
              ? "stopped: another event arrived, or somebody cancelled it"
              : "no plan within " + LIMIT.toMinutes() + " minutes, or ended by force";
    }
  }

  private static String words(List<String> problems) {
    return switch (problems.size()) {
      case 0 -> "no problem";
      case 1 -> "1 problem";
      default -> problems.size() + " problems";
    };
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
    return standing;
  }

  @Override
  public String outcome() {
    return outcome;
  }
}

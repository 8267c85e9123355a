package dev.lanyard.workflows.pin;

import dev.lanyard.workflows.RunGuide;
import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.hr.EmployeeNumber;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;

/** Opens and closes the small run in which one person's PIN waits to be collected. */
public final class PinHandover {

  private PinHandover() {}

  /** Starts the run and leaves it alone: it outlives the process that made the PIN. */
  @SuppressWarnings("deprecation") // A child's options know no conflict policy instead.
  public static void open(EmployeeNumber employeeNumber, SealedPin pin, ProcessPolicy policy) {
    PinHandoverWorkflow handover =
        Workflow.newChildWorkflowStub(
            PinHandoverWorkflow.class,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.pinHandover(employeeNumber))
                .setStaticSummary("PIN of " + employeeNumber)
                .setStaticDetails(RunGuide.of(WorkflowIds.pinHandover(employeeNumber)))
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                // An older PIN of the same person opens nothing any more.
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING)
                .build());
    // Nobody here waits for its end: only its start counts.
    Async.function(
            handover::handOver,
            new PinHandoverInput(
                employeeNumber, pin, policy.pinReadableFor(), policy.pinReadableAgainFor()))
        .handle((status, failure) -> null);
    Workflow.getWorkflowExecution(handover).get();
  }

  /** From here on nobody gets the PIN; nothing happens when no hand-over is open. */
  public static void close(EmployeeNumber employeeNumber, String reason) {
    PinHandoverWorkflow handover =
        Workflow.newExternalWorkflowStub(
            PinHandoverWorkflow.class, WorkflowIds.pinHandover(employeeNumber));
    if (!Signals.delivered(() -> handover.close(reason))) {
      Workflow.getLogger(PinHandover.class).debug("no hand-over is open");
    }
  }
}

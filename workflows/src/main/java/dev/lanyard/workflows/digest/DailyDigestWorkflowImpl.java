package dev.lanyard.workflows.digest;

import dev.lanyard.workflows.ActivityStubs;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;

/** A child of the day's own id: started twice it runs once, and once more where it failed. */
public final class DailyDigestWorkflowImpl implements DailyDigestWorkflow {

  @Override
  public DigestResult today(DigestInput input) {
    DigestInput dated = ActivityStubs.digests().onItsDay(input);
    String id =
        String.join(
            "/",
            dated.kind(),
            Workflow.getInfo().getTaskQueue(),
            dated.zone(),
            dated.day().orElseThrow().toString());
    DigestWorkflow ofTheDay =
        Workflow.newChildWorkflowStub(
            DigestWorkflow.class,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
                .build());
    try {
      return ofTheDay.send(dated);
    } catch (ChildWorkflowFailure failure) {
      if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
        return new DigestResult(0, DigestResult.BEFORE);
      }
      throw failure;
    }
  }
}

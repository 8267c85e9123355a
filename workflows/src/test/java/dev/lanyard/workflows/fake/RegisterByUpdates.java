package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.reservation.PosUserIdActivities;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.reservation.ProposedId;
import dev.lanyard.workflows.reservation.ReserveId;
import dev.lanyard.workflows.reservation.ReservedIds;
import io.temporal.activity.Activity;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateStage;

/** The way to the real register, as the worker goes it. */
final class RegisterByUpdates implements PosUserIdActivities {

  @Override
  public ProposedId reserve(ReserveId request) {
    PosUserIdsWorkflow register =
        client()
            .newWorkflowStub(
                PosUserIdsWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(PosUserIdsWorkflow.ID)
                    .setTaskQueue(Activity.getExecutionContext().getInfo().getActivityTaskQueue())
                    .setWorkflowIdConflictPolicy(
                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                    .build());
    return WorkflowClient.executeUpdateWithStart(
        register::reserve,
        request,
        UpdateOptions.<ProposedId>newBuilder()
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build(),
        new WithStartWorkflowOperation<>(register::keep, new ReservedIds(null)));
  }

  @Override
  public ProposedId propose(ReserveId request) {
    try {
      return new ProposedId(
          client()
              .newUntypedWorkflowStub(PosUserIdsWorkflow.ID)
              .query("reserved", ReservedIds.class)
              .free(request));
    } catch (WorkflowNotFoundException nobodyYet) {
      return new ProposedId(new ReservedIds(null).free(request));
    }
  }

  @Override
  public void release(String holder) {
    client().newUntypedWorkflowStub(PosUserIdsWorkflow.ID).update("release", Void.class, holder);
  }

  private static WorkflowClient client() {
    return Activity.getExecutionContext().getWorkflowClient();
  }
}

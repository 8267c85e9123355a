package dev.lanyard.activities.rules;

import dev.lanyard.workflows.reservation.PosUserIdActivities;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.reservation.ProposedId;
import dev.lanyard.workflows.reservation.Reservation;
import dev.lanyard.workflows.reservation.ReserveId;
import dev.lanyard.workflows.reservation.ReservedIds;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateStage;
import java.util.List;

/**
 * Through the worker's own client, so that the register is a workflow of the same namespace and
 * queue. Whoever comes first starts it.
 */
public final class PosUserIdActivitiesImpl implements PosUserIdActivities {

  @Override
  public ProposedId reserve(ReserveId request) {
    ProposedId proposed = update(request);
    if (proposed.posUserId().isPresent() || prune() == 0) {
      return proposed;
    }
    return update(request);
  }

  @Override
  public ProposedId propose(ReserveId request) {
    return new ProposedId(reserved().free(request));
  }

  @Override
  public void release(String holder) {
    try {
      client().newUntypedWorkflowStub(PosUserIdsWorkflow.ID).update("release", Void.class, holder);
    } catch (WorkflowNotFoundException nothingWasReserved) {
      // Then there is nothing to give back.
    }
  }

  /** What runs that were ended by force have left behind; how many that were. */
  private int prune() {
    List<String> ended =
        reserved().reservations().stream()
            .map(Reservation::holder)
            .filter(PosUserIdActivitiesImpl::hasEnded)
            .toList();
    ended.forEach(this::release);
    return ended.size();
  }

  private static boolean hasEnded(String holder) {
    try {
      return client().newUntypedWorkflowStub(holder).describe().getCloseTime() != null;
    } catch (WorkflowNotFoundException longGone) {
      return true;
    }
  }

  private static ReservedIds reserved() {
    try {
      return client()
          .newUntypedWorkflowStub(PosUserIdsWorkflow.ID)
          .query("reserved", ReservedIds.class);
    } catch (WorkflowNotFoundException nobodyReservedYet) {
      return new ReservedIds(null);
    }
  }

  private static ProposedId update(ReserveId request) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    PosUserIdsWorkflow register =
        client()
            .newWorkflowStub(
                PosUserIdsWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(PosUserIdsWorkflow.ID)
                    .setTaskQueue(context.getInfo().getActivityTaskQueue())
                    .setStaticSummary("POS user IDs that waiting hires have reserved")
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

  private static WorkflowClient client() {
    return Activity.getExecutionContext().getWorkflowClient();
  }
}

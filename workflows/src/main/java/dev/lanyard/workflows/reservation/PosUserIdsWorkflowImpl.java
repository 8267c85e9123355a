package dev.lanyard.workflows.reservation;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** One update after the other: nothing in a handler waits, so none comes between two others. */
public final class PosUserIdsWorkflowImpl implements PosUserIdsWorkflow {

  private ReservedIds reserved;

  @WorkflowInit
  public PosUserIdsWorkflowImpl(ReservedIds reserved) {
    // Started by hand there may be none.
    this.reserved = reserved == null ? new ReservedIds(null) : reserved;
  }

  @Override
  public void keep(ReservedIds sameReserved) {
    Workflow.await(() -> Workflow.getInfo().isContinueAsNewSuggested());
    Workflow.await(Workflow::isEveryHandlerFinished);
    Workflow.newContinueAsNewStub(PosUserIdsWorkflow.class).keep(reserved);
  }

  @Override
  public ProposedId reserve(ReserveId request) {
    ProposedId proposed = new ProposedId(reserved.free(request));
    proposed.posUserId().ifPresent(id -> reserved = reserved.with(request.holder(), id));
    return proposed;
  }

  @Override
  public void validateReserve(ReserveId request) {
    if (request == null
        || request.holder() == null
        || request.holder().isBlank()
        || request.range() == null) {
      throw new IllegalArgumentException("a reservation names its holder and a range");
    }
  }

  @Override
  public void release(String holder) {
    reserved = reserved.without(holder);
  }

  @Override
  public ReservedIds reserved() {
    return reserved;
  }
}

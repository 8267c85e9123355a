package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.alteration.AlterationMessages;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Gives somebody who has access other access, in both systems. */
@WorkflowInterface
public interface TransferWorkflow extends AlterationMessages {

  /** Ends done, or with everything exactly as it was before. */
  @WorkflowMethod
  TransferResult transfer(TransferInput input);
}

package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.alteration.AlterationMessages;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.TransferAmendment;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Gives somebody who has access other access, in both systems. */
@WorkflowInterface
public interface TransferWorkflow extends AlterationMessages {

  /** Ends done, or with everything exactly as it was before. */
  @WorkflowMethod
  TransferResult transfer(TransferInput input);

  /**
   * Corrects it before anything is written: {@link TransferAmendment}. Plan and approval follow.
   */
  @SignalMethod(
      name = "amend",
      description =
          "Correct it: {\"by\":\"your name\",\"sites\":{\"names\":[\"Harbor Wash\"]}}, before anything is written")
  void amend(RawValue amendment);

  /** The same with an answer: accepted, or refused with the reason. */
  @UpdateMethod(
      name = "amend",
      description =
          "Correct it: {\"by\":\"your name\",\"sites\":{\"names\":[\"Harbor Wash\"]}}, before anything is written")
  DecisionAnswer amendNow(TransferAmendment amendment);

  /** Refuses what is malformed before it leaves a trace. */
  @UpdateValidatorMethod(updateName = "amend")
  void validateAmendNow(TransferAmendment amendment);
}

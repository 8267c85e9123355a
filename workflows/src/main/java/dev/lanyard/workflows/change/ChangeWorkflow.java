package dev.lanyard.workflows.change;

import dev.lanyard.workflows.alteration.AlterationMessages;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.ChangeAmendment;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes a person's name, phone or the like another one, in both systems. */
@WorkflowInterface
public interface ChangeWorkflow extends AlterationMessages {

  /** Ends done, or with everything as it was before. */
  @WorkflowMethod
  ChangeResult change(ChangeInput input);

  /** Corrects it before anything is written: {@link ChangeAmendment}. Plan and approval follow. */
  @SignalMethod(
      name = "amend",
      description =
          "Correct it: {\"by\":\"your name\",\"phone\":\"6155550000\"}, before anything is written")
  void amend(RawValue amendment);

  /** The same with an answer: accepted, or refused with the reason. */
  @UpdateMethod(
      name = "amend",
      description =
          "Correct it: {\"by\":\"your name\",\"phone\":\"6155550000\"}, before anything is written")
  DecisionAnswer amendNow(ChangeAmendment amendment);

  /** Refuses what is malformed before it leaves a trace. */
  @UpdateValidatorMethod(updateName = "amend")
  void validateAmendNow(ChangeAmendment amendment);
}

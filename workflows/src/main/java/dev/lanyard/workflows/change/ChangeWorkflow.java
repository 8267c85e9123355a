package dev.lanyard.workflows.change;

import dev.lanyard.workflows.alteration.AlterationMessages;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes a person's name, phone or the like another one, in both systems. */
@WorkflowInterface
public interface ChangeWorkflow extends AlterationMessages {

  /** Ends done, or with everything as it was before. */
  @WorkflowMethod
  ChangeResult change(ChangeInput input);
}

package dev.lanyard.workflows.restoration;

import dev.lanyard.workflows.alteration.AlterationMessages;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Gives back exactly what a termination or a leave took, with another PIN. */
@WorkflowInterface
public interface RestorationWorkflow extends AlterationMessages {

  /** Ends done, proven by an empty difference to the snapshot, or with no access at all. */
  @WorkflowMethod
  RestorationResult restore(RestorationInput input);
}

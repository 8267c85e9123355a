package dev.lanyard.workflows.digest;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Answers {@code ./lanyard unclean}. */
@WorkflowInterface
public interface UncleanWorkflow {

  @WorkflowMethod
  UncleanRuns list(UncleanQuestion question);
}

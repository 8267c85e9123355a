package dev.lanyard.workflows.digest;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The digest of one day in one zone; its id stands for both, so that it succeeds once. */
@WorkflowInterface
public interface DigestWorkflow {

  @WorkflowMethod
  DigestResult send(DigestInput input);
}

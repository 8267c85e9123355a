package dev.lanyard.workflows.digest;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** What the schedules start: sends the digest of the day unless it was sent. */
@WorkflowInterface
public interface DailyDigestWorkflow {

  @WorkflowMethod
  DigestResult today(DigestInput input);
}

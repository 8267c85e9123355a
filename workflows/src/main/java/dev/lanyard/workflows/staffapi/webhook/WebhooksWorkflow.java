package dev.lanyard.workflows.staffapi.webhook;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Answers {@code ./lanyard webhooks}: a run, because only the worker holds the credentials. */
@WorkflowInterface
public interface WebhooksWorkflow {

  @WorkflowMethod
  WebhooksReport webhooks(WebhooksRequest request);
}

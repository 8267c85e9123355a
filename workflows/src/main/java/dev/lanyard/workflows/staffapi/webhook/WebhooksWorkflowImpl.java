package dev.lanyard.workflows.staffapi.webhook;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** One look, or one sync, for somebody who waits. */
public final class WebhooksWorkflowImpl implements WebhooksWorkflow {

  /** A dozen requests and a closed rate window; shorter than anybody's patience (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public WebhooksReport webhooks(WebhooksRequest request) {
    if (request == null
        || (!request.sync() && !request.remove().isEmpty())
        || request.remove().stream().anyMatch(id -> id == null || id <= 0)) {
      throw ApplicationFailure.newNonRetryableFailure(
          "subscriptions are removed by a sync, by their positive ids", FailureTypes.INPUT_REFUSED);
    }
    WebhookActivities webhooks = ActivityStubs.webhooksWithin(PATIENCE);
    if (!request.sync()) {
      return webhooks.list();
    }
    boolean looksFirst =
        Workflow.getVersion("webhooks-look-first", Workflow.DEFAULT_VERSION, 1) > 0;
    return webhooks.sync(looksFirst ? request.after(webhooks.list()) : request);
  }
}

package dev.lanyard.starter.fake;

import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflow;
import java.util.List;
import java.util.Optional;

/** One subscription is missing, and is made by a sync; another program's goes when it is named. */
public final class ScriptedWebhooks implements WebhooksWorkflow {

  @Override
  public WebhooksReport webhooks(WebhooksRequest request) {
    return new WebhooksReport(
        List.of(
            new WebhooksReport.Line(
                request.sync() ? Optional.of(7L) : Optional.empty(),
                "staff/updated",
                "https://hooks.example.com/staff",
                List.of("onboarding", "till"),
                request.sync() ? WebhooksReport.CREATED : WebhooksReport.MISSING),
            new WebhooksReport.Line(
                Optional.of(3L),
                "staff/created",
                "https://other.example.com/",
                List.of(),
                request.remove().contains(3L) ? WebhooksReport.REMOVED : WebhooksReport.NOT_OURS)));
  }
}

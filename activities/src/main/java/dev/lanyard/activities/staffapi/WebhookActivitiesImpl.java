package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Failures.translated;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.staffapi.client.WebhookClient;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import dev.lanyard.workflows.staffapi.webhook.WebhookActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport.Line;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the webhook subscriptions as they are configured. */
public final class WebhookActivitiesImpl implements WebhookActivities {

  private final List<WebhookSubscription> configured;
  private final WebhookClient webhooks;
  private final Attempts attempts;
  private final Duration settleDelay;

  public WebhookActivitiesImpl(StaffApi api, Attempts attempts) {
    this.configured = api.settings().webhooks();
    this.webhooks = api.client().webhooks();
    this.attempts = attempts;
    this.settleDelay = api.settings().settleDelay();
  }

  @Override
  public WebhooksReport list() {
    return translated(() -> new WebhooksReport(look().lines()));
  }

  private WebhookComparison look() {
    return WebhookComparison.of(configured, webhooks);
  }

  @Override
  public WebhooksReport sync(WebhooksRequest request) {
    return translated(() -> synced(request, attempts.current()));
  }

  private WebhooksReport synced(WebhooksRequest request, Attempt attempt) {
    if (attempt.number() > 1) {
      // An earlier attempt's subscription may still come, and would be there twice.
      attempt.settle(settleDelay);
    }
    List<Line> done = new ArrayList<>(look().lines());
    // What is missing comes before anything goes: no event is to fall between the two.
    done.replaceAll(line -> settled(line, attempt));
    done.replaceAll(line -> goes(line, request) ? removed(line, attempt) : line);
    if (done.stream().anyMatch(line -> !unchanged(line))) {
      requireAsConfigured();
    }
    return new WebhooksReport(done);
  }

  private static boolean goes(Line line, WebhooksRequest request) {
    boolean named = line.id().filter(request.remove()::contains).isPresent();
    return line.state().equals(WebhooksReport.SURPLUS)
        || (named && line.state().equals(WebhooksReport.NOT_OURS));
  }

  private static boolean unchanged(Line line) {
    return line.state().equals(WebhooksReport.KEPT) || line.state().equals(WebhooksReport.NOT_OURS);
  }

  private Line removed(Line line, Attempt attempt) {
    webhooks.delete(line.id().orElseThrow(), attempt::requireTimeToWrite);
    return as(line, line.id(), WebhooksReport.REMOVED);
  }

  private Line settled(Line line, Attempt attempt) {
    return switch (line.state()) {
      case WebhooksReport.MISSING ->
          as(
              line,
              webhooks.create(wanted(line), attempt::requireTimeToWrite),
              WebhooksReport.CREATED);
      case WebhooksReport.DIFFERS -> {
        webhooks.replace(line.id().orElseThrow(), wanted(line), attempt::requireTimeToWrite);
        yield as(line, line.id(), WebhooksReport.CHANGED);
      }
      default -> line;
    };
  }

  private WebhookSubscription wanted(Line line) {
    return configured.stream()
        .filter(one -> one.topic().equals(line.topic()) && one.address().equals(line.address()))
        .findFirst()
        .orElseThrow();
  }

  private static Line as(Line line, Optional<Long> id, String state) {
    return new Line(id, line.topic(), line.address(), line.tags(), state);
  }

  private void requireAsConfigured() {
    List<String> still =
        look().lines().stream()
            .filter(line -> !unchanged(line))
            .map(line -> line.topic() + " to " + line.address() + ": " + line.state())
            .toList();
    if (!still.isEmpty()) {
      throw Failures.webhooksNotApplied(still);
    }
  }
}

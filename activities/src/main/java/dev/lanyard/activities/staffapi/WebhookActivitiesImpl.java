package dev.lanyard.activities.staffapi;

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
  private final StaffApi api;
  private final Attempts attempts;
  private final Duration settleDelay;

  public WebhookActivitiesImpl(StaffApi api, Attempts attempts) {
    this.api = api;
    this.configured = api.settings().webhooks();
    this.webhooks = api.client().webhooks();
    this.attempts = attempts;
    this.settleDelay = api.settings().settleDelay();
  }

  @Override
  public WebhooksReport list() {
    return api.ordinary(() -> new WebhooksReport(look().lines()));
  }

  private WebhookComparison look() {
    return WebhookComparison.of(configured, webhooks);
  }

  @Override
  public WebhooksReport sync(WebhooksRequest request) {
    return api.ordinary(() -> synced(request, attempts.current()));
  }

  private WebhooksReport synced(WebhooksRequest request, Attempt attempt) {
    if (attempt.mayHaveWritten()) {
      // An earlier attempt's subscription may still come, and would be there twice.
      attempt.settle(settleDelay);
    }
    List<Line> seen = look().lines();
    List<Line> done = new ArrayList<>(seen);
    // What is missing comes before anything goes: no event is to fall between the two.
    done.replaceAll(line -> settled(line, attempt));
    done.replaceAll(line -> goes(line, request) ? removed(line, attempt) : line);
    if (done.stream().anyMatch(line -> !unchanged(line))) {
      requireAsConfigured();
    }
    return new WebhooksReport(
        attempt.mayHaveWritten()
            ? request.before().map(before -> asOf(before.lines(), seen, done)).orElse(done)
            : done);
  }

  /** With what earlier attempts of this run did: their answers were lost, not their work. */
  private static List<Line> asOf(List<Line> before, List<Line> seen, List<Line> done) {
    List<Line> told = new ArrayList<>();
    for (Line line : done) {
      Optional<String> earlier =
          before.stream().filter(was -> sameTarget(was, line)).map(Line::state).findFirst();
      boolean kept = line.state().equals(WebhooksReport.KEPT);
      if (kept && earlier.filter(WebhooksReport.MISSING::equals).isPresent()) {
        told.add(as(line, line.id(), WebhooksReport.CREATED));
      } else if (kept && earlier.filter(WebhooksReport.DIFFERS::equals).isPresent()) {
        told.add(as(line, line.id(), WebhooksReport.CHANGED));
      } else {
        told.add(line);
      }
    }
    before.stream()
        .filter(was -> was.id().isPresent())
        .filter(was -> seen.stream().noneMatch(line -> line.id().equals(was.id())))
        .forEach(gone -> told.add(as(gone, gone.id(), WebhooksReport.REMOVED)));
    return told;
  }

  /** A line that is missing has no id yet. */
  private static boolean sameTarget(Line was, Line now) {
    return was.id().isPresent()
        ? was.id().equals(now.id())
        : was.topic().equals(now.topic()) && was.address().equals(now.address());
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
    webhooks.delete(line.id().orElseThrow(), new LeaveToWrite(attempt));
    return as(line, line.id(), WebhooksReport.REMOVED);
  }

  private Line settled(Line line, Attempt attempt) {
    return switch (line.state()) {
      case WebhooksReport.MISSING ->
          as(
              line,
              webhooks.create(wanted(line), new LeaveToWrite(attempt)),
              WebhooksReport.CREATED);
      case WebhooksReport.DIFFERS -> {
        webhooks.replace(line.id().orElseThrow(), wanted(line), new LeaveToWrite(attempt));
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

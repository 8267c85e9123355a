package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.WebhookClient;
import dev.lanyard.activities.staffapi.client.WebhookRow;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is configured against what the API keeps. */
record WebhookComparison(List<Line> lines) {

  static WebhookComparison of(List<WebhookSubscription> configured, WebhookClient webhooks) {
    List<WebhookRow> rows =
        webhooks.all().stream()
            .filter(row -> row.subscription().topic().startsWith("staff/"))
            .sorted(Comparator.comparingLong(WebhookRow::id))
            .toList();
    List<Line> lines = new ArrayList<>();
    List<WebhookSubscription> met = new ArrayList<>();
    for (WebhookRow row : rows) {
      WebhookSubscription there = row.subscription();
      Optional<WebhookSubscription> wanted =
          configured.stream().filter(one -> sameTarget(one, there)).findFirst();
      boolean ours = configured.stream().anyMatch(one -> one.address().equals(there.address()));
      if (wanted.isPresent() && !met.contains(wanted.get())) {
        met.add(wanted.get());
        // A list may be abridged; the subscription itself is complete.
        boolean same =
            webhooks
                .one(row.id())
                .filter(now -> same(wanted.get(), now.subscription()))
                .isPresent();
        lines.add(
            line(
                Optional.of(row.id()),
                wanted.get(),
                same ? WebhooksReport.KEPT : WebhooksReport.DIFFERS));
      } else {
        lines.add(
            line(
                Optional.of(row.id()),
                there,
                ours ? WebhooksReport.SURPLUS : WebhooksReport.NOT_OURS));
      }
    }
    configured.stream()
        .filter(one -> !met.contains(one))
        .forEach(one -> lines.add(line(Optional.empty(), one, WebhooksReport.MISSING)));
    return new WebhookComparison(List.copyOf(lines));
  }

  private static boolean sameTarget(WebhookSubscription one, WebhookSubscription other) {
    return one.topic().equals(other.topic()) && one.address().equals(other.address());
  }

  /** Headers and format count only where the API shows them. */
  private static boolean same(WebhookSubscription wanted, WebhookSubscription there) {
    return wanted.tags().equals(there.tags())
        && (there.format().isEmpty() || there.format().equals(wanted.format()))
        && (there.headers().isEmpty() || there.headers().equals(wanted.headers()));
  }

  private static Line line(Optional<Long> id, WebhookSubscription one, String state) {
    return new Line(id, one.topic(), one.address(), one.tags(), state);
  }
}

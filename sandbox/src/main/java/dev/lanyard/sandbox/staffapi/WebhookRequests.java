package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Webhook subscriptions, checked when they come. */
final class WebhookRequests {
  private static final List<String> TOPICS =
      List.of("staff/created", "staff/updated", "staff/deleted");

  private final StaffRecords records;
  private final StaffApiSwitches switches;
  private final Instant now;

  WebhookRequests(StaffRecords records, StaffApiSwitches switches, Instant now) {
    this.switches = switches;
    this.records = records;
    this.now = now;
  }

  StaffRecords.Webhook create(JsonNode body) {
    return store(records.nextWebhookId(switches.bigIds()), body, now);
  }

  StaffRecords.Webhook update(StaffRecords.Webhook stored, JsonNode body) {
    ObjectNode merged = stored.body().deepCopy();
    body.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    return store(stored.id(), merged, stored.createdAt());
  }

  private StaffRecords.Webhook store(long id, JsonNode body, Instant created) {
    List<String> problems = new ArrayList<>();
    String topic = body.path("topic").asText("");
    if (!TOPICS.contains(topic)) {
      problems.add("topic: must be one of " + TOPICS);
    }
    if (!body.path("address").asText("").matches("https?://\\S+")) {
      problems.add("address: must be an http or https address");
    }
    if (!body.path("format").asText("json").equals("json")) {
      problems.add("format: must be json");
    }
    body.path("filter")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!topic.equals("staff/updated") || !name.equals("tags")) {
                problems.add("filter: " + name + " is no filter of this topic");
              }
            });
    body.path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              boolean own = lower.startsWith("x-") && !lower.startsWith("x-kounta");
              if (!own && !lower.equals("authorization")) {
                problems.add("headers: " + name + " is not allowed");
              }
            });
    if (!problems.isEmpty()) {
      throw ApiError.unprocessable(problems);
    }
    StaffRecords.Webhook webhook = new StaffRecords.Webhook(id, body, created);
    records.store(webhook);
    return webhook;
  }

  static ObjectNode json(StaffRecords.Webhook webhook) {
    ObjectNode json = webhook.body().deepCopy();
    json.put("id", webhook.id());
    json.put("created_at", StaffJson.time(webhook.createdAt()));
    return json;
  }
}

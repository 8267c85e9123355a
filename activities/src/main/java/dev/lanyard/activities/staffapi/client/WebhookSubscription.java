package dev.lanyard.activities.staffapi.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whom the API tells of what.
 *
 * @param topic such as {@code staff/updated}
 * @param address where it is told to
 * @param tags only members with one of these; empty: all. For {@code staff/updated} alone
 * @param headers sent with each delivery: {@code Authorization} or {@code X-…}, secrets often;
 *     empty where the server does not show them
 * @param format of what it is told; empty where the server does not show it
 */
public record WebhookSubscription(
    String topic,
    String address,
    List<String> tags,
    Optional<Map<String, String>> headers,
    Optional<String> format) {

  /** The one format that Lanyard can read. */
  private static final String READABLE = "json";

  public WebhookSubscription {
    tags = tags.stream().distinct().sorted().toList();
    headers = headers.map(TreeMap::new);
  }

  /** One to be told of in JSON. */
  public WebhookSubscription(
      String topic, String address, List<String> tags, Optional<Map<String, String>> headers) {
    this(topic, address, tags, headers, Optional.of(READABLE));
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("topic", topic);
    body.put("address", address);
    body.put("format", format.orElse(READABLE));
    body.put("filter", tags.isEmpty() ? Map.of() : Map.of("tags", tags));
    body.put("headers", headers.orElse(Map.of()));
    return body;
  }

  List<String> secret() {
    return List.copyOf(headers.orElse(Map.of()).values());
  }

  @Override
  public String toString() {
    return "WebhookSubscription[" + topic + ", " + address + ", [redacted]]";
  }
}

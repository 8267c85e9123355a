package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The webhook subscriptions that are to be kept (staff-api.md, webhooks). */
final class WebhookEntry {

  private static final String KEY = "lanyard.staff-api.webhooks";
  private static final String EXAMPLE =
      "{ topic = \"staff/updated\", address = \"https://hooks.example.com/staff\" }";
  private static final Set<String> KNOWN = Set.of("topic", "address", "tags", "headers");
  private static final Set<String> TOPICS =
      Set.of("staff/created", "staff/updated", "staff/deleted");

  private WebhookEntry() {}

  static List<WebhookSubscription> all(Values values) {
    List<? extends Config> entries;
    try {
      entries = values.merged().getConfigList(KEY);
    } catch (ConfigException e) {
      values.problem(KEY, "must be a list of subscriptions", "[" + EXAMPLE + "]");
      return List.of();
    }
    List<WebhookSubscription> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String key = KEY + "[" + i + "]";
      try {
        WebhookSubscription entry = one(entries.get(i), key, values);
        if (!seen.add(entry.topic() + " " + entry.address())) {
          values.problem(key, "repeats a topic and address", "");
        }
        all.add(entry);
      } catch (ConfigException e) {
        values.problem(key, "is no subscription", EXAMPLE);
      }
    }
    return all;
  }

  private static WebhookSubscription one(Config entry, String key, Values values) {
    entry.root().keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .sorted()
        .forEach(name -> values.problem(key + "." + name, "is no key of a subscription", EXAMPLE));
    String topic = entry.getString("topic").strip();
    if (!TOPICS.contains(topic)) {
      values.problem(
          key + ".topic", "must be staff/created, staff/updated or staff/deleted", EXAMPLE);
    }
    String address = entry.getString("address").strip();
    try {
      RemoteOrigin.parse(address);
    } catch (IllegalArgumentException e) {
      values.problem(key + ".address", e.getMessage(), EXAMPLE);
    }
    List<String> tags = entry.hasPath("tags") ? entry.getStringList("tags") : List.of();
    if (!tags.isEmpty() && !topic.equals("staff/updated")) {
      values.problem(key + ".tags", "is a filter of staff/updated only", EXAMPLE);
    }
    return new WebhookSubscription(
        topic, address, tags, Optional.of(headers(entry, key + ".headers", values)));
  }

  private static Map<String, String> headers(Config entry, String key, Values values) {
    Map<String, String> headers = new TreeMap<>();
    if (entry.hasPath("headers")) {
      Config given = entry.getConfig("headers");
      for (String name : given.root().keySet()) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean own = lower.startsWith("x-") && !lower.startsWith("x-kounta");
        if (!own && !lower.equals("authorization")) {
          values.problem(
              key + "." + name, "must be Authorization or X-…, and not X-Kounta…", "X-Token");
        }
        headers.put(name, given.getString(ConfigUtil.quoteString(name)));
      }
    }
    return headers;
  }
}

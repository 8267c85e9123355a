package dev.lanyard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lanyard.sandbox.backoffice.BackofficeSwitches;
import dev.lanyard.sandbox.backoffice.EmployeeSwitches;
import dev.lanyard.sandbox.backoffice.LoginSwitches;
import dev.lanyard.sandbox.backoffice.PageSwitches;
import dev.lanyard.sandbox.backoffice.RosterSwitches;
import dev.lanyard.sandbox.backoffice.SiteSwitches;
import dev.lanyard.sandbox.backoffice.UniqueSwitches;
import dev.lanyard.sandbox.backoffice.UserSwitches;
import dev.lanyard.sandbox.backoffice.WageSwitches;
import dev.lanyard.sandbox.http.RefusedInput;
import dev.lanyard.sandbox.staffapi.StaffApiSwitches;
import dev.lanyard.sandbox.staffapi.WebhookSwitches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All readings by name. Names are the components of the switch records, and {@code latencyMs}. */
final class Settings {
  private record Pace(long latencyMs) {}

  private final Map<Class<? extends Record>, Record> parts = new LinkedHashMap<>();
  private final ObjectNode changes = Json.MAPPER.createObjectNode();
  private boolean changed;

  Settings() {
    List.of(
            LoginSwitches.defaults(),
            PageSwitches.defaults(),
            EmployeeSwitches.defaults(),
            UniqueSwitches.defaults(),
            SiteSwitches.defaults(),
            WageSwitches.defaults(),
            RosterSwitches.defaults(),
            UserSwitches.defaults(),
            StaffApiSwitches.defaults(),
            WebhookSwitches.defaults(),
            new Pace(0))
        .forEach(part -> parts.put(part.getClass(), part));
  }

  synchronized BackofficeSwitches backoffice() {
    return new BackofficeSwitches(
        part(LoginSwitches.class),
        part(PageSwitches.class),
        part(EmployeeSwitches.class),
        part(UniqueSwitches.class),
        part(SiteSwitches.class),
        part(WageSwitches.class),
        part(RosterSwitches.class),
        part(UserSwitches.class));
  }

  synchronized StaffApiSwitches staffApi() {
    return part(StaffApiSwitches.class);
  }

  synchronized WebhookSwitches webhooks() {
    return part(WebhookSwitches.class);
  }

  synchronized Duration latency() {
    return Duration.ofMillis(part(Pace.class).latencyMs());
  }

  synchronized boolean gzip() {
    return part(PageSwitches.class).gzip();
  }

  private <T extends Record> T part(Class<T> type) {
    return type.cast(parts.get(type));
  }

  /** Every reading with its present value. */
  synchronized ObjectNode all() {
    ObjectNode all = Json.MAPPER.createObjectNode();
    parts.values().forEach(part -> all.setAll(Json.MAPPER.<ObjectNode>valueToTree(part)));
    return all;
  }

  /** What was changed while running: the part of a state file that is not the command line's. */
  synchronized ObjectNode changes() {
    return changes.deepCopy();
  }

  /** Whether anything was changed since the last call. */
  synchronized boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /**
   * Takes texts from a command line; one that is JSON is read as JSON.
   *
   * @throws RefusedInput with every problem; then nothing changed
   */
  void applyTexts(Map<String, String> texts) {
    ObjectNode read = Json.MAPPER.createObjectNode();
    texts.forEach((name, text) -> read.set(name, parse(text)));
    take(read);
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      return node.isMissingNode() ? new TextNode(text) : node;
    } catch (JsonProcessingException plain) {
      return new TextNode(text);
    }
  }

  /**
   * Changes readings while running; they survive a restart with a state file.
   *
   * @throws RefusedInput with every problem; then nothing changed
   */
  synchronized void apply(JsonNode wanted) {
    take(wanted);
    changes.setAll((ObjectNode) wanted);
    changed = true;
  }

  private synchronized void take(JsonNode wanted) {
    List<String> problems = new ArrayList<>();
    Map<Class<? extends Record>, Record> next = new LinkedHashMap<>(parts);
    if (!wanted.isObject()) {
      problems.add("Settings are one JSON object");
    }
    for (Map.Entry<String, JsonNode> change : wanted.properties()) {
      try {
        if (!take(change, next)) {
          problems.add(change.getKey() + ": unknown; settings are " + names());
        }
      } catch (JsonProcessingException wrong) {
        problems.add(change.getKey() + ": " + wrong.getOriginalMessage());
      }
      if (change.getValue().isNull()) {
        problems.add(change.getKey() + ": null is no value");
      }
      if (change.getValue().isNumber() && change.getValue().decimalValue().signum() < 0) {
        problems.add(change.getKey() + ": not below 0");
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedInput(problems);
    }
    parts.putAll(next);
  }

  private static boolean take(
      Map.Entry<String, JsonNode> change, Map<Class<? extends Record>, Record> next)
      throws JsonProcessingException {
    for (Map.Entry<Class<? extends Record>, Record> part : next.entrySet()) {
      ObjectNode tree = Json.MAPPER.valueToTree(part.getValue());
      if (tree.has(change.getKey())) {
        tree.set(change.getKey(), change.getValue());
        part.setValue(Json.MAPPER.treeToValue(tree, part.getKey()));
        return true;
      }
    }
    return false;
  }

  private TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    all().fieldNames().forEachRemaining(names::add);
    return names;
  }
}

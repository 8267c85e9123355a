package dev.lanyard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lanyard.sandbox.backoffice.BackofficeSwitches;
import dev.lanyard.sandbox.http.RefusedInput;
import dev.lanyard.sandbox.staffapi.StaffApiSwitches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All readings by name. Names are the components of the switch records, and {@code latencyMs}. */
final class Settings {
  private record Pace(long latencyMs) {}

  private BackofficeSwitches backoffice = BackofficeSwitches.defaults();
  private StaffApiSwitches staffApi = StaffApiSwitches.defaults();
  private Pace pace = new Pace(0);

  synchronized BackofficeSwitches backoffice() {
    return backoffice;
  }

  synchronized StaffApiSwitches staffApi() {
    return staffApi;
  }

  synchronized Duration latency() {
    return Duration.ofMillis(pace.latencyMs());
  }

  /** Every reading with its present value. */
  synchronized ObjectNode all() {
    ObjectNode all = Json.MAPPER.valueToTree(backoffice);
    all.setAll(Json.MAPPER.<ObjectNode>valueToTree(staffApi));
    all.setAll(Json.MAPPER.<ObjectNode>valueToTree(pace));
    return all;
  }

  /**
   * Takes texts from a command line; one that is JSON is read as JSON.
   *
   * @throws RefusedInput with every problem; then nothing changed
   */
  void applyTexts(Map<String, String> texts) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    texts.forEach((name, text) -> changes.set(name, parse(text)));
    apply(changes);
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
   * @throws RefusedInput with every problem; then nothing changed
   */
  synchronized void apply(JsonNode changes) {
    List<String> problems = new ArrayList<>();
    BackofficeSwitches newBackoffice = backoffice;
    StaffApiSwitches newStaffApi = staffApi;
    Pace newPace = pace;
    if (!changes.isObject()) {
      problems.add("Settings are one JSON object");
    }
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      try {
        if (Json.MAPPER.valueToTree(backoffice).has(change.getKey())) {
          newBackoffice = changed(newBackoffice, change, BackofficeSwitches.class);
        } else if (Json.MAPPER.valueToTree(staffApi).has(change.getKey())) {
          newStaffApi = changed(newStaffApi, change, StaffApiSwitches.class);
        } else if (Json.MAPPER.valueToTree(pace).has(change.getKey())) {
          newPace = changed(newPace, change, Pace.class);
        } else {
          problems.add(change.getKey() + ": unknown; settings are " + names());
        }
      } catch (JsonProcessingException wrong) {
        problems.add(change.getKey() + ": " + wrong.getOriginalMessage());
      }
    }
    if (newPace.latencyMs() < 0) {
      problems.add("latencyMs: not below 0");
    }
    if (!problems.isEmpty()) {
      throw new RefusedInput(problems);
    }
    backoffice = newBackoffice;
    staffApi = newStaffApi;
    pace = newPace;
  }

  private static <T> T changed(T switches, Map.Entry<String, JsonNode> change, Class<T> type)
      throws JsonProcessingException {
    ObjectNode tree = Json.MAPPER.valueToTree(switches);
    tree.set(change.getKey(), change.getValue());
    return Json.MAPPER.treeToValue(tree, type);
  }

  private TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    all().fieldNames().forEachRemaining(names::add);
    return names;
  }
}

package dev.lanyard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code /_sandbox/state} says, asked over HTTP. */
final class SandboxState {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;

  private SandboxState(JsonNode document) {
    this.document = document;
  }

  static SandboxState of(Sandbox sandbox) throws IOException {
    return new SandboxState(
        JSON.readTree(new Browser(sandbox.backofficeUrl()).get("/_sandbox/state").body()));
  }

  static JsonNode requests(Sandbox sandbox) throws IOException {
    return JSON.readTree(new Browser(sandbox.backofficeUrl()).get("/_sandbox/requests").body());
  }

  JsonNode document() {
    return document;
  }

  List<JsonNode> employees() {
    List<JsonNode> employees = new ArrayList<>();
    document.at("/backoffice/employees").forEach(employees::add);
    return employees;
  }

  JsonNode byPosUserId(long posUserId) {
    return employees().stream()
        .filter(employee -> employee.path("posUserId").asLong() == posUserId)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no employee with POS user ID " + posUserId));
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}

package dev.lanyard.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A sandbox behind its pages: what it stores, and what other people and the vendor do there. */
final class SandboxState {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  SandboxState(Sandbox sandbox) {
    this.address = sandbox.backofficeUrl();
  }

  /** The records of POS user ID 12345. */
  List<JsonNode> employees() {
    return employees(12345);
  }

  List<JsonNode> employees(int posUserId) {
    return rows("/backoffice/employees", row -> row.path("posUserId").asInt() == posUserId);
  }

  /** Everybody in the staff API called Jane. */
  List<JsonNode> members() {
    return rows("/staffApi/staff", row -> row.path("first_name").asText().equals("Jane"));
  }

  List<JsonNode> invitations() {
    return rows("/staffApi/invitations", row -> true);
  }

  List<JsonNode> widenings() {
    return rows("/staffApi/widenings", row -> true);
  }

  List<JsonNode> requests() {
    return StreamSupport.stream(control("GET", "requests", "").spliterator(), false).toList();
  }

  /** Such as {@code PUT /v1/companies/5678/staff/454.json}. */
  List<String> staffWrites() {
    return requests().stream()
        .filter(one -> one.path("system").asText().equals("staff-api"))
        .filter(one -> !one.path("method").asText().equals("GET"))
        .map(one -> one.path("method").asText() + " " + one.path("path").asText())
        .toList();
  }

  /** The next matching request meets this. */
  void fault(Map<String, Object> fault) {
    post("faults", List.of(fault));
  }

  /** From now on no request meets anything. */
  void mend() {
    JsonNode gone = control("DELETE", "faults", "");
    if (!gone.isNull()) {
      throw new AssertionError("the faults are still there: " + gone);
    }
  }

  /** Readings by name. */
  void settings(Map<String, Object> settings) {
    post("settings", settings);
  }

  /** Another person edits a record in Backoffice. */
  void edit(int employeeId, Map<String, Object> fields) {
    post("employees/" + employeeId, fields);
  }

  List<JsonNode> rows(String pointer, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(control("GET", "state", "").at(pointer).spliterator(), false)
        .filter(wanted)
        .toList();
  }

  private void post(String path, Object body) {
    try {
      control("POST", path, JSON.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode control(String method, String path, String body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(address.resolve("/_sandbox/" + path))
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() > 299) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

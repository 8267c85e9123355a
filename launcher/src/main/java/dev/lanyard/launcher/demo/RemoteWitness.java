package dev.lanyard.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads over HTTP what really stands in the two remote systems; knows nothing of the workflows. */
final class RemoteWitness {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI sandbox;

  RemoteWitness(URI sandbox) {
    this.sandbox = sandbox;
  }

  /** The Backoffice record under a POS user ID, active or not. */
  Optional<JsonNode> employee(int posUserId) {
    return find(state().at("/backoffice/employees"), "posUserId", String.valueOf(posUserId));
  }

  /** The staff member that carries our employee number. */
  Optional<JsonNode> staffMember(String employeeNumber) {
    return find(state().at("/staffApi/staff"), "code", employeeNumber);
  }

  /** How many invitations went to this address. */
  long invitations(String email) {
    return stream(state().at("/staffApi/invitations"))
        .filter(invitation -> email.equals(invitation.path("to").asText()))
        .count();
  }

  /** Requests that would have widened somebody's access silently. */
  int widenings() {
    return state().at("/staffApi/widenings").size();
  }

  /** From now on every creation of a staff member is refused for good. */
  void refuseNewStaff() {
    send(
        HttpRequest.newBuilder(sandbox.resolve("/_sandbox/faults"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "[{\"system\":\"staff-api\",\"method\":\"POST\",\"path\":\"/v1/companies/*\","
                        + "\"nth\":1,\"times\":-1,\"kind\":\"status\",\"status\":422}]")));
  }

  private JsonNode state() {
    try {
      return JSON.readTree(send(HttpRequest.newBuilder(sandbox.resolve("/_sandbox/state"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new DemoFailed("the sandbox answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }

  private static Optional<JsonNode> find(JsonNode list, String field, String value) {
    return stream(list)
        .filter(node -> !node.path("deleted").asBoolean(false))
        .filter(node -> value.equals(node.path(field).asText()))
        .findFirst();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

package dev.lanyard.activities.firstfaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What a sandbox can be told and asked over HTTP. */
final class SandboxControls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OkHttpClient HTTP = new OkHttpClient();

  private final URI sandbox;
  private final String system;

  SandboxControls(URI sandbox, String system) {
    this.sandbox = sandbox;
    this.system = system;
  }

  JsonNode state() {
    return call("GET", "state", null);
  }

  void forgetRequests() {
    call("DELETE", "requests", null);
  }

  void fault(SentRequest on, FirstFault fault) {
    call(
        "POST",
        "faults",
        """
        [{"system":"%s","method":"%s","path":"%s","nth":%d,"kind":"%s"%s}]
        """
            .formatted(system, on.method(), on.path(), on.nth(), fault.kind(), fault.more()));
  }

  /** Whether the one fault was played. */
  boolean played() {
    return call("GET", "faults", null).path(0).path("fired").asInt() == 1;
  }

  /** Whether every request that arrived was served to its end. */
  boolean allServed() {
    for (JsonNode request : call("GET", "requests", null)) {
      if (request.path("status").isNull()) {
        return false;
      }
    }
    return true;
  }

  /** In order of arrival. */
  List<SentRequest> requests() {
    List<SentRequest> sent = new ArrayList<>();
    for (JsonNode request : call("GET", "requests", null)) {
      if (request.path("system").asText().equals(system)) {
        String method = request.path("method").asText();
        String path = request.path("path").asText();
        long before =
            sent.stream().filter(s -> s.method().equals(method) && s.path().equals(path)).count();
        sent.add(new SentRequest(method, path, (int) before + 1));
      }
    }
    return sent;
  }

  private JsonNode call(String method, String path, String body) {
    RequestBody payload =
        body == null ? null : RequestBody.create(body, MediaType.get("application/json"));
    Request request =
        new Request.Builder().url(sandbox + "/_sandbox/" + path).method(method, payload).build();
    try (Response response = HTTP.newCall(request).execute()) {
      String text = response.body().string();
      if (!response.isSuccessful()) {
        throw new AssertionError(method + " " + path + ": " + response.code() + " " + text);
      }
      return text.isBlank() ? JSON.nullNode() : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

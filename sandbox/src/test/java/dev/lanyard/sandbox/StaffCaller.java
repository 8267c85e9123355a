package dev.lanyard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What the tests drive the staff API with. */
final class StaffCaller {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String STAFF = "/v1/companies/5678/staff";

  /** One answer. */
  record Answer(int status, Headers headers, String body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    String header(String name) {
      return headers.get(name);
    }

    long newId() {
      return Long.parseLong(header("Location").replaceAll(".*/([0-9]+)\\.json", "$1"));
    }
  }

  private final OkHttpClient http =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
  private final Sandbox sandbox;
  private final String authorization;

  private StaffCaller(Sandbox sandbox, String authorization) {
    this.sandbox = sandbox;
    this.authorization = authorization;
  }

  static StaffCaller basic(Sandbox sandbox) {
    return new StaffCaller(
        sandbox, Credentials.basic(sandbox.staffApiClientId(), sandbox.staffApiClientSecret()));
  }

  static StaffCaller with(Sandbox sandbox, String authorization) {
    return new StaffCaller(sandbox, authorization);
  }

  Answer get(String path) throws IOException {
    return send(request(path).build());
  }

  Answer delete(String path) throws IOException {
    return send(request(path).delete().build());
  }

  Answer post(String path, String json) throws IOException {
    return send(request(path).post(body(json, "application/json")).build());
  }

  Answer put(String path, String json) throws IOException {
    return send(request(path).put(body(json, "application/json")).build());
  }

  Answer post(String path, String text, String type) throws IOException {
    return send(request(path).post(body(text, type)).build());
  }

  private static RequestBody body(String text, String type) {
    // From bytes, since text makes OkHttp add a charset.
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.get(type));
  }

  Request.Builder request(String path) {
    Request.Builder request = new Request.Builder().url(sandbox.staffApiUrl() + path);
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  Answer send(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(response.code(), response.headers(), response.body().string());
    }
  }
}

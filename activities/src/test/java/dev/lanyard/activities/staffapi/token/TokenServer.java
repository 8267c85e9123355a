package dev.lanyard.activities.staffapi.token;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.TokenEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/**
 * The token endpoint and one list, over real HTTP. Every refresh rotates the refresh token; a used
 * one is worthless, as is an access token that was not the last.
 */
final class TokenServer extends Dispatcher implements AutoCloseable {

  static final TokenEndpoint.Client CLIENT =
      new TokenEndpoint.Client("client-id", "client-s3cret", "http://127.0.0.1:8765/");

  private final MockWebServer server = new MockWebServer();
  private final Set<String> refreshTokens = new HashSet<>(Set.of("refresh-0"));
  private int given;

  /** Form fields of each token request, in order. */
  final List<Map<String, String>> asked = Collections.synchronizedList(new ArrayList<>());

  /** Method and access token of each other request that was let in, in order. */
  final List<String> letIn = Collections.synchronizedList(new ArrayList<>());

  /** Called with the access token of a request that is let in, before it is answered. */
  volatile Consumer<String> onUse = token -> {};

  volatile String lifeSeconds = "3600";
  volatile boolean rotates = true;
  volatile boolean everythingIsExpired;
  volatile boolean losesNextAnswer;
  volatile boolean limitsNextToken;

  TokenServer() throws IOException {
    server.setDispatcher(this);
    server.start();
  }

  RemoteOrigin origin() {
    return RemoteOrigin.parse(server.url("/v1/").toString());
  }

  TokenEndpoint endpoint(Clock clock) {
    return new TokenEndpoint(origin(), Duration.ofSeconds(20), clock);
  }

  synchronized void revokeAll() {
    refreshTokens.clear();
  }

  synchronized void expireAccess() {
    given++;
  }

  @Override
  public synchronized MockResponse dispatch(RecordedRequest request) {
    if (request.getUrl().encodedPath().equals("/v1/token.json")) {
      return tokens(request);
    }
    String token = request.getHeaders().get("Authorization").replace("Bearer ", "");
    if (everythingIsExpired || !token.equals("access-" + given)) {
      return json(
          401,
          "{\"error\":\"expired_token\",\"error_description\":"
              + "\"The access token provided has expired.\"}");
    }
    letIn.add(request.getMethod() + " " + token);
    onUse.accept(token);
    return request.getMethod().equals("GET")
        ? json(200, "[]")
        : new MockResponse.Builder().code(204).build();
  }

  private MockResponse tokens(RecordedRequest request) {
    Map<String, String> form = new HashMap<>();
    HttpUrl fields = server.url("/").newBuilder().encodedQuery(request.getBody().utf8()).build();
    fields.queryParameterNames().forEach(name -> form.put(name, fields.queryParameter(name)));
    form.put("content-type", request.getHeaders().get("Content-Type"));
    asked.add(form);
    String grant = form.get("grant_type");
    if (!"client-s3cret".equals(form.get("client_secret"))) {
      return json(
          401, "{\"error\":\"invalid_client\",\"was\":\"" + form.get("client_secret") + "\"}");
    }
    if (grant.equals("refresh_token") && !refreshTokens.contains(form.get("refresh_token"))) {
      return json(
          400,
          "{\"error\":\"invalid_grant\",\"error_description\":\"No such token: "
              + form.get("refresh_token")
              + "\"}");
    }
    if (grant.equals("authorization_code") && !"good-c0de".equals(form.get("code"))) {
      return json(400, "{\"error\":\"invalid_grant\"}");
    }
    if (limitsNextToken) {
      limitsNextToken = false;
      return json(429, "{\"error\":\"rate_limited\"}");
    }
    if (losesNextAnswer) {
      losesNextAnswer = false;
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    given++;
    String refresh = form.getOrDefault("refresh_token", "refresh-0");
    if (rotates) {
      refreshTokens.remove(refresh);
      refresh = "refresh-" + given;
      refreshTokens.add(refresh);
    }
    return json(
        200,
        "{\"access_token\":\"access-%d\",\"refresh_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%s}"
            .formatted(given, refresh, lifeSeconds));
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  @Override
  public void close() {
    server.close();
  }
}

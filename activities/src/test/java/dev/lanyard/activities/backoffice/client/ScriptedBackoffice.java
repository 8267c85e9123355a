package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.page.PageFixture;
import dev.lanyard.activities.http.RemoteOrigin;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * Answers as a test scripts them, by method and path; a login that always works unless scripted.
 */
public final class ScriptedBackoffice extends Dispatcher implements AutoCloseable {

  static final String LOGIN_PAGE =
      "<form id=login-form action=/login_check method=POST><input name=\"_username\">"
          + "<input name=\"_password\"></form>";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Deque<MockResponse>> script = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final List<String> encodings = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  public ScriptedBackoffice() throws IOException {
    server.setDispatcher(this);
    server.start();
  }

  /** The last answer of a request is given again and again. */
  public ScriptedBackoffice on(String request, MockResponse... answers) {
    script.put(request, new ArrayDeque<>(List.of(answers)));
    return this;
  }

  public static MockResponse page(String fixture) {
    return html(200, PageFixture.html(fixture));
  }

  public static MockResponse html(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "text/html; charset=UTF-8")
        .body(body)
        .build();
  }

  public static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).setHeader("Location", location).build();
  }

  @Override
  public synchronized MockResponse dispatch(RecordedRequest request) {
    String name = request.getMethod() + " " + request.getUrl().encodedPath();
    requests.add(name);
    encodings.add(String.valueOf(request.getHeaders().get("Accept-Encoding")));
    cookies.add(String.valueOf(request.getHeaders().get("Cookie")));
    targets.add(request.getTarget());
    if (request.getMethod().equals("POST") && !name.equals("POST /login_check")) {
      bodies.add(request.getBody() == null ? "" : request.getBody().utf8());
    }
    Deque<MockResponse> answers = script.get(name);
    if (answers != null) {
      return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
    return switch (name) {
      case "GET /login" ->
          html(200, LOGIN_PAGE)
              .newBuilder()
              .setHeader("Set-Cookie", "PHPSESSID=abcdefghijklmnopqrstuvwxyz; path=/")
              .build();
      case "POST /login_check" -> redirect("/");
      default -> html(404, "");
    };
  }

  public BackofficeClient client() {
    return client(Duration.ofSeconds(20));
  }

  BackofficeClient client(Duration timeout) {
    return new BackofficeClient(
        RemoteOrigin.parse(url()), () -> new Credentials("bot", "secret"), timeout, 1);
  }

  /** Where it listens. */
  public String origin() {
    return url();
  }

  /** Ends in a slash. */
  String url() {
    return server.url("/").toString();
  }

  /** Without the login's. */
  public synchronized List<String> requests() {
    return requests.stream().filter(r -> !r.contains("/login")).toList();
  }

  /** Path and query of every request, the login's too. */
  public synchronized List<String> targets() {
    return List.copyOf(targets);
  }

  /** What was posted, decoded, a pair a line; without the login's. */
  public synchronized List<String> bodies() {
    return bodies.stream()
        .map(
            body ->
                Stream.of(body.split("&", -1))
                    .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                    .collect(Collectors.joining("\n")))
        .toList();
  }

  /** The login's too. */
  synchronized List<String> everyRequest() {
    return List.copyOf(requests);
  }

  synchronized long logins() {
    return requests.stream().filter("POST /login_check"::equals).count();
  }

  /** What each request was ready to take, the login's included. */
  synchronized List<String> encodings() {
    return List.copyOf(encodings);
  }

  synchronized List<String> cookies() {
    return List.copyOf(cookies);
  }

  @Override
  public void close() {
    server.close();
  }
}

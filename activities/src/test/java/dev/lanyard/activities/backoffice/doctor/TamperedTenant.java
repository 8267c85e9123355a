package dev.lanyard.activities.backoffice.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.backoffice.BackofficeCredentials;
import dev.lanyard.activities.backoffice.BackofficeSettings;
import dev.lanyard.activities.backoffice.LinkField;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A Backoffice of the sandbox's behind something that may change what its answers look like: the
 * tenant that nobody has seen yet.
 */
final class TamperedTenant extends Dispatcher implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final Sandbox sandbox;
  private final MockWebServer door = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();

  /** What a page looks like to the bot, by the path that was asked with its query. */
  private volatile Change change = (path, page) -> page;

  private volatile Consumer<MockResponse.Builder> headers = answer -> {};
  private volatile List<String> ignored = List.of();
  volatile String password;

  /** A page becomes another one. */
  interface Change {
    String of(String pathAndQuery, String page);
  }

  TamperedTenant(SandboxOptions options) throws IOException {
    sandbox = Sandbox.start(options.withSetting("bulkyNavigation", "false"));
    password = sandbox.backofficePassword();
    door.setDispatcher(this);
    door.start();
  }

  BackofficeDoctor doctor(String... configuredSites) {
    BackofficeSettings settings =
        new BackofficeSettings(
            RemoteOrigin.parse(door.url("/").toString()),
            () -> new BackofficeCredentials(sandbox.backofficeUsername(), password),
            Duration.ofSeconds(20),
            Duration.ofSeconds(21),
            1,
            LinkField.NONE,
            true,
            Duration.ZERO,
            Set.of(configuredSites),
            Set.of());
    return new BackofficeDoctor(settings.connect(), settings);
  }

  /** Pages whose path with query begins like this are shown changed. */
  void shown(String beginning, UnaryOperator<String> changed) {
    change = (path, page) -> path.startsWith(beginning) ? changed.apply(page) : page;
  }

  /** These parameters never reach the server. */
  void ignoring(String... parameters) {
    ignored = List.of(parameters);
  }

  void answeredWith(Consumer<MockResponse.Builder> headers) {
    this.headers = headers;
  }

  void setting(String name, String value) {
    call("POST", "settings", "{\"%s\":%s}".formatted(name, value));
  }

  /** From now on every matching request suffers this. */
  void fault(String path, String kind, String more) {
    call(
        "POST",
        "faults",
        """
        [{"system":"backoffice","path":"%s","times":-1,"kind":"%s"%s}]
        """
            .formatted(path, kind, more));
  }

  void edit(long employee, String change) {
    call("POST", "employees/" + employee, change);
  }

  JsonNode state() {
    return call("GET", "state", null).path("backoffice");
  }

  /** What arrived since the last time that this was asked, as {@code GET /employee}. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (JsonNode request : call("GET", "requests", null)) {
      requests.add(request.path("method").asText() + " " + request.path("path").asText());
    }
    call("DELETE", "requests", null);
    return requests;
  }

  @Override
  public MockResponse dispatch(RecordedRequest asked) {
    String path =
        asked.getUrl().encodedPath()
            + Optional.ofNullable(asked.getUrl().encodedQuery()).map(q -> "?" + q).orElse("");
    HttpUrl.Builder url = HttpUrl.get(sandbox.backofficeUrl() + path).newBuilder();
    ignored.forEach(url::removeAllQueryParameters);
    Request.Builder forwarded = new Request.Builder().url(url.build());
    if (asked.getMethod().equals("POST")) {
      forwarded.post(RequestBody.create(asked.getBody(), FORM));
    }
    String cookie = asked.getHeaders().get("Cookie");
    if (cookie != null) {
      forwarded.header("Cookie", cookie);
    }
    try (Response response = http.newCall(forwarded.build()).execute()) {
      MockResponse.Builder answer =
          new MockResponse.Builder()
              .code(response.code())
              .body(change.of(path, response.body().string()));
      for (String name : List.of("Location", "Set-Cookie", "Server", "Date", "Retry-After")) {
        response.headers(name).forEach(value -> answer.addHeader(name, value));
      }
      headers.accept(answer);
      return answer.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode call(String method, String path, String body) {
    RequestBody payload = body == null ? null : RequestBody.create(body, JSON_TYPE);
    Request request =
        new Request.Builder()
            .url(sandbox.backofficeUrl() + "/_sandbox/" + path)
            .method(method, payload)
            .build();
    try (Response response = http.newCall(request).execute()) {
      String text = response.body().string();
      if (!response.isSuccessful()) {
        throw new AssertionError(method + " " + path + ": " + response.code() + " " + text);
      }
      return text.isBlank() ? JSON.nullNode() : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    door.close();
    sandbox.close();
  }
}

package dev.lanyard.activities.backoffice.client;

import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.LOGIN_PAGE;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.page;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.http.RemoteOrigin;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that end: who logs in again, how often, and what is sent once more. */
class SessionsTest {

  private static final FormEntries BODY = FormEntries.of("employee[firstName]", "Dana");

  private static MockResponse signal(String name) {
    return switch (name) {
      case "redirect" -> redirect("/login");
      case "login page" -> html(200, LOGIN_PAGE);
      default -> html(Integer.parseInt(name), "no");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "login page", "401", "403"})
  void anExpiredLookLogsInOnceAndLooksOnceMore(String signal) throws IOException {
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      server.on("GET /employee/edit/501", page("edit"), signal(signal), page("edit"));
      BackofficeClient client = server.client();
      assertThat(edit(client)).isEqualTo(501);
      assertThat(edit(client)).isEqualTo(501);
      assertThat(server.everyRequest())
          .containsExactly(
              "GET /login",
              "POST /login_check",
              "GET /employee/edit/501",
              "GET /employee/edit/501",
              "GET /login",
              "POST /login_check",
              "GET /employee/edit/501");
    }
  }

  /** OkHttp would send it again by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "00"})
  void aBusyServersInvitationToRepeatAtOnceIsNotTakenUp(String after) throws IOException {
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      server.on(
          "POST /employee/insert",
          html(503, "busy").newBuilder().setHeader("Retry-After", after).build(),
          redirect("/employee/permissions/777"));
      assertThat(
              catchThrowable(
                  () -> server.client().converse(() -> {}, talk -> talk.insertEmployee(BODY))))
          .isInstanceOfSatisfying(
              BackofficeFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(Kind.UNCONFIRMED_WRITE));
      assertThat(server.requests()).containsExactly("POST /employee/insert");
    }
  }

  @Test
  void anExpiredWriteThatWasNotExecutedIsSentOnceMoreAfterOneLogin() throws IOException {
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      server.on("POST /employee/insert", redirect("/login"), redirect("/employee/edit/777"));
      server.on("GET /employee/edit/501", page("edit"));
      BackofficeClient client = server.client();
      assertThat(edit(client)).isEqualTo(501);
      AtomicInteger guarded = new AtomicInteger();
      assertThat(
              client.<Integer>converse(guarded::incrementAndGet, talk -> talk.insertEmployee(BODY)))
          .isEqualTo(777);
      assertThat(guarded).hasValue(2);
      assertThat(server.everyRequest())
          .containsExactly(
              "GET /login",
              "POST /login_check",
              "GET /employee/edit/501",
              "POST /employee/insert",
              "GET /login",
              "POST /login_check",
              "POST /employee/insert");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "login page, POST /employee/insert",
    "401, POST /employee/insert;GET /",
    "403, POST /employee/insert;GET /"
  })
  void anExpiredWriteThatMayHaveBeenExecutedIsNotRepeatedAndTheNextOneLogsIn(
      String signal, String sent) throws IOException {
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      server.on("POST /employee/insert", signal(signal)).on("GET /", redirect("/login"));
      server.on("GET /employee/edit/501", page("edit"));
      BackofficeClient client = server.client();
      assertThat(edit(client)).isEqualTo(501);

      assertThat(failure(() -> client.<Object>converse(() -> {}, t -> t.insertEmployee(BODY))))
          .isEqualTo(Kind.UNCONFIRMED_WRITE);
      assertThat(edit(client)).isEqualTo(501);

      List<String> expected = new ArrayList<>();
      expected.addAll(List.of("GET /login", "POST /login_check", "GET /employee/edit/501"));
      expected.addAll(List.of(sent.split(";", -1)));
      expected.addAll(List.of("GET /login", "POST /login_check", "GET /employee/edit/501"));
      assertThat(server.everyRequest()).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "login page", "401", "403"})
  void eachOfManyExpiredSessionsLogsInOnceAndOneAtATime(String signal) throws Exception {
    int sessions = 6;
    try (CrowdedBackoffice server = new CrowdedBackoffice(sessions, signal)) {
      BackofficeClient client = server.client(sessions, new AtomicReference<>("secret"));
      assertThat(together(sessions, () -> edit(client))).containsOnly(501);
      assertThat(server.logins).hasValue(sessions);

      server.expireAll();
      assertThat(together(sessions, () -> edit(client))).containsOnly(501);

      assertThat(server.logins).hasValue(2 * sessions);
      assertThat(server.refused).hasValue(sessions);
      assertThat(server.mostLoginsAtOnce).hasValue(1);
    }
  }

  @Test
  void manyExpiredSessionsAndAPasswordThatNoLongerHoldsCostOneTry() throws Exception {
    int sessions = 6;
    try (CrowdedBackoffice server = new CrowdedBackoffice(sessions, "redirect")) {
      AtomicReference<String> password = new AtomicReference<>("secret");
      BackofficeClient client = server.client(sessions, password);
      assertThat(together(sessions, () -> edit(client))).containsOnly(501);

      server.expireAll();
      password.set("wrong");
      assertThat(together(sessions, () -> failure(() -> edit(client))))
          .containsOnly(Kind.LOGIN_REJECTED);
      assertThat(server.logins).hasValue(sessions + 1);

      password.set("secret");
      assertThat(together(sessions, () -> edit(client))).containsOnly(501);
      assertThat(server.logins).hasValue(2 * sessions + 1);
      assertThat(server.mostLoginsAtOnce).hasValue(1);
    }
  }

  private static int edit(BackofficeClient client) {
    return client.<Integer>converse(() -> {}, talk -> talk.editPage(501).employeeId());
  }

  private static Kind failure(Callable<?> call) {
    Throwable thrown = catchThrowable(() -> assertThat(call.call()).isNull());
    assertThat(thrown).isInstanceOf(BackofficeFailure.class);
    return ((BackofficeFailure) thrown).kind();
  }

  private static <T> List<T> together(int threads, Callable<T> call) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(call);
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      callers.shutdownNow();
    }
  }

  /** Knows its sessions; their first looks after an expiry, and at the start, come in together. */
  private static final class CrowdedBackoffice extends Dispatcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MockWebServer server = new MockWebServer();
    private final CyclicBarrier all;
    private final String signal;
    private final Map<String, Boolean> loggedIn = new ConcurrentHashMap<>();
    private final AtomicInteger named = new AtomicInteger();
    private final AtomicInteger loginsUnderWay = new AtomicInteger();
    private final AtomicInteger mostLoginsAtOnce = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    CrowdedBackoffice(int sessions, String signal) throws IOException {
      this.all = new CyclicBarrier(sessions);
      this.signal = signal;
      server.setDispatcher(this);
      server.start();
    }

    BackofficeClient client(int sessions, AtomicReference<String> password) {
      return new BackofficeClient(
          RemoteOrigin.parse(server.url("/").toString()),
          () -> new Credentials("bot", password.get()),
          PATIENCE,
          sessions);
    }

    void expireAll() {
      loggedIn.replaceAll((id, was) -> false);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String cookie = String.valueOf(request.getHeaders().get("Cookie"));
      return switch (request.getUrl().encodedPath()) {
        case "/login" -> loginForm();
        case "/login_check" -> login(cookie, request.getBody().utf8());
        default -> look(cookie);
      };
    }

    private MockResponse loginForm() {
      mostLoginsAtOnce.accumulateAndGet(loginsUnderWay.incrementAndGet(), Math::max);
      return html(200, LOGIN_PAGE)
          .newBuilder()
          .setHeader("Set-Cookie", "PHPSESSID=s" + named.incrementAndGet() + "; path=/")
          .build();
    }

    private MockResponse login(String cookie, String body) {
      logins.incrementAndGet();
      loginsUnderWay.decrementAndGet();
      boolean right = body.endsWith("_password=secret");
      loggedIn.put(cookie, right);
      return redirect(right ? "/" : "/login");
    }

    private MockResponse look(String cookie) {
      boolean valid = loggedIn.getOrDefault(cookie, false);
      if (!valid) {
        refused.incrementAndGet();
      }
      meet();
      return valid ? page("edit") : signal(signal);
    }

    /** So that each caller holds a session of its own: no answer before all have asked. */
    private void meet() {
      try {
        assertThat(all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNegative();
      } catch (Exception e) {
        throw new IllegalStateException("not all have asked", e);
      }
    }

    @Override
    public void close() {
      server.close();
    }
  }
}

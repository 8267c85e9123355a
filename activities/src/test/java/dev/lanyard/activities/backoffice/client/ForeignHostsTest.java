package dev.lanyard.activities.backoffice.client;

import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.LOGIN_PAGE;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.page;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.backoffice.client.Answer.Expiry;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.Markup;
import dev.lanyard.activities.http.RemoteOrigin;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials and cookies go to one origin, wherever an answer points. */
class ForeignHostsTest {

  private static final FormEntries BODY = FormEntries.of("employee[firstName]", "Dana");

  private ScriptedBackoffice ours;
  private MockWebServer foreign;

  @BeforeEach
  void start() throws IOException {
    ours = new ScriptedBackoffice();
    foreign = new MockWebServer();
    foreign.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return html(200, LOGIN_PAGE);
          }
        });
    foreign.start();
  }

  @AfterEach
  void close() {
    ours.close();
    foreign.close();
  }

  /**
   * @param template FOREIGN stands for host and port of another server, OURS for ours
   */
  private String location(String template) {
    return template
        .replace("FOREIGN", foreign.getHostName() + ":" + foreign.getPort())
        .replace("OURS", HttpUrl.get(ours.url()).host() + ":" + HttpUrl.get(ours.url()).port());
  }

  /** A header as it may come over the wire, in any characters. */
  private static MockResponse elsewhere(String location) {
    Headers headers =
        new Headers.Builder()
            .add("Content-Length", "0")
            .addUnsafeNonAscii("Location", location)
            .build();
    return new MockResponse.Builder().code(302).headers(headers).build();
  }

  private static BackofficeFailure failure(
      BackofficeClient client, Function<Conversation, Object> talk) {
    BackofficeFailure failure =
        catchThrowableOfType(
            BackofficeFailure.class,
            () -> assertThat(client.<Object>converse(() -> {}, talk)).isNull());
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).doesNotContain("127.0.0.1", "localhost", "evil");
    return failure;
  }

  private static Object update(Conversation talk) {
    talk.updateEmployee(501, BODY);
    return "done";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://FOREIGN/employee",
        "http://FOREIGN/login",
        "//FOREIGN/employee",
        "//FOREIGN/login",
        "///FOREIGN/employee",
        "\\\\FOREIGN/employee",
        "/\\FOREIGN/employee",
        "http:FOREIGN/login",
        "http:\\\\FOREIGN\\employee",
        "http://OURS@FOREIGN/employee",
        "http://OURS%2Femployee@FOREIGN/login",
        "http://FOREIGN#@OURS/employee",
        "http://FOREIGN?@OURS/employee",
        "https://OURS/employee",
        "https://FOREIGN/login",
        "https:evil.example/employee",
        "http://evil.example/employee",
        "http://ｅｖｉｌ.example/login",
        "http://%65vil.example/login",
        "http://OURS。evil.example/login",
        "http://OURS.evil.example/employee",
        "ftp://OURS/employee",
        "javascript:alert(1)",
        "data:text/html,x"
      })
  void aRedirectToAnotherOriginIsNeitherFollowedNorTakenForAnything(String template) {
    String location = location(template);
    ours.on("GET /employee/edit/501", page("edit"), elsewhere(location));
    ours.on("POST /employee/update", elsewhere(location));
    ours.on(
        "POST /employee/insert", elsewhere(location.replace("/employee", "/employee/edit/777")));
    BackofficeClient client = ours.client();
    assertThat(client.<Object>converse(() -> {}, talk -> talk.editPage(501))).isNotNull();

    assertThat(failure(client, talk -> talk.editPage(501)).kind()).isEqualTo(Kind.CHANGED);
    assertThat(failure(client, ForeignHostsTest::update).kind()).isEqualTo(Kind.CHANGED);
    assertThat(failure(client, talk -> talk.insertEmployee(BODY)).kind()).isEqualTo(Kind.CHANGED);

    assertThat(foreign.getRequestCount()).isZero();
    assertThat(ours.everyRequest())
        .containsExactly(
            "GET /login",
            "POST /login_check",
            "GET /employee/edit/501",
            "GET /employee/edit/501",
            "POST /employee/update",
            "POST /employee/insert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://FOREIGN/",
        "//FOREIGN/",
        "http://FOREIGN/login",
        "https:evil.example/login",
        "http://OURS@FOREIGN/"
      })
  void aLoginThatLeadsElsewhereIsNoLoginAndLatchesNothing(String template) {
    ours.on("POST /login_check", redirect(location(template)), redirect("/"));
    ours.on("GET /employee/edit/501", page("edit"));
    BackofficeClient client = ours.client();

    assertThat(failure(client, talk -> talk.editPage(501)).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(client.<Object>converse(() -> {}, talk -> talk.editPage(501))).isNotNull();

    assertThat(foreign.getRequestCount()).isZero();
    assertThat(ours.logins()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://FOREIGN/login", "//FOREIGN/login", "/elsewhere"})
  void aLoginFormElsewhereGetsNoPassword(String template) {
    ours.on("GET /login", redirect(location(template)));
    assertThat(failure(ours.client(), talk -> talk.editPage(501)).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(foreign.getRequestCount()).isZero();
    assertThat(ours.everyRequest()).containsExactly("GET /login");
  }

  @Test
  void aCookieForAnotherDomainIsNotKept() {
    ours.on(
        "GET /login",
        html(200, LOGIN_PAGE)
            .newBuilder()
            .addHeader("Set-Cookie", "PHPSESSID=ours; path=/")
            .addHeader("Set-Cookie", "PHPSESSID=evil; path=/; domain=evil.example")
            .addHeader("Set-Cookie", "PHPSESSID=evil; path=/; domain=.example")
            .addHeader("Set-Cookie", "track=evil; path=/; domain=sonnyscontrols.com")
            .build());
    ours.on("GET /employee/edit/501", page("edit"));
    assertThat(ours.client().<Object>converse(() -> {}, talk -> talk.editPage(501))).isNotNull();
    assertThat(ours.cookies()).containsExactly("null", "PHPSESSID=ours", "PHPSESSID=ours");
  }

  @Test
  void aRedirectToPlainHttpOfTheSameHostIsNotOurs() {
    RemoteOrigin origin = RemoteOrigin.parse("https://washu.sonnyscontrols.com");
    for (String elsewhere :
        new String[] {
          "http://washu.sonnyscontrols.com/login",
          "https://washu.sonnyscontrols.com:8443/login",
          "https://washu.sonnyscontrols.com.evil.example/login",
          "https://evil.sonnyscontrols.com/login",
          "https://sonnyscontrols.com/login"
        }) {
      Answer answer = answer(elsewhere);
      assertThat(answer.redirectPath(origin)).as(elsewhere).isEmpty();
      assertThat(answer.expiry(origin)).as(elsewhere).isEqualTo(Expiry.NONE);
    }
    assertThat(answer("https://WASHU.sonnyscontrols.com:443/login").expiry(origin))
        .isEqualTo(Expiry.LOGIN_REDIRECT);
  }

  private static Answer answer(String location) {
    return new Answer(
        "GET /",
        302,
        Optional.of(HttpUrl.get(location)),
        Optional.empty(),
        Markup.document("", "/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://washu.sonnyscontrols.com",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "https://bot:secret@washu.sonnyscontrols.com",
        "https://washu.sonnyscontrols.com?x",
        "https://washu.sonnyscontrols.com#x",
        "ftp://washu.sonnyscontrols.com",
        "washu.sonnyscontrols.com",
        ""
      })
  void anOriginThatIsNotOneOrNotSafeIsRefused(String url) {
    assertThatThrownBy(() -> assertThat(RemoteOrigin.parse(url)).isNull())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}

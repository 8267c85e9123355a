package dev.lanyard.activities.backoffice.client;

import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.page;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.PageFixture;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of answer, and how many requests it leads to. */
class ConversationTest {

  private static final FormEntries BODY =
      FormEntries.of(
          "employee[firstName]", "Dana", "employee[email]", "dana@example.test", "x", "é &=+");

  private static final String ERROR_PAGE =
      "<div id=main-column><h1 id=page-title>Create Employee</h1><div class='alerts"
          + " alerts-server'><div class='alert alert-danger'><p>Dana must be a valid date.</p>"
          + "</div></div></div>";

  private ScriptedBackoffice server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedBackoffice();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private BackofficeFailure failure(Consumer<Conversation> talk) {
    return failure(server.client(), talk);
  }

  private static BackofficeFailure failure(BackofficeClient client, Consumer<Conversation> talk) {
    BackofficeFailure failure =
        catchThrowableOfType(BackofficeFailure.class, () -> converse(client, talk));
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).doesNotContain("?", "@", "Dana", "secret", "localhost");
    return failure;
  }

  private static void converse(BackofficeClient client, Consumer<Conversation> talk) {
    boolean done =
        client.converse(
            () -> {},
            conversation -> {
              talk.accept(conversation);
              return true;
            });
    assertThat(done).isTrue();
  }

  private static void insert(Conversation talk) {
    assertThat(talk.insertEmployee(BODY)).isPositive();
  }

  private static void update(Conversation talk) {
    talk.updateEmployee(501, BODY);
  }

  private static void edit(Conversation talk) {
    assertThat(talk.editPage(501)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/employee/permissions/777", "/employee/edit/777", "/employee/compensation/777"})
  void theNewIdIsTakenFromTheRedirectWhichIsNotFollowed(String location) {
    server.on("POST /employee/insert", redirect(location));
    converse(server.client(), talk -> assertThat(talk.insertEmployee(BODY)).isEqualTo(777));
    assertThat(server.requests()).containsExactly("POST /employee/insert");
  }

  @Test
  void anAbsoluteRedirectOfOurOwnIsUnderstood() {
    server.on("POST /employee/update", redirect(server.url() + "employee"));
    converse(server.client(), ConversationTest::update);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/employee",
        "//evil.example/employee",
        "https://127.0.0.1/employee",
        "/",
        "/employees",
        "/employee/edit/502?actionXfer=abcd1234",
        "/employee/7"
      })
  void anyOtherRedirectIsNoSuccessAndGetsNoRequest(String location) {
    server.on("POST /employee/update", redirect(location));
    assertThat(failure(ConversationTest::update).kind()).isEqualTo(Kind.CHANGED);
    assertThat(server.requests()).containsExactly("POST /employee/update");
  }

  @Test
  void aRefusedUpdateCarriesTheWordsBehindItsRedirect() {
    server.on("POST /employee/update", redirect("/employee/edit/501?actionXfer=Ab3dE5gH"));
    server.on("GET /employee/edit/501", html(200, ERROR_PAGE));
    BackofficeFailure refused = failure(ConversationTest::update);
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.getMessage())
        .isEqualTo(
            "Backoffice refused POST /employee/update, which was answered with 302 to its form:"
                + " \"[redacted] must be a valid date.\".");
    assertThat(server.requests())
        .containsExactly("POST /employee/update", "GET /employee/edit/501");
  }

  @Test
  void aRefusedInsertWithoutWordsIsStillRefused() {
    server.on("POST /employee/insert", redirect("/employee/create?actionXfer=Ab3dE5gH"));
    server.on("GET /employee/create", page("create"));
    assertThat(failure(ConversationTest::insert).getMessage())
        .isEqualTo(
            "Backoffice refused POST /employee/insert, which was answered with 302 to its form,"
                + " without saying why.");
  }

  @Test
  void aRefusalInPlaceIsUnderstoodToo() {
    server.on("POST /employee/insert", html(200, ERROR_PAGE));
    BackofficeFailure refused = failure(ConversationTest::insert);
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.getMessage())
        .isEqualTo(
            "Backoffice refused POST /employee/insert, which was answered with 200: \"[redacted]"
                + " must be a valid date.\".");
  }

  private BackofficeFailure insertRefusedWith(FormEntries sent, String words) {
    server
        .on("POST /employee/insert", redirect("/employee/create?actionXfer=Ab3dE5gH"))
        .on(
            "GET /employee/create",
            html(200, ERROR_PAGE.replace("Dana must be a valid date.", words)));
    return failure(talk -> assertThat(talk.insertEmployee(sent)).isPositive());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The POS Login ID already exists.",
        "That POS user ID is already in use!",
        "The value is In  Use",
        "E-mail: must be UNIQUE.",
        "Username (taken)",
        "Start Date must be a valid date.</p><p>ALREADY there."
      })
  void aRefusalWhoseWordsSayDuplicateIsOne(String words) {
    BackofficeFailure refused = insertRefusedWith(BODY, words);
    assertThat(refused.kind()).isEqualTo(Kind.DUPLICATE);
    assertThat(refused.isRefusal()).isTrue();
    assertThat(refused.finding())
        .isEqualTo(
            "Backoffice refused POST /employee/insert, which was answered with 302 to its form: \""
                + words.replace("  ", " ").replace("</p><p>", "\", \"")
                + "\".");
    assertThat(refused.getMessage())
        .isEqualTo(
            refused.finding()
                + " Find in Backoffice which other record, perhaps a disabled one, has the value;"
                + " free it there, then retry, or hand in another value.");
    assertThat(server.requests()).containsExactly("POST /employee/insert", "GET /employee/create");
  }

  @Test
  void aDuplicateShownInPlaceIsOneTooAndNamesItsStatus() {
    server.on(
        "POST /employee/insert",
        html(200, ERROR_PAGE.replace("must be a valid date", "is already there")));
    BackofficeFailure refused = failure(ConversationTest::insert);
    assertThat(refused.kind()).isEqualTo(Kind.DUPLICATE);
    assertThat(refused.finding())
        .isEqualTo(
            "Backoffice refused POST /employee/insert, which was answered with 200: \"[redacted] is"
                + " already there.\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First Name must be  between 1 and 64 characters long.",
        "The date was mistaken.",
        "Uniqueness, inuse, in-use, intaken.",
        "Departments requires no less than 1 valid selection."
      })
  void wordsThatOnlyResembleItAreARefusalOfTheValues(String words) {
    assertThat(insertRefusedWith(BODY, words).kind()).isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "Already, Exists, Already Exists must be a person.",
    "ALREADY  TAKEN, 'in use, unique', 'Already taken and In Use, Unique: too long.'",
    "Sam, Unique, 'unique, Sam: unique@example.test is no e-mail.'"
  })
  void wordsOfThePersonsOwnNameAreNoDuplicate(String first, String last, String words) {
    FormEntries sent =
        FormEntries.of("employee[firstName]", first, "employee[lastName]", last, "x", "y");
    BackofficeFailure refused = insertRefusedWith(sent, words);
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.getMessage())
        .contains("[redacted]")
        .doesNotContainIgnoringCase("already")
        .doesNotContainIgnoringCase("unique");
    assertThat(insertRefusedWith(sent, words + " It is in use.").kind()).isEqualTo(Kind.DUPLICATE);
  }

  @ParameterizedTest
  @CsvSource({
    "200, UNCONFIRMED_WRITE",
    "404, CHANGED",
    "405, CHANGED",
    "429, RATE_LIMITED",
    "500, UNCONFIRMED_WRITE",
    "503, UNCONFIRMED_WRITE"
  })
  void aWriteThatIsNotRedirectedIsNeverRepeated(int status, Kind kind) {
    server.on("POST /employee/insert", html(status, "<h1>Something</h1>"));
    assertThat(failure(ConversationTest::insert).kind()).isEqualTo(kind);
    assertThat(server.requests()).containsExactly("POST /employee/insert");
  }

  @Test
  void aWriteOnAReusedConnectionThatDiesIsNotSentTwice() {
    server.on("GET /employee/edit/501", page("edit"));
    server.on(
        "POST /employee/insert",
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    BackofficeClient client = server.client();
    converse(client, ConversationTest::edit);
    assertThat(failure(client, ConversationTest::insert).kind()).isEqualTo(Kind.UNCONFIRMED_WRITE);
    assertThat(server.requests())
        .containsExactly("GET /employee/edit/501", "POST /employee/insert");
  }

  @Test
  void aWriteWhoseAnswerDoesNotComeIsUnconfirmedAndALookAnOutage() {
    MockResponse never =
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    server.on("POST /employee/insert", never).on("GET /employee/edit/501", never);
    // Long enough for a login on a busy machine (guessed).
    BackofficeClient impatient = server.client(Duration.ofSeconds(3));
    assertThat(failure(impatient, ConversationTest::insert).kind())
        .isEqualTo(Kind.UNCONFIRMED_WRITE);
    assertThat(failure(impatient, ConversationTest::edit).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(server.requests())
        .containsExactly("POST /employee/insert", "GET /employee/edit/501");
  }

  @Test
  void aServerThatIsNotThereIsAnOutageForAWriteToo() {
    BackofficeClient client = server.client();
    server.close();
    assertThat(failure(client, ConversationTest::insert).kind()).isEqualTo(Kind.OUTAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND",
    "400, CHANGED",
    "429, RATE_LIMITED",
    "500, OUTAGE",
    "502, OUTAGE",
    "200, OUTAGE"
  })
  void aLookThatShowsNoPageSaysWhatItMeans(int status, Kind kind) {
    server.on("GET /employee/edit/501", html(status, "<h1>Something</h1>"));
    assertThat(failure(ConversationTest::edit).kind()).isEqualTo(kind);
    assertThat(server.requests()).containsExactly("GET /employee/edit/501");
  }

  @Test
  void anUnknownEmployeeMayAlsoBeRedirectedToTheRoster() {
    server.on("GET /employee/edit/501", redirect("/employee"));
    BackofficeFailure redirected = failure(ConversationTest::edit);
    assertThat(redirected.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(redirected.getMessage())
        .isEqualTo(
            "Backoffice has no employee 501: GET /employee/edit/501 was answered with 302 to"
                + " /employee.");
    server.on("GET /employee/edit/501", html(404, "<h1>Something</h1>"));
    assertThat(failure(ConversationTest::edit).getMessage())
        .isEqualTo("Backoffice has no employee 501: GET /employee/edit/501 was answered with 404.");
    server.on("GET /employee/edit/501", redirect("/"));
    assertThat(failure(ConversationTest::edit).kind()).isEqualTo(Kind.CHANGED);
    server.on("GET /employee/edit/501", redirect("http://evil.example/employee"));
    assertThat(failure(ConversationTest::edit).kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  void anExpiredLookIsRepeatedOnceAfterOneLogin() {
    server.on("GET /employee/edit/501", page("edit"), redirect("/login"), page("edit"));
    BackofficeClient client = server.client();
    converse(client, ConversationTest::edit);
    converse(client, ConversationTest::edit);
    assertThat(server.logins()).isEqualTo(2);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aSessionThatNeverHoldsIsAnOutageAndNoEndlessLogin() {
    BackofficeClient client = server.client();
    server.on("GET /employee/edit/501", page("edit"));
    converse(client, ConversationTest::edit);
    server.on("GET /employee/edit/501", redirect("/login"));
    assertThat(failure(client, ConversationTest::edit).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(server.logins()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aBotWithoutTheRightIsNotAllowedAfterOneLogin(int status) {
    BackofficeClient client = server.client();
    server.on("GET /employee/edit/501", page("edit"));
    converse(client, ConversationTest::edit);
    server.on("GET /employee/edit/501", html(status, "no"));
    assertThat(failure(client, ConversationTest::edit).kind()).isEqualTo(Kind.NOT_ALLOWED);
    assertThat(server.logins()).isEqualTo(2);
  }

  @Test
  void aForbiddenWriteIsTheBotsLackOfRightsWhenTheStartPageIsShown() {
    server.on("POST /employee/insert", html(403, "no")).on("GET /", page("roster"));
    assertThat(failure(ConversationTest::insert).kind()).isEqualTo(Kind.NOT_ALLOWED);
    assertThat(server.requests()).containsExactly("POST /employee/insert", "GET /");
  }

  @Test
  void aForbiddenWriteIsAnExpiredSessionWhenTheStartPageIsNotShown() {
    server.on("POST /employee/insert", html(403, "no")).on("GET /", redirect("/login"));
    assertThat(failure(ConversationTest::insert).kind()).isEqualTo(Kind.UNCONFIRMED_WRITE);
    assertThat(server.requests()).containsExactly("POST /employee/insert", "GET /");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/", "//evil.example/login"})
  void aLoginThatIsSentElsewhereIsNoLoginAndIsNotFollowed(String location) {
    server.on("POST /login_check", redirect(location), redirect("/"));
    server.on("GET /employee/edit/501", page("edit"));
    BackofficeClient client = server.client();
    assertThat(failure(client, ConversationTest::edit).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(server.requests()).isEmpty();
    converse(client, ConversationTest::edit);
  }

  @Test
  void thePasswordIsNotSentToAPageThatIsNotTheLogin() {
    server.on("GET /login", html(200, "<h1>Please wait</h1>"));
    assertThat(failure(ConversationTest::edit).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(server.logins()).isZero();
  }

  @Test
  void aLoginFormWithoutASessionCostsNoTryOfThePassword() {
    server.on("GET /login", html(200, ScriptedBackoffice.LOGIN_PAGE));
    assertThat(failure(ConversationTest::edit).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(server.logins()).isZero();
  }

  @Test
  void everyRequestOfASessionCarriesItsCookie() {
    server.on("GET /employee/edit/501", page("edit"));
    converse(server.client(), ConversationTest::edit);
    assertThat(server.cookies())
        .containsExactly(
            "null", "PHPSESSID=abcdefghijklmnopqrstuvwxyz", "PHPSESSID=abcdefghijklmnopqrstuvwxyz");
  }

  @Test
  void retryAfterIsReadInBothShapesAndBounded() {
    String soon =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(5));
    assertThat(retryAfter("7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(retryAfter("0")).isEqualTo(Duration.ofSeconds(1));
    assertThat(retryAfter(soon)).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
    assertThat(retryAfter("Sat, 01 Jan 2000 00:00:00 GMT")).isEqualTo(Duration.ofSeconds(1));
    assertThat(retryAfter("999999999")).isEqualTo(Duration.ofHours(1));
    assertThat(retryAfter("soon")).isEqualTo(Duration.ofSeconds(30));
  }

  private Duration retryAfter(String header) {
    server.on(
        "GET /employee/edit/501",
        html(429, "").newBuilder().setHeader("Retry-After", header).build());
    return failure(ConversationTest::edit).retryAfter().orElseThrow();
  }

  @Test
  void anAnswerWithoutEndIsNotReadForEver() {
    server.on("GET /employee/edit/501", html(200, "x".repeat(33 * 1024 * 1024)));
    assertThat(failure(ConversationTest::edit).kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  void aRosterThatNoLongerFiltersIsNotTakenForAnEmptyOne() {
    String row = PageFixture.html("roster").replaceAll("(?s).*?<tbody>(<tr>.*?</tr>).*", "$1");
    server.on(
        "GET /employee",
        html(200, PageFixture.html("roster").replace("<tbody>", "<tbody>" + row.repeat(200))));
    assertThat(failure(talk -> assertThat(talk.rosterOf(99).row(99)).isEmpty()).kind())
        .isEqualTo(Kind.CHANGED);
  }
}

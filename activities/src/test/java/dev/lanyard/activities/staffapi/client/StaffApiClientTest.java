package dev.lanyard.activities.staffapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffApiClientTest {

  private static final String AUTHORIZATION = "Basic Y2xpZW50OnNlY3JldA==";
  private static final String JANE =
      """
      {"id":454,"first_name":"Jane","last_name":"Doe","is_admin":false,"code":"hr-10442",
       "primary_email_address":"jane.doe@example.com","email_addresses":["jd@example.com"],
       "permissions":[{"code":"FinishSale","name":"Finish","domain":"Point of Sale"}],
       "sites":{"count":1,"updated_at":"2026-01-01T00:00:00+10:00"},"something_new":{"a":[1]}}
      """;
  private static final WriteGuard IN_TIME = () -> {};
  private static final NewStaffMember NEW =
      new NewStaffMember(
          "Jane",
          "Doe",
          "jane.doe@example.com",
          Optional.of("6155551234"),
          "hr-10442",
          List.of("FinishSale"),
          SiteDecision.none(),
          List.of(),
          Optional.empty());

  private final MockWebServer server = new MockWebServer();
  private StaffApiClient client;

  @BeforeEach
  void start() throws IOException {
    server.start();
    client = clientFor(server.url("/v1/").toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyRequestSaysWhoAsksAndForWhat() throws InterruptedException {
    server.enqueue(json(JANE));
    server.enqueue(created("/v1/companies/5678/staff/454.json"));

    assertThat(client.member(454)).isPresent();
    assertThat(client.create(NEW, IN_TIME)).contains(454L);

    RecordedRequest get = server.takeRequest();
    assertThat(get.getRequestLine()).isEqualTo("GET /v1/companies/5678/staff/454.json HTTP/1.1");
    assertThat(get.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(get.getHeaders().get("Authorization")).isEqualTo(AUTHORIZATION);
    RecordedRequest post = server.takeRequest();
    assertThat(post.getRequestLine()).isEqualTo("POST /v1/companies/5678/staff.json HTTP/1.1");
    assertThat(post.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(post.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(post.getHeaders().get("Authorization")).isEqualTo(AUTHORIZATION);
  }

  @Test
  void createBodyNamesItsAccessEvenWhenThatIsNone() throws InterruptedException {
    server.enqueue(created("/v1/companies/5678/staff/454.json"));

    assertThat(client.create(NEW, IN_TIME)).contains(454L);

    assertThat(server.takeRequest().getBody().utf8())
        .isEqualTo(
            "{\"first_name\":\"Jane\",\"last_name\":\"Doe\","
                + "\"primary_email_address\":\"jane.doe@example.com\",\"phone\":\"6155551234\","
                + "\"is_admin\":false,\"permissions\":[\"FinishSale\"],\"sites\":[],"
                + "\"code\":\"hr-10442\"}");
  }

  @Test
  void updateBodyNamesItsAccessEvenWhenThatIsNone() throws InterruptedException {
    server.enqueue(json(JANE));
    server.enqueue(json(JANE));

    assertThat(client.update(454, StaffUpdate.revocation(), IN_TIME)).isTrue();
    assertThat(
            client.update(
                454,
                StaffUpdate.at(SiteDecision.exactly(List.of(9_007_199_254_740_993L)))
                    .admin(false)
                    .permissions(List.of("Void")),
                IN_TIME))
        .isTrue();

    RecordedRequest revocation = server.takeRequest();
    assertThat(revocation.getRequestLine())
        .isEqualTo("PUT /v1/companies/5678/staff/454.json HTTP/1.1");
    assertThat(revocation.getBody().utf8())
        .isEqualTo("{\"is_admin\":false,\"permissions\":[],\"sites\":[]}");
    assertThat(server.takeRequest().getBody().utf8())
        .isEqualTo("{\"is_admin\":false,\"permissions\":[\"Void\"],\"sites\":[9007199254740993]}");
  }

  @Test
  void memberIsReadInFullAndUnknownFieldsAreIgnored() {
    server.enqueue(json(JANE));

    StaffMember jane = client.member(454).orElseThrow();

    assertThat(jane.firstName()).isEqualTo("Jane");
    assertThat(jane.lastName()).isEqualTo("Doe");
    assertThat(jane.admin()).isFalse();
    assertThat(jane.permissions()).containsExactly("FinishSale");
    assertThat(jane.identity().hasCode("hr-10442")).isTrue();
    assertThat(jane.identity().hasCode("HR-10442")).isFalse();
    assertThat(jane.identity().hasEmail("Jane.Doe@Example.com")).isTrue();
    assertThat(jane.identity().hasEmail("jd@example.com")).isTrue();
    assertThat(jane).asString().doesNotContain("Jane").doesNotContain("example");
  }

  @Test
  void administratorHasNoPermissionsList() {
    server.enqueue(json("{\"id\":1,\"is_admin\":true,\"code\":null}"));

    StaffMember owner = client.member(1).orElseThrow();

    assertThat(owner.admin()).isTrue();
    assertThat(owner.permissions()).isEmpty();
    assertThat(owner.identity().code()).isEmpty();
  }

  @Test
  void idsHave64Bits() {
    server.enqueue(json("[{\"id\":9007199254740993,\"name\":\"Wash 37135\"}]"));
    server.enqueue(created("/v1/companies/5678/staff/9223372036854775807.json"));

    assertThat(client.sites()).containsExactly(new StaffSite(9007199254740993L, "Wash 37135"));
    assertThat(client.create(NEW, IN_TIME)).contains(Long.MAX_VALUE);
  }

  @Test
  void nextPageHeaderIsFollowedToTheLastPage() throws InterruptedException {
    String second = server.url("/v1/companies/5678/sites.json?page=2&per=25").toString();
    server.enqueue(json(sites(1, 25)).newBuilder().addHeader("X-Next-Page", second).build());
    server.enqueue(json(sites(26, 30)));

    assertThat(client.sites()).hasSize(30);
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/companies/5678/sites.json");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/v1/companies/5678/sites.json?page=2&per=25");
  }

  @Test
  void pageCountServesWhereThereIsNoNextPageHeader() throws InterruptedException {
    for (int page = 0; page < 3; page++) {
      server.enqueue(
          json(sites(1 + 25 * page, 25 + 25 * page)).newBuilder().addHeader("X-Pages", 3).build());
    }

    assertThat(client.sites()).hasSize(75);
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      pages.add(String.valueOf(server.takeRequest().getHeaders().get("X-Page")));
    }
    assertThat(pages).containsExactly("null", "1", "2");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void rowThatTwoPagesShowCountsOnce() {
    server.enqueue(json(sites(1, 25)).newBuilder().addHeader("X-Pages", 2).build());
    server.enqueue(json(sites(25, 30)).newBuilder().addHeader("X-Pages", 2).build());

    assertThat(client.sites()).hasSize(30);
  }

  @Test
  void pagesThatGoRoundInACircleAreAChangeOfTheApi() {
    String first = server.url("/v1/companies/5678/sites.json").toString();
    for (int i = 0; i < 2; i++) {
      server.enqueue(json(sites(1, 25)).newBuilder().addHeader("X-Next-Page", first).build());
    }

    assertFails(Kind.CHANGED, client::sites, "earlier page's rows again");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void announcedPageThatIsMissingIsAChangeOfTheApi() {
    server.enqueue(json(sites(1, 25)).newBuilder().addHeader("X-Pages", 2).build());
    server.enqueue(status(404, ""));

    assertFails(Kind.CHANGED, client::sites, "page 2");
  }

  @Test
  void foreignNextPageNeverSeesTheCredentials() throws IOException {
    try (MockWebServer foreign = new MockWebServer()) {
      foreign.start();
      String url = foreign.url("/v1/companies/5678/sites.json").toString();
      server.enqueue(json(sites(1, 25)).newBuilder().addHeader("X-Next-Page", url).build());

      assertFails(Kind.CHANGED, client::sites, "X-Next-Page");
      assertThat(foreign.getRequestCount()).isZero();
    }
  }

  @Test
  void redirectIsNeverFollowed() throws IOException {
    try (MockWebServer foreign = new MockWebServer()) {
      foreign.start();
      String url = foreign.url("/v1/companies/5678/staff.json").toString();
      server.enqueue(status(307, "").newBuilder().addHeader("Location", url).build());
      server.enqueue(status(307, "").newBuilder().addHeader("Location", url).build());

      assertFails(Kind.OUTAGE, client::staff, "answered 307");
      assertFails(Kind.UNCONFIRMED_WRITE, () -> client.create(NEW, IN_TIME), "answered 307");
      assertThat(foreign.getRequestCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/v1/companies/5678/staff/454.json",
        "/v1/companies/5678/staff/me.json",
        "/v1/companies/5678/sites/923.json",
        "/v1/companies/999/staff/454.json",
        "/v1/companies/5678/staff/454/addresses/7.json",
        "/v1/companies/5678/staff/99999999999999999999.json",
        "/v1/companies/5678/staff/"
      })
  void locationThatIsNotOursIsNoId(String location) {
    server.enqueue(created(location));

    assertThat(client.create(NEW, IN_TIME)).isEmpty();
  }

  @Test
  void locationMayBeAFullUrl() {
    server.enqueue(created(server.url("/v1/companies/5678/staff/454").toString()));

    assertThat(client.create(NEW, IN_TIME)).contains(454L);
  }

  @Test
  void abridgedRowsAreToldFromCompleteOnes() {
    server.enqueue(
        json(
            """
            [{"id":1,"updated_at":"2026-01-01T00:00:00+10:00"},
             {"id":2,"code":null,"primary_email_address":"dana@example.com"},
             {"id":3,"code":"hr-3"}]
            """));

    assertThat(client.staff())
        .containsExactly(
            new StaffRow(1, Optional.of("2026-01-01T00:00:00+10:00"), "", "", Optional.empty()),
            new StaffRow(
                2,
                Optional.empty(),
                "",
                "",
                Optional.of(
                    new StaffIdentity(
                        Optional.empty(),
                        Optional.of("dana@example.com"),
                        Set.of("dana@example.com")))),
            new StaffRow(3, Optional.empty(), "", "", Optional.empty()));
  }

  @Test
  void missingMemberIsNoFailure() {
    server.enqueue(status(404, "{\"error\":\"Not found\"}"));
    server.enqueue(status(404, ""));
    server.enqueue(status(404, "{\"error\":\"Not found\"}"));

    assertThat(client.member(454)).isEmpty();
    assertThat(client.sitesOf(454)).isEmpty();
    assertThat(client.update(454, StaffUpdate.revocation(), IN_TIME)).isFalse();
  }

  @Test
  void gatewaysNotFoundPageIsAnOutageAndNotAMissingMember() {
    server.enqueue(status(404, "<html><h1>No such service</h1></html>"));
    server.enqueue(status(404, "<html><h1>No such service</h1></html>"));

    assertFails(Kind.OUTAGE, () -> client.member(454), "No such service");
    assertFails(
        Kind.UNCONFIRMED_WRITE,
        () -> client.update(454, StaffUpdate.revocation(), IN_TIME),
        "not the API's own answer");
  }

  @Test
  void missingListPointsToTheCompany() {
    server.enqueue(status(404, "{}"));
    server.enqueue(status(404, "{}"));

    assertFails(Kind.CHANGED, client::staff, "GET /v1/companies/5678/staff.json", "company id");
    assertFails(Kind.CHANGED, () -> client.create(NEW, IN_TIME), "POST", "company id");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void rejectedCredentialsAreNamedWithoutThem(int status) {
    server.enqueue(status(status, "{\"error\":\"Y2xpZW50OnNlY3JldA== is unknown\"}"));

    StaffApiException failure =
        assertFails(
            Kind.CREDENTIALS_REJECTED, client::staff, "answered " + status, "client id and secret");

    assertThat(failure).hasMessageNotContaining("Y2xp");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 422})
  void refusedWriteCarriesTheServersWordsWithoutThePerson(int status) {
    server.enqueue(
        status(
            status,
            """
            {"errors":{"primary_email_address":["jane.doe@example.com is taken by DOE, Jane"],
             "permissions":["Flying is\\nno permission\\u001b[31m; janet invalid"]}}
            """));

    StaffApiException failure =
        assertFails(Kind.REFUSED, () -> client.create(NEW, IN_TIME), "POST", "answered " + status);

    assertThat(failure)
        .hasMessageContaining("[redacted] is taken by [redacted], [redacted]")
        .hasMessageContaining("Flying is\\u000ano permission\\u001b[31m; janet invalid")
        .hasMessageNotContaining("jane.doe");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void serversWordsAreBounded() {
    server.enqueue(status(422, "{\"error\":\"" + "x".repeat(100_000) + "\"}"));

    assertThat(
            assertFails(Kind.REFUSED, () -> client.create(NEW, IN_TIME), "xxx")
                .getMessage()
                .length())
        .isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 405, 406, 409, 422})
  void refusedReadIsAChangeOfTheApi(int status) {
    server.enqueue(status(status, "{\"error\":\"no\"}"));

    assertFails(
        Kind.CHANGED, client::staff, "GET /v1/companies/5678/staff.json answered " + status);
  }

  @ParameterizedTest
  @CsvSource({
    // The server's own clock goes before ours, which stands at 12:00:00.
    "1767268830,'Thu, 01 Jan 2026 11:59:50 GMT',41",
    "1767268830,,31",
    "1767268700,,1",
    "1767268830000,,60",
    "176726883000,,3600",
    "soon,,60",
    ",,60"
  })
  void rateLimitLastsUntilTheNamedInstant(String reset, String date, int seconds) {
    MockResponse.Builder answer = status(429, "{\"error\":\"Slow down\"}").newBuilder();
    Optional.ofNullable(reset).ifPresent(value -> answer.addHeader("X-Ratelimit-Reset", value));
    Optional.ofNullable(date).ifPresent(value -> answer.addHeader("Date", value));
    server.enqueue(answer.build());

    StaffApiException failure =
        assertFails(Kind.RATE_LIMITED, () -> client.create(NEW, IN_TIME), "Slow down");

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503})
  void troubleIsAnOutageForReadsAndLeavesWritesUnconfirmed(int status) {
    for (int i = 0; i < 3; i++) {
      server.enqueue(status(status, "<html><title>Bad Gateway</title></html>"));
    }

    assertFails(Kind.OUTAGE, client::staff, "answered " + status + ": Bad Gateway");
    assertFails(
        Kind.UNCONFIRMED_WRITE, () -> client.create(NEW, IN_TIME), "POST", "answered " + status);
    assertFails(
        Kind.UNCONFIRMED_WRITE, () -> client.update(454, StaffUpdate.revocation(), IN_TIME), "PUT");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void proxysPageWithSuccessIsNoSuccess() {
    server.enqueue(status(200, "<html>Please sign in</html>"));
    server.enqueue(status(200, "<html>Please sign in</html>"));
    server.enqueue(status(200, ""));

    assertFails(Kind.OUTAGE, client::staff, "not the API's own answer");
    assertFails(
        Kind.UNCONFIRMED_WRITE,
        () -> client.update(454, StaffUpdate.revocation(), IN_TIME),
        "not the API's");
    assertFails(Kind.OUTAGE, client::staff, "not the API's own answer");
  }

  @Test
  void truncatedJsonShowsNobody() {
    server.enqueue(json(JANE.substring(0, 100)));
    server.enqueue(json(JANE + "]"));

    for (int i = 0; i < 2; i++) {
      assertThat(assertFails(Kind.OUTAGE, () -> client.member(454), "answered 200"))
          .hasMessageNotContaining("Jane");
    }
  }

  @Test
  void cutAnswerIsNeverAskedForAgain() {
    for (int i = 0; i < 2; i++) {
      server.enqueue(
          json(JANE).newBuilder().onResponseBody(SocketEffect.ShutdownConnection.INSTANCE).build());
    }

    assertFails(Kind.OUTAGE, () -> client.member(454), "no complete answer");
    assertFails(
        Kind.UNCONFIRMED_WRITE,
        () -> client.update(454, StaffUpdate.revocation(), IN_TIME),
        "no complete answer");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void cutConnectionLeavesAWriteUnconfirmedAndUnrepeated() {
    server.enqueue(
        created("/x/1").newBuilder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertFails(Kind.UNCONFIRMED_WRITE, () -> client.create(NEW, IN_TIME), "no complete answer");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void writeThatNeverLeftIsAnOutage() {
    server.close();

    assertFails(Kind.OUTAGE, () -> client.create(NEW, IN_TIME), "POST", "no complete answer");
  }

  @Test
  void oversizedAnswerIsNotReadToItsEnd() {
    Buffer large = new Buffer().writeUtf8("[\"" + "x".repeat(5 << 20) + "\"]");
    server.enqueue(new MockResponse.Builder().body(large.clone()).build());
    server.enqueue(new MockResponse.Builder().body(large).build());

    assertFails(Kind.CHANGED, client::staff, "more than");
    assertFails(Kind.UNCONFIRMED_WRITE, () -> client.create(NEW, IN_TIME), "more than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"is_admin\":false,\"permissions\":[]}|/id",
        "{\"id\":\"454\",\"is_admin\":false,\"permissions\":[]}|/id",
        "{\"id\":454.5,\"is_admin\":false,\"permissions\":[]}|/id",
        "{\"id\":454,\"permissions\":[]}|/is_admin",
        "{\"id\":454,\"is_admin\":0,\"permissions\":[]}|/is_admin",
        "{\"id\":454,\"is_admin\":false}|/permissions",
        "{\"id\":454,\"is_admin\":false,\"permissions\":[\"Void\"]}|/permissions/0",
        "{\"id\":454,\"is_admin\":false,\"permissions\":[{\"code\":\"Void\"},{}]}|/permissions/1/code",
        "{\"id\":454,\"is_admin\":false,\"permissions\":[],\"code\":7}|/code"
      })
  void missingOrMistypedFieldIsNamedByItsPointer(String body, String pointer) {
    server.enqueue(json(body));

    assertFails(
        Kind.CHANGED,
        () -> client.member(454),
        "GET /v1/companies/5678/staff/454.json",
        "\"" + pointer + "\"");
  }

  @Test
  void listOfAnotherShapeIsAChangeOfTheApi() {
    server.enqueue(json("{\"staff\":[]}"));
    server.enqueue(json("[{\"id\":1,\"name\":\"Wash\"},7]"));

    assertFails(Kind.CHANGED, client::staff, "a list of objects");
    assertFails(Kind.CHANGED, client::sites, "\"/1\"");
  }

  @Test
  void anotherMembersRecordIsNotTaken() {
    server.enqueue(json(JANE));

    assertFails(Kind.CHANGED, () -> client.member(455), "staff member 454");
  }

  private static StaffApiException assertFails(Kind kind, ThrowingCallable act, String... texts) {
    StaffApiException failure = catchThrowableOfType(StaffApiException.class, act);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(texts).doesNotContain("?");
    return failure;
  }

  private static StaffApiClient clientFor(String url) {
    return new StaffApiClient(
        RemoteOrigin.parse(url),
        new FixedAuthorization(AUTHORIZATION),
        5678,
        Duration.ofSeconds(10),
        RequestLimit.NONE,
        Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC));
  }

  private static String sites(int from, int to) {
    List<String> rows = new ArrayList<>();
    for (int id = from; id <= to; id++) {
      rows.add("{\"id\":" + id + ",\"name\":\"Wash " + id + "\"}");
    }
    return rows.toString();
  }

  private static MockResponse created(String location) {
    return status(201, "").newBuilder().addHeader("Location", location).build();
  }

  private static MockResponse json(String body) {
    return status(200, body);
  }

  private static MockResponse status(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .body(new Buffer().writeString(body, StandardCharsets.UTF_8))
        .build();
  }
}

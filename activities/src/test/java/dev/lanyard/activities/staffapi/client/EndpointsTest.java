package dev.lanyard.activities.staffapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.MovedClock;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints that are not about lists and access, and what shuts the way to all of them. */
class EndpointsTest {

  private static final WriteGuard IN_TIME = () -> {};

  private final MovedClock clock = new MovedClock();
  private final MockWebServer server = new MockWebServer();
  private StaffApiClient client;

  @BeforeEach
  void start() throws IOException {
    server.start();
    client =
        new StaffApiClient(
            RemoteOrigin.parse(server.url("/v1/").toString()),
            new FixedAuthorization("Basic eDp5"),
            5678,
            Duration.ofSeconds(20),
            RequestLimit.NONE,
            clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void callerCompanySiteAndAddressesAreRead() throws InterruptedException {
    server.enqueue(answer(200, "{\"id\":451,\"is_admin\":true,\"image\":null,\"phone\":5}"));
    server.enqueue(answer(200, "{\"id\":9007199254740993,\"name\":\"Washes\"}"));
    server.enqueue(answer(200, "{\"id\":921,\"name\":\"Wash 37135\",\"code\":null}"));
    server.enqueue(answer(404, "{\"error\":\"not found\"}"));
    server.enqueue(
        answer(
            200,
            "[{\"id\":1,\"lines\":[\"1 Main St\"],\"city\":\"Springfield\",\"zone\":null,"
                + "\"postal_code\":97477,\"country\":\"US\"},{}]"));

    StaffMember me = client.me();
    assertThat(me.id()).isEqualTo(451);
    assertThat(me.profile().phone()).contains("5");
    assertThat(me.profile().image()).isEmpty();
    assertThat(client.companies()).containsExactly(new Company(9_007_199_254_740_993L, "Washes"));
    assertThat(client.site(921)).contains(new StaffSite(921, "Wash 37135"));
    assertThat(client.site(999)).isEmpty();
    assertThat(client.addressesOf(454).orElseThrow())
        .containsExactly(
            new StaffAddress(
                List.of("1 Main St"),
                Optional.of("Springfield"),
                Optional.empty(),
                Optional.of("97477"),
                Optional.of("US")),
            new StaffAddress(
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(paths(5))
        .containsExactly(
            "GET /v1/companies/5678/staff/me.json",
            "GET /v1/companies/me.json",
            "GET /v1/companies/5678/sites/921.json",
            "GET /v1/companies/5678/sites/999.json",
            "GET /v1/companies/5678/staff/454/addresses.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{}]",
        "[5]",
        "{}",
        "{\"id\":0}",
        "{\"id\":\"5\"}",
        "{\"id\":9223372036854775808}"
      })
  void companyWithoutAnIdIsAChange(String body) {
    server.enqueue(answer(200, body));

    assertFails(Kind.CHANGED, () -> client.companies(), "GET /v1/companies/me.json");
  }

  @Test
  void deleteHasNoBodyAndItsAnswerMayBeLost() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().code(204).build());
    server.enqueue(answer(404, "{\"error\":\"not found\"}"));
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(answer(502, "<html>bad gateway</html>"));
    server.enqueue(answer(403, "{\"error\":\"the owner stays\"}"));

    assertThat(client.delete(454, IN_TIME)).isTrue();
    assertThat(client.delete(454, IN_TIME)).isFalse();
    assertFails(Kind.UNCONFIRMED_WRITE, () -> client.delete(454, IN_TIME), "DELETE");
    assertFails(Kind.UNCONFIRMED_WRITE, () -> client.delete(454, IN_TIME), "answered 502");
    assertFails(Kind.CREDENTIALS_REJECTED, () -> client.delete(454, IN_TIME), "the owner stays");

    RecordedRequest first = server.takeRequest();
    assertThat(first.getRequestLine())
        .isEqualTo("DELETE /v1/companies/5678/staff/454.json HTTP/1.1");
    assertThat(first.getBodySize()).isZero();
  }

  @Test
  void subscriptionGoesOutInFullAndComesBackTolerantly() throws InterruptedException {
    WebhookSubscription ours =
        new WebhookSubscription(
            "staff/updated",
            "https://hooks.example.com/",
            List.of("b", "a", "b"),
            Optional.of(Map.of("X-Token", "s3cret")));
    server.enqueue(
        new MockResponse.Builder()
            .code(201)
            .addHeader("Location", "/v1/companies/5678/webhooks/7.json")
            .build());
    server.enqueue(
        answer(
            200,
            "[{\"id\":7,\"topic\":\"staff/updated\",\"address\":\"https://hooks.example.com/\","
                + "\"format\":\"json\",\"filter\":null}]"));
    server.enqueue(answer(200, "[{\"id\":7,\"address\":\"https://hooks.example.com/\"}]"));

    assertThat(client.webhooks().create(ours, IN_TIME)).contains(7L);
    assertThat(server.takeRequest().getBody().utf8())
        .isEqualTo(
            "{\"topic\":\"staff/updated\",\"address\":\"https://hooks.example.com/\","
                + "\"format\":\"json\",\"filter\":{\"tags\":[\"a\",\"b\"]},"
                + "\"headers\":{\"X-Token\":\"s3cret\"}}");
    assertThat(client.webhooks().all())
        .containsExactly(
            new WebhookRow(
                7,
                new WebhookSubscription(
                    "staff/updated", "https://hooks.example.com/", List.of(), Optional.empty())));
    assertFails(Kind.CHANGED, () -> client.webhooks().all(), "\"/0/topic\"");
  }

  @Test
  void refusedSubscriptionRepeatsNoHeader() {
    server.enqueue(answer(422, "{\"errors\":[\"headers: X-Token s3cret is too short\"]}"));
    WebhookSubscription ours =
        new WebhookSubscription(
            "staff/created",
            "https://hooks.example.com/",
            List.of(),
            Optional.of(Map.of("X-Token", "s3cret")));

    assertFails(
        Kind.REFUSED,
        () -> client.webhooks().create(ours, IN_TIME),
        "X-Token [redacted] is too short");
  }

  @Test
  void rateLimitShutsTheWayForAllUntilItsInstant() {
    server.enqueue(answer(429, "{\"error\":\"Slow down\"}"));
    server.enqueue(answer(200, "[]"));

    assertFails(Kind.RATE_LIMITED, () -> client.sites(), "Slow down", "Asked again in 60 s");
    clock.waited(Duration.ofSeconds(20));
    StaffApiException unsent =
        assertFails(
            Kind.RATE_LIMITED,
            () -> client.delete(454, IN_TIME),
            "DELETE /v1/companies/5678/staff/454.json was not sent");
    assertThat(unsent.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(40));
    assertThat(server.getRequestCount()).isEqualTo(1);

    clock.waited(Duration.ofSeconds(40));
    assertThat(client.sites()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void guardThatForbidsKeepsTheWriteBack() {
    StaffApiException tooLate = new StaffApiException(Kind.OUTAGE, "too late");
    WriteGuard guard =
        () -> {
          throw tooLate;
        };

    assertThat(
            catchThrowableOfType(
                StaffApiException.class, () -> client.update(454, StaffUpdate.revocation(), guard)))
        .isSameAs(tooLate);
    assertThat(catchThrowableOfType(StaffApiException.class, () -> client.delete(454, guard)))
        .isSameAs(tooLate);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void updateThatWouldBeRefusedIsNotSent() {
    assertFails(
        Kind.REFUSED,
        () ->
            client.update(
                454,
                StaffUpdate.at(SiteDecision.none())
                    .email("nobody")
                    .code("h".repeat(256))
                    .firstName(" "),
                IN_TIME),
        "PUT /v1/companies/5678/staff/454.json was not sent",
        "first_name: is missing",
        "primary_email_address: must look like",
        "code: must have at most 255 characters");
    assertThat(server.getRequestCount()).isZero();
  }

  private List<String> paths(int count) throws InterruptedException {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paths.add(server.takeRequest().getRequestLine().replace(" HTTP/1.1", ""));
    }
    return paths;
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static StaffApiException assertFails(Kind kind, ThrowingCallable act, String... words) {
    StaffApiException failure = catchThrowableOfType(StaffApiException.class, act);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContainingAll(words).hasMessageNotContaining("s3cret");
    return failure;
  }
}

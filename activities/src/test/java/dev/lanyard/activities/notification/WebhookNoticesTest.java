package dev.lanyard.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.notification.NoticeSent;
import io.temporal.failure.ApplicationFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookNoticesTest {

  private static final String SECRET = "s3cret-of-sixteen";

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private WebhookTarget target() {
    return WebhookTarget.of(
        "http://127.0.0.1:" + server.getPort() + "/hooks/T0KEN?team=7", () -> SECRET);
  }

  @Test
  void secretThatCannotBeReadNowIsAnOutageAndStopsNoOtherReceiver() {
    server.enqueue(code(204));
    WebhookTarget unreadable =
        WebhookTarget.of(
            "http://127.0.0.1:" + server.getPort() + "/first",
            () -> {
              throw new UncheckedIOException(
                  "the secret's file /run/secrets/hook cannot be read (AccessDeniedException)",
                  new IOException("AccessDeniedException"));
            });

    ApplicationFailure failure =
        catchThrowableOfType(
            ApplicationFailure.class,
            () ->
                Notified.sending(
                        Optional.empty(),
                        new GroupAddresses(List.of(), List.of(unreadable, target())))
                    .notify(Notified.approval("Jane Doe")));

    assertThat(failure.getType()).isEqualTo(FailureTypes.WEBHOOK_OUTAGE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage())
        .contains("/run/secrets/hook cannot be read", "(1 of 2 not reached)");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private NotificationActivitiesImpl notifications() {
    return Notified.sending(Optional.empty(), new GroupAddresses(List.of(), List.of(target())));
  }

  private ApplicationFailure failure(MockResponse response) {
    server.enqueue(response);
    ApplicationFailure failure =
        catchThrowableOfType(
            ApplicationFailure.class, () -> notifications().notify(Notified.approval("Jane Doe")));
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.getOriginalMessage()).doesNotContain("T0KEN").doesNotContain(SECRET);
    return failure;
  }

  @Test
  void theBodyIsOneJsonObjectWithAllOfTheNotice() throws Exception {
    server.enqueue(code(204));
    assertThat(notifications().notify(Notified.approval("Jane Doe")))
        .isEqualTo(new NoticeSent(0, 1));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/hooks/T0KEN?team=7");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    JsonNode body = new ObjectMapper().readTree(request.getBody().toByteArray());
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "kind",
            "group",
            "process",
            "workflowId",
            "employeeNumber",
            "requestId",
            "question",
            "detail",
            "who",
            "until",
            "commands",
            "subject",
            "text");
    assertThat(body.path("id").asText()).isEqualTo(request.getHeaders().get("Lanyard-Delivery"));
    assertThat(body.path("kind").asText()).isEqualTo("approval-asked");
    assertThat(body.path("who").asText()).isEqualTo("Jane Doe, POS user ID 12345");
    assertThat(body.path("until").asText()).isEqualTo("2026-05-15T17:30:00Z");
    assertThat(body.path("commands").get(0).asText())
        .isEqualTo("./lanyard approve hr-10442 --request 9f8e7d6c-1");
    assertThat(body.path("subject").asText())
        .isEqualTo("[Lanyard] Approval asked: May Jane Doe have this access?");
  }

  @Test
  void theSignatureIsTheOneThatRfc2104Describes() throws Exception {
    server.enqueue(code(200));
    notifications().notify(Notified.approval("Zoë"));

    RecordedRequest request = server.takeRequest();
    String timestamp = request.getHeaders().get("Lanyard-Timestamp");
    assertThat(timestamp).isEqualTo(Long.toString(Notified.NOW.getEpochSecond()));
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(request.getBody().toByteArray());
    assertThat(request.getHeaders().get("Lanyard-Signature"))
        .isEqualTo("v1=" + HexFormat.of().formatHex(hmac(signed.toByteArray())));
  }

  @Test
  void aRepeatHasTheSameDeliveryId() throws Exception {
    server.enqueue(code(503));
    server.enqueue(code(200));
    NotificationActivitiesImpl notifications = notifications();
    assertThatThrownBy(() -> notifications.notify(Notified.approval("Jane Doe")))
        .isInstanceOf(ApplicationFailure.class);
    notifications.notify(Notified.approval("Jane Doe"));
    notifications.notify(Notified.approval("Jane Doe"));

    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(server.takeRequest().getHeaders().get("Lanyard-Delivery"))
        .isEqualTo(server.takeRequest().getHeaders().get("Lanyard-Delivery"));
  }

  @Test
  void noRedirectIsFollowed() {
    ApplicationFailure failure =
        failure(new MockResponse.Builder().code(307).addHeader("Location", "/other").build());
    assertThat(failure.getType()).isEqualTo(FailureTypes.WEBHOOK_REFUSED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).contains("127.0.0.1 answered 307; redirects");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatIsGoneIsFinal() {
    ApplicationFailure failure = failure(code(410));
    assertThat(failure.getType()).isEqualTo(FailureTypes.WEBHOOK_REFUSED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatMayPassIsAskedAgainByTemporalAlone() {
    for (int code : new int[] {408, 429, 500, 503}) {
      int before = server.getRequestCount();
      ApplicationFailure failure =
          failure(new MockResponse.Builder().code(code).addHeader("Retry-After", "0").build());
      assertThat(failure.getType()).as("%d", code).isEqualTo(FailureTypes.WEBHOOK_OUTAGE);
      assertThat(failure.isNonRetryable()).as("%d", code).isFalse();
      assertThat(server.getRequestCount() - before).as("%d", code).isEqualTo(1);
    }
  }

  @Test
  void aReceiverThatFallsSilentIsGivenUp() {
    ApplicationFailure failure =
        failure(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThat(failure.getType()).isEqualTo(FailureTypes.WEBHOOK_OUTAGE);
    assertThat(failure.isNonRetryable()).isFalse();
  }

  @Test
  void oneReceiverThatIsGoneStopsNoOther() {
    server.enqueue(code(410));
    server.enqueue(code(200));
    WebhookTarget other =
        WebhookTarget.of("http://127.0.0.1:" + server.getPort() + "/other", () -> SECRET);
    NotificationActivitiesImpl both =
        Notified.sending(Optional.empty(), new GroupAddresses(List.of(), List.of(target(), other)));
    assertThatThrownBy(() -> both.notify(Notified.approval("Jane Doe")))
        .hasMessageContaining("(1 of 2 not reached)");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void plainHttpIsForLoopbackAlone() {
    assertThatThrownBy(() -> WebhookTarget.of("http://hooks.example.com/x", () -> SECRET))
        .hasMessage("must be https; plain http is for loopback only");
    assertThatThrownBy(() -> WebhookTarget.of("https://u:p@hooks.example.com/", () -> SECRET))
        .hasMessage("must not carry a user name or password");
    assertThat(WebhookTarget.of("https://hooks.example.com/T0KEN", () -> SECRET).toString())
        .isEqualTo("WebhookTarget[hooks.example.com]");
  }

  private static MockResponse code(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  /** RFC 2104 by hand, with nothing of the code under test. */
  private static byte[] hmac(byte[] message) throws Exception {
    byte[] key = Arrays.copyOf(SECRET.getBytes(StandardCharsets.UTF_8), 64);
    return sha256(padded(key, 0x5c), sha256(padded(key, 0x36), message));
  }

  private static byte[] padded(byte[] key, int pad) {
    byte[] padded = key.clone();
    for (int i = 0; i < padded.length; i++) {
      padded[i] ^= (byte) pad;
    }
    return padded;
  }

  private static byte[] sha256(byte[] first, byte[] second) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(first);
    return digest.digest(second);
  }
}

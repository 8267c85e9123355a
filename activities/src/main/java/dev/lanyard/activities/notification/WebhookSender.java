package dev.lanyard.activities.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.http.OutboundHttp;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.notification.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts a notice as JSON, signed: {@code Lanyard-Signature: v1=<hex>} is the HMAC-SHA256 of {@code
 * Lanyard-Timestamp}, a dot and the body's bytes.
 */
final class WebhookSender {

  private static final MediaType JSON = MediaType.get("application/json");

  /** Client errors that pass by themselves: late, too early, too many. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final ObjectMapper mapper = new ObjectMapper();
  private final OkHttpClient client;
  private final Clock clock;

  WebhookSender(Duration timeout, Clock clock) {
    this.client = OutboundHttp.client(timeout);
    this.clock = clock;
  }

  /**
   * @throws DeliveryFailure unless the receiver answered 2xx; no redirect is followed
   */
  void send(Notice notice, NoticeText text, WebhookTarget target) throws DeliveryFailure {
    String delivery = MessageIds.notice(notice);
    byte[] body = body(delivery, notice, text);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Request request =
        new Request.Builder()
            .url(target.url())
            .header("Lanyard-Delivery", delivery)
            .header("Lanyard-Timestamp", timestamp)
            .header("Lanyard-Signature", "v1=" + signature(target, timestamp, body))
            .post(RequestBody.create(body, JSON))
            .build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw refused(target, response.code());
      }
    } catch (IOException e) {
      throw new DeliveryFailure(
          FailureTypes.WEBHOOK_OUTAGE,
          false,
          "no answer from " + target.url().host() + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static DeliveryFailure refused(WebhookTarget target, int code) {
    boolean passes = code >= 500 || PASSING.contains(code);
    String answered = target.url().host() + " answered " + code;
    return new DeliveryFailure(
        passes ? FailureTypes.WEBHOOK_OUTAGE : FailureTypes.WEBHOOK_REFUSED,
        !passes,
        code >= 300 && code < 400 ? answered + "; redirects are not followed" : answered);
  }

  private byte[] body(String delivery, Notice notice, NoticeText text) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", delivery);
    body.put("kind", notice.kind());
    body.put("group", notice.group());
    body.put("process", notice.process());
    body.put("workflowId", notice.workflowId());
    body.put("employeeNumber", notice.employeeNumber());
    body.put("requestId", notice.requestId());
    body.put("question", notice.question());
    body.put("detail", notice.detail());
    body.put("who", notice.who());
    body.put("until", notice.until().map(Instant::toString).orElse(null));
    body.put("commands", notice.commands());
    body.put("subject", text.subject());
    body.put("text", text.body());
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and lists of texts are JSON", e);
    }
  }

  private static String signature(WebhookTarget target, String timestamp, byte[] body)
      throws DeliveryFailure {
    byte[] key;
    try {
      key = target.secret().get().getBytes(StandardCharsets.UTF_8);
    } catch (UncheckedIOException e) {
      // Its file is being replaced, or is gone.
      throw new DeliveryFailure(FailureTypes.WEBHOOK_OUTAGE, false, e.getMessage());
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

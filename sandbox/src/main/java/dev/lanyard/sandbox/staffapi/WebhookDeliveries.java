package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends events to the subscribed addresses, one at a time and in order; a retry may be overtaken.
 * Only loopback addresses are ever called. What is still to be sent does not survive a restart.
 */
public final class WebhookDeliveries implements AutoCloseable {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Guessed: a long run's worth; older lines are dropped. */
  private static final int KEPT = 5_000;

  private record Parcel(
      long number,
      long webhook,
      String topic,
      long staffId,
      String address,
      Map<String, String> headers,
      byte[] body) {}

  private final Supplier<WebhookSwitches> switches;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private final List<WebhookAttempt> attempts = new ArrayList<>();
  private Parcel held;
  private long count;

  public WebhookDeliveries(Supplier<WebhookSwitches> switches, Clock clock) {
    this.switches = switches;
    this.clock = clock;
  }

  /** Every attempt so far, in order. */
  public synchronized List<WebhookAttempt> attempts() {
    return List.copyOf(attempts);
  }

  public synchronized void clear() {
    attempts.clear();
  }

  /** For every subscription that wants the event; returns at once. */
  synchronized void announce(StaffRecords.Event event, List<StaffRecords.Webhook> webhooks) {
    for (StaffRecords.Webhook webhook : webhooks) {
      if (wants(webhook.body(), event)) {
        Map<String, String> headers = new LinkedHashMap<>();
        webhook
            .body()
            .path("headers")
            .properties()
            .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        take(
            new Parcel(
                ++count,
                webhook.id(),
                event.topic(),
                event.member().id(),
                webhook.body().path("address").asText(),
                headers,
                event.json().getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  /** Topic, and for updates any of the filter's tags, if it names some. */
  private static boolean wants(JsonNode subscription, StaffRecords.Event event) {
    if (!subscription.path("topic").asText().equals(event.topic())) {
      return false;
    }
    JsonNode filter = subscription.path("filter").path("tags");
    List<String> tags = new ArrayList<>();
    if (filter.isTextual()) {
      tags.add(filter.asText());
    }
    filter.forEach(tag -> tags.add(tag.asText()));
    return tags.isEmpty() || event.member().tags().stream().anyMatch(tags::contains);
  }

  private void take(Parcel parcel) {
    WebhookSwitches now = switches.get();
    if (!now.webhookReordered()) {
      later(0, () -> send(parcel, 1, 1));
    } else if (held == null) {
      held = parcel;
      later(now.webhookHoldMs(), () -> release(parcel));
    } else {
      Parcel first = held;
      held = null;
      later(0, () -> send(parcel, 1, 1));
      later(0, () -> send(first, 1, 1));
    }
  }

  private void release(Parcel parcel) {
    synchronized (this) {
      if (held == null || held.number() != parcel.number()) {
        return;
      }
      held = null;
    }
    send(parcel, 1, 1);
  }

  private void later(long millis, Runnable work) {
    try {
      var unused = sender.schedule(work, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // What is not sent when the sandbox ends is lost, as the class says.
      synchronized (this) {
        held = null;
      }
    }
  }

  private void send(Parcel parcel, int attempt, int copy) {
    WebhookSwitches now = switches.get();
    String signature = signature(parcel.body(), now.webhookSignatureToken());
    Integer status = null;
    String error = null;
    try {
      status = post(parcel, signature, Duration.ofMillis(now.webhookTimeoutMs()));
    } catch (IOException | IllegalArgumentException failed) {
      error = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return;
    }
    note(parcel, attempt, copy, status, error, signature);
    boolean accepted = status != null && status / 100 == 2;
    if (!accepted && isLoopback(parcel.address()) && attempt <= now.webhookRetries()) {
      later(now.webhookRetryDelayMs(), () -> send(parcel, attempt + 1, copy));
    } else if (accepted && copy <= now.webhookDuplicates()) {
      later(0, () -> send(parcel, 1, copy + 1));
    }
  }

  private int post(Parcel parcel, String signature, Duration timeout)
      throws IOException, InterruptedException {
    if (!isLoopback(parcel.address())) {
      throw new IOException("not a loopback address, so nothing was sent");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(parcel.address()))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("X-Kounta-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.body()));
    parcel.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static boolean isLoopback(String address) {
    try {
      String host = URI.create(address).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private synchronized void note(
      Parcel parcel, int attempt, int copy, Integer status, String error, String signature) {
    if (attempts.size() >= KEPT) {
      attempts.remove(0);
    }
    attempts.add(
        new WebhookAttempt(
            parcel.number(),
            attempt,
            copy,
            parcel.webhook(),
            parcel.topic(),
            parcel.staffId(),
            parcel.address(),
            status,
            error,
            signature,
            clock.instant()));
  }

  private static String signature(byte[] body, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** What is still to be sent is lost. */
  @Override
  public void close() {
    sender.shutdownNow();
  }
}

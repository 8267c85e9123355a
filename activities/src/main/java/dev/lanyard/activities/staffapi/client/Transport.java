package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.Exchange.Purpose;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request and what its answer means. Nothing is repeated here but what an expired token kept
 * from being done, once. What is not the API's own answer (no answer, a cut one, a proxy's page) is
 * an outage; after a write had left, it is unconfirmed.
 */
final class Transport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OkHttpClient http;
  private final RemoteOrigin origin;
  private final Authorization authorization;
  private final Verdict verdict;
  private final RateGate gate;
  private final RequestBudget budget;

  Transport(
      OkHttpClient http,
      RemoteOrigin origin,
      Authorization authorization,
      RequestBudget budget,
      Clock clock) {
    this.http = http;
    this.origin = origin;
    this.authorization = authorization;
    this.verdict = new Verdict(clock);
    this.gate = new RateGate(clock);
    this.budget = budget;
  }

  /**
   * @param page for {@code X-Page}, from 0; without one the header is not sent
   */
  Answer get(HttpUrl url, Optional<Integer> page) {
    Request.Builder request = new Request.Builder().url(url).get();
    page.ifPresent(number -> request.header("X-Page", Integer.toString(number)));
    return send(new Outgoing(request, Optional.empty(), List.of(), () -> {}, Purpose.READ));
  }

  /**
   * @param personal values of {@code body} that no message may repeat
   */
  Answer write(
      String method,
      HttpUrl url,
      Map<String, Object> body,
      Collection<String> personal,
      WriteGuard guard) {
    Request.Builder request = new Request.Builder().url(url).method(method, new WriteBody(EMPTY));
    return send(new Outgoing(request, Optional.of(encoded(body)), personal, guard, Purpose.WRITE));
  }

  /** A write without a body. */
  Answer delete(HttpUrl url, WriteGuard guard) {
    Request.Builder request = new Request.Builder().url(url).method("DELETE", null);
    return send(new Outgoing(request, Optional.empty(), List.of(), guard, Purpose.WRITE));
  }

  private static final byte[] EMPTY = {};

  private record Outgoing(
      Request.Builder request,
      Optional<byte[]> json,
      Collection<String> personal,
      WriteGuard guard,
      Purpose purpose) {

    Exchange exchange() {
      Request built = request.build();
      return new Exchange(built.method(), built.url().encodedPath(), purpose);
    }
  }

  private Answer send(Outgoing outgoing) {
    gate.requireOpen(outgoing.exchange());
    budget.take(outgoing.exchange());
    try {
      return authorized(outgoing);
    } catch (StaffApiException e) {
      // Also of a token: it counts against the same limit.
      e.retryAfter().ifPresent(gate::shutFor);
      throw e;
    }
  }

  private Answer authorized(Outgoing outgoing) {
    String credentials = authorization.header();
    Answer answer = once(outgoing, credentials);
    if (!answer.refusedAsExpired()) {
      return answer;
    }
    if (authorization.renewed(credentials)) {
      budget.count();
      answer = once(outgoing, authorization.header());
    }
    if (answer.refusedAsExpired()) {
      throw Verdict.rejected(outgoing.exchange() + " answered 401: the credentials have expired");
    }
    return answer;
  }

  private Answer once(Outgoing outgoing, String credentials) {
    Optional<WriteBody> body = outgoing.json().map(WriteBody::new);
    Request.Builder builder =
        outgoing
            .request()
            .header("Accept", "application/json")
            .header("Authorization", credentials);
    body.ifPresent(json -> builder.method(outgoing.exchange().method(), json));
    Request request = builder.build();
    if (!origin.owns(request.url())) {
      throw new IllegalArgumentException("Credentials go to " + origin.base() + " only.");
    }
    List<String> unspeakable = new ArrayList<>(outgoing.personal());
    unspeakable.add(credentials);
    unspeakable.add(credentials.substring(credentials.indexOf(' ') + 1));
    Exchange exchange = outgoing.exchange();
    outgoing.guard().requireTimeToWrite();
    try (Response response = http.newCall(request).execute()) {
      Answer answer = verdict.on(exchange, response, new ServerWords(unspeakable));
      if (answer.refusedAsExpired()) {
        outgoing.guard().turnedAway();
      }
      return answer;
    } catch (StaffApiException e) {
      if (e.kind() == Kind.RATE_LIMITED) {
        outgoing.guard().turnedAway();
      }
      throw e;
    } catch (IOException e) {
      // Of a write without a body nobody knows whether it left.
      boolean left = exchange.writes() && body.map(WriteBody::left).orElse(true);
      throw new StaffApiException(
          left ? Kind.UNCONFIRMED_WRITE : Kind.OUTAGE,
          exchange + " got no complete answer (" + e.getClass().getSimpleName() + ")",
          null,
          e);
    }
  }

  private static byte[] encoded(Map<String, Object> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts, numbers and lists is JSON", e);
    }
  }
}

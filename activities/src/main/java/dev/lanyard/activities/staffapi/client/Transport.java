package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * One request and what its answer means. Nothing is repeated here. What is not the API's own answer
 * (no answer, a cut one, a proxy's page) is an outage; after a write had left, it is unconfirmed.
 */
final class Transport {

  /** 25 rows are some 50 KB (guessed): far above that it is not a page of the API. */
  private static final long BODY_LIMIT = 4L << 20;

  /** The limits are per minute, so a 429 without a reset is over by then. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** A reset further off is a mistake: in milliseconds, or of a clock that is wrong (guessed). */
  private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final OkHttpClient http;
  private final RemoteOrigin origin;
  private final Authorization authorization;
  private final Clock clock;

  Transport(OkHttpClient http, RemoteOrigin origin, Authorization authorization, Clock clock) {
    this.http = http;
    this.origin = origin;
    this.authorization = authorization;
    this.clock = clock;
  }

  /**
   * @param page for {@code X-Page}, from 0; without one the header is not sent
   */
  Answer get(HttpUrl url, Optional<Integer> page) {
    Request.Builder request = new Request.Builder().url(url).get();
    page.ifPresent(number -> request.header("X-Page", Integer.toString(number)));
    return send(request, Optional.empty(), List.of());
  }

  /**
   * @param personal values of {@code body} that no message may repeat
   */
  Answer write(String method, HttpUrl url, Map<String, Object> body, Collection<String> personal) {
    WriteBody json = new WriteBody(encoded(body));
    return send(new Request.Builder().url(url).method(method, json), Optional.of(json), personal);
  }

  private Answer send(
      Request.Builder builder, Optional<WriteBody> write, Collection<String> personal) {
    String credentials = authorization.header();
    Request request =
        builder.header("Accept", "application/json").header("Authorization", credentials).build();
    if (!origin.owns(request.url())) {
      throw new IllegalArgumentException("Credentials go to " + origin.base() + " only.");
    }
    List<String> unspeakable = new ArrayList<>(personal);
    unspeakable.add(credentials);
    unspeakable.add(credentials.substring(credentials.indexOf(' ') + 1));
    Exchange exchange =
        new Exchange(request.method(), request.url().encodedPath(), write.isPresent());
    try (Response response = http.newCall(request).execute()) {
      return judge(exchange, response, new ServerWords(unspeakable));
    } catch (IOException e) {
      boolean left = write.isPresent() && write.get().left();
      throw new StaffApiException(
          left ? Kind.UNCONFIRMED_WRITE : Kind.OUTAGE,
          exchange + " got no complete answer (" + e.getClass().getSimpleName() + ")",
          null,
          e);
    }
  }

  private Answer judge(Exchange exchange, Response response, ServerWords speaker)
      throws IOException {
    byte[] body = boundedBody(exchange, response.body());
    Optional<JsonNode> json = decoded(body);
    int status = response.code();
    // A success carries people, not words.
    String words = status < 300 ? "" : speaker.in(new String(body, StandardCharsets.UTF_8), json);
    String said = exchange + " answered " + status + (words.isEmpty() ? "" : ": " + words);
    if (status == 401 || status == 403) {
      throw new StaffApiException(
          Kind.CREDENTIALS_REJECTED,
          said + ". Check the staff API's client id and secret, and that they may manage staff.");
    }
    if (status == 429) {
      Duration wait = untilReset(response);
      throw new StaffApiException(
          Kind.RATE_LIMITED, said + ". Asked again in " + wait.toSeconds() + " s.", wait, null);
    }
    boolean foreign = body.length == 0 ? exchange.needsBody(status) : json.isEmpty();
    if (foreign || !understood(status)) {
      throw new StaffApiException(
          exchange.lost(), foreign ? said + ". That is not the API's own answer." : said);
    }
    if (status == 404 || status < 300) {
      return new Answer(status, response.headers(), json);
    }
    boolean refused = exchange.write && (status == 400 || status == 406 || status == 422);
    throw new StaffApiException(refused ? Kind.REFUSED : Kind.CHANGED, said);
  }

  /** What the API itself would answer: neither an informational, a redirect nor a trouble. */
  private static boolean understood(int status) {
    boolean fine = status >= 200 && status < 300;
    boolean ours = status >= 400 && status < 500 && status != 408 && status != 425;
    return fine || ours;
  }

  private Duration untilReset(Response response) {
    String reset = response.header("X-Ratelimit-Reset", "");
    if (!reset.matches("\\d{1,12}")) {
      return WINDOW;
    }
    // The server's own clock, where it tells it: ours may differ.
    Instant date = response.headers().getInstant("Date");
    Instant now = date == null ? clock.instant() : date;
    Duration wait = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset)));
    if (wait.compareTo(LONGEST_WINDOW) > 0) {
      return LONGEST_WINDOW;
    }
    // "Date" is cut to seconds, so a second more is a second less than too early.
    return wait.isNegative() ? Duration.ofSeconds(1) : wait.plusSeconds(1);
  }

  private static byte[] boundedBody(Exchange exchange, ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    if (source.request(BODY_LIMIT + 1)) {
      throw new StaffApiException(
          exchange.write ? Kind.UNCONFIRMED_WRITE : Kind.CHANGED,
          exchange + " answered more than " + BODY_LIMIT + " bytes");
    }
    try (Buffer all = source.getBuffer().clone()) {
      return all.readByteArray();
    }
  }

  private static Optional<JsonNode> decoded(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return Optional.of(json).filter(node -> node.isContainerNode());
    } catch (IOException e) {
      return Optional.empty(); // Not JSON, which the caller judges.
    }
  }

  private static byte[] encoded(Map<String, Object> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts, numbers and lists is JSON", e);
    }
  }

  /** A request as messages name it: without its query. */
  private record Exchange(String method, String path, boolean write) {

    Kind lost() {
      return write ? Kind.UNCONFIRMED_WRITE : Kind.OUTAGE;
    }

    /** A write's answer, and an error's, may be empty. */
    boolean needsBody(int status) {
      return !write && status < 300;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}

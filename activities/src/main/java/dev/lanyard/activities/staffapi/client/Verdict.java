package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lanyard.activities.staffapi.client.Exchange.Purpose;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** What an answer means, which its status alone does not tell. */
final class Verdict {

  /** 25 rows are some 50 KB (guessed): far above that it is not a page of the API. */
  private static final long BODY_LIMIT = 4L << 20;

  /** The limits are per minute, so a 429 without a reset is over by then. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** A reset further off is a mistake: in milliseconds, or of a clock that is wrong (guessed). */
  private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Clock clock;

  Verdict(Clock clock) {
    this.clock = clock;
  }

  /**
   * The API's own answer: a success, a 404, or a 401 because of an expired token.
   *
   * @throws StaffApiException for everything else
   * @throws IOException when the answer breaks off
   */
  Answer on(Exchange exchange, Response response, ServerWords speaker) throws IOException {
    byte[] body = boundedBody(exchange, response.body());
    Optional<JsonNode> json = decoded(body);
    int status = response.code();
    // A success carries people, not words.
    String words = status < 300 ? "" : speaker.in(new String(body, StandardCharsets.UTF_8), json);
    String said = exchange + " answered " + status + (words.isEmpty() ? "" : ": " + words);
    if (exchange.purpose() == Purpose.TOKEN && (status == 400 || status == 401 || status == 403)) {
      throw refusedToken(said, json);
    }
    if (status == 401 && words.toLowerCase(Locale.ROOT).contains("expired")) {
      return new Answer(status, response.headers(), json);
    }
    if (status == 401 || status == 403) {
      throw rejected(said);
    }
    if (status == 429) {
      throw RateGate.limited(said, untilReset(response));
    }
    boolean foreign = body.length == 0 ? exchange.needsBody(status) : json.isEmpty();
    if (foreign || !understood(status)) {
      throw new StaffApiException(
          exchange.lost(), foreign ? said + ". That is not the API's own answer." : said);
    }
    if (status == 404 || status < 300) {
      return new Answer(status, response.headers(), json);
    }
    boolean refused = exchange.writes() && (status == 400 || status == 406 || status == 422);
    throw refused
        ? new StaffApiException(
            Kind.REFUSED, said + ". Correct what it names, here or there, and retry.")
        : new StaffApiException(
            Kind.CHANGED,
            said
                + ". Check the staff API's base URL; if it is right, this needs a change of the program.");
  }

  static StaffApiException rejected(String said) {
    return new StaffApiException(
        Kind.CREDENTIALS_REJECTED,
        said + ". Check the staff API's client id and secret, and that they may manage staff.");
  }

  /** RFC 6749, 5.2: {@code invalid_grant} is about the code or refresh token, all else about us. */
  private static StaffApiException refusedToken(String said, Optional<JsonNode> json) {
    boolean grant =
        json.map(node -> node.path("error").asText("").equals("invalid_grant")).orElse(false);
    return grant
        ? new StaffApiException(
            Kind.LOGIN_NEEDED, said + ". Run ./lanyard staff login where the worker runs.")
        : rejected(said);
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
          exchange.writes() ? Kind.UNCONFIRMED_WRITE : Kind.CHANGED,
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
}

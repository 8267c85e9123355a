package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.http.OutboundHttp;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.Exchange.Purpose;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** {@code POST token.json}, form-encoded (staff-api.md, transport). Repeats nothing. */
public final class TokenEndpoint {

  private final OkHttpClient http;
  private final HttpUrl url;
  private final Verdict verdict;

  /**
   * @param origin ends in {@code /v1/}
   * @param timeout for a whole request
   */
  public TokenEndpoint(RemoteOrigin origin, Duration timeout, Clock clock) {
    this.http = OutboundHttp.client(timeout);
    this.url = origin.base().newBuilder().addPathSegment("token.json").build();
    this.verdict = new Verdict(clock);
  }

  /**
   * Who asks.
   *
   * @param redirectUri exactly as it is registered with the vendor; not needed for {@link
   *     #forClient}
   */
  public record Client(String id, String secret, String redirectUri) {

    @Override
    public String toString() {
      return "Client[redacted]";
    }
  }

  /**
   * For the code that the vendor's page gave after the login; it is good once.
   *
   * @throws StaffApiException {@code LOGIN_NEEDED} when the code is not (or no longer) good
   */
  public Tokens forCode(Client client, String code) {
    return ask(client, "authorization_code", "code", code);
  }

  /**
   * For a refresh token, which this may make worthless.
   *
   * @throws StaffApiException {@code LOGIN_NEEDED} when it is not (or no longer) good
   */
  public Tokens forRefresh(Client client, String refreshToken) {
    return ask(client, "refresh_token", "refresh_token", refreshToken);
  }

  /** For the client alone. */
  public Tokens forClient(Client client) {
    return ask(client, "client_credentials", "", "");
  }

  private Tokens ask(Client client, String grant, String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", grant);
    fields.put("client_id", client.id());
    fields.put("client_secret", client.secret());
    if (!field.isEmpty()) {
      fields.put(field, value);
      fields.put("redirect_uri", client.redirectUri());
    }
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    Request request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .post(form.build())
            .build();
    Exchange exchange = new Exchange("POST", url.encodedPath(), Purpose.TOKEN);
    ServerWords speaker = new ServerWords(List.of(client.id(), client.secret(), value));
    try (Response response = http.newCall(request).execute()) {
      return tokens(exchange, verdict.on(exchange, response, speaker));
    } catch (IOException e) {
      throw new StaffApiException(
          Kind.OUTAGE,
          exchange + " got no complete answer (" + e.getClass().getSimpleName() + ")",
          null,
          e);
    }
  }

  private static Tokens tokens(Exchange exchange, Answer answer) {
    if (answer.notFound() || answer.refusedAsExpired()) {
      throw new StaffApiException(
          Kind.CHANGED,
          exchange + " answered " + answer.status() + ". Check the staff API's base URL.");
    }
    JsonAt json = JsonAt.root(exchange.toString(), answer.json().orElseThrow());
    return new Tokens(
        json.text("access_token"), json.optionalText("refresh_token"), life(exchange, json.json()));
  }

  /** Seconds; some servers write the number as a text. */
  private static Duration life(Exchange exchange, JsonNode json) {
    return Optional.of(json.path("expires_in"))
        .map(JsonNode::asText)
        .filter(seconds -> seconds.matches("[1-9]\\d{0,8}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElseThrow(
            () ->
                new StaffApiException(
                    Kind.CHANGED,
                    exchange
                        + ": expected a number of seconds at JSON pointer \"/expires_in\". The"
                        + " staff API no longer answers as documented."));
  }
}

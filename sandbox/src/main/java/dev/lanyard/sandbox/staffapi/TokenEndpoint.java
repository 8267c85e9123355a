package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code POST /v1/token.json} with its three grants. */
final class TokenEndpoint {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Guessed: the vendor names no life for refresh tokens; longer than any run here. */
  private static final Duration REFRESH_LIFE = Duration.ofDays(3650);

  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "authorization_code", List.of("code", "client_id", "client_secret", "redirect_uri"),
          "refresh_token", List.of("refresh_token", "client_id", "client_secret", "redirect_uri"),
          "client_credentials", List.of("client_id", "client_secret"));

  private final StaffRecords records;
  private final StaffApiSwitches switches;
  private final Clock clock;

  TokenEndpoint(StaffRecords records, StaffApiSwitches switches, Clock clock) {
    this.records = records;
    this.switches = switches;
    this.clock = clock;
  }

  Response answer(Request request) {
    if (!request.method().equals("POST")) {
      throw new ApiError(405, "method_not_allowed", "Use POST.");
    }
    if (!request.contentType().equals("application/x-www-form-urlencoded")) {
      throw new ApiError(
          400, "invalid_request", "The content type must be application/x-www-form-urlencoded.");
    }
    Fields form = request.form();
    String grant = form.text("grant_type");
    List<String> needed = NEEDED.get(grant);
    if (needed == null) {
      throw new ApiError(
          400, "unsupported_grant_type", "grant_type must be one of " + NEEDED.keySet() + ".");
    }
    List<String> missing = new ArrayList<>();
    for (String name : needed) {
      if (form.text(name).isEmpty()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new ApiError(400, "invalid_request", "Missing parameters: " + missing + ".");
    }
    if (!form.text("client_id").equals(switches.staffApiClientId())
        || !form.text("client_secret").equals(switches.staffApiClientSecret())) {
      throw new ApiError(401, "invalid_client", "The client credentials are invalid.");
    }
    return switch (grant) {
      case "authorization_code" -> forCode(form.text("code"));
      case "refresh_token" -> forRefresh(form.text("refresh_token"));
      default -> tokens(newRefreshToken());
    };
  }

  private Response forCode(String code) {
    if (!code.equals(switches.staffApiAuthorizationCode()) || !records.useCode(code)) {
      throw new ApiError(
          400, "invalid_grant", "The authorization code does not exist or was used before.");
    }
    return tokens(newRefreshToken());
  }

  private Response forRefresh(String value) {
    StaffRecords.Token used =
        records
            .token(value)
            .filter(StaffRecords.Token::refresh)
            .orElseThrow(() -> new ApiError(400, "invalid_grant", "Invalid refresh token."));
    if (!switches.refreshTokenRotates()) {
      return tokens(used.value());
    }
    records.remove(used);
    return tokens(newRefreshToken());
  }

  private String newRefreshToken() {
    String value = random();
    records.store(new StaffRecords.Token(value, true, clock.instant().plus(REFRESH_LIFE)));
    return value;
  }

  private Response tokens(String refreshToken) {
    String access = random();
    Instant expires = clock.instant().plusSeconds(switches.accessTokenSeconds());
    records.store(new StaffRecords.Token(access, false, expires));
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("access_token", access);
    body.put("refresh_token", refreshToken);
    body.put("token_type", "Bearer");
    body.put("expires_in", switches.accessTokenSeconds());
    return Response.json(200, body.toString());
  }

  private static String random() {
    return new BigInteger(160, RANDOM).toString(16);
  }
}

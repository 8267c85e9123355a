package dev.lanyard.sandbox.staffapi;

import dev.lanyard.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;

/** Who may pass: Basic with the client's id and secret, or a token that is alive. */
final class Gate {
  /** The two have limits of their own. */
  enum Pass {
    BASIC,
    BEARER
  }

  private final StaffRecords records;
  private final StaffApiSwitches switches;
  private final Clock clock;

  Gate(StaffRecords records, StaffApiSwitches switches, Clock clock) {
    this.records = records;
    this.switches = switches;
    this.clock = clock;
  }

  Pass check(Request request) {
    String header = request.header("authorization").orElse("");
    if (hasScheme(header, "basic ")) {
      if (!basicIsGood(header.substring(6).trim())) {
        throw new ApiError(401, "invalid_client", "The client credentials are invalid.");
      }
      return Pass.BASIC;
    }
    if (hasScheme(header, "bearer ")) {
      StaffRecords.Token token =
          records
              .token(header.substring(7).trim())
              .filter(found -> !found.refresh())
              .orElseThrow(
                  () -> new ApiError(401, "invalid_token", "The access token is invalid."));
      if (!token.expires().isAfter(clock.instant())) {
        throw ApiError.expiredToken();
      }
      return Pass.BEARER;
    }
    throw new ApiError(401, "unauthorized", "No credentials were provided.");
  }

  private static boolean hasScheme(String header, String scheme) {
    return header.toLowerCase(Locale.ROOT).startsWith(scheme);
  }

  private boolean basicIsGood(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.equals(switches.staffApiClientId() + ":" + switches.staffApiClientSecret());
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}

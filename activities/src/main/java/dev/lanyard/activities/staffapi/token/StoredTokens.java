package dev.lanyard.activities.staffapi.token;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** What the token file holds. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoredTokens(String refresh, String access, Instant renewFrom) {

  AccessToken accessToken() {
    return new AccessToken(access, renewFrom);
  }

  @Override
  public String toString() {
    return "StoredTokens[redacted]";
  }
}

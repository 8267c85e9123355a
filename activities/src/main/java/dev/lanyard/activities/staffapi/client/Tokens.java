package dev.lanyard.activities.staffapi.client;

import java.time.Duration;
import java.util.Optional;

/**
 * What the token endpoint gave.
 *
 * @param refresh absent where the server keeps to the one that was used
 * @param life of the access token, from now on
 */
public record Tokens(String access, Optional<String> refresh, Duration life) {

  @Override
  public String toString() {
    return "Tokens[redacted]";
  }
}

package dev.lanyard.activities.staffapi.token;

import dev.lanyard.activities.staffapi.client.Tokens;
import java.time.Duration;
import java.time.Instant;

/**
 * A token that requests carry.
 *
 * @param renewFrom when another one is got instead, before the server calls it expired
 */
record AccessToken(String value, Instant renewFrom) {

  /** Longer than a request and its queue take (guessed). */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** A token that lives for seconds is not renewed for ever. */
  private static final int SHORTEST_SHARE = 10;

  static AccessToken of(Tokens tokens, Instant now) {
    Duration share = tokens.life().dividedBy(SHORTEST_SHARE);
    Duration margin = share.compareTo(MARGIN) < 0 ? share : MARGIN;
    return new AccessToken(tokens.access(), now.plus(tokens.life()).minus(margin));
  }

  String header() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "AccessToken[redacted]";
  }
}

package dev.lanyard.sandbox.http;

import java.time.Instant;
import java.util.OptionalLong;

/** A fixed window of requests. */
public final class RateWindow {
  private Instant closes = Instant.MIN;
  private int count;

  /**
   * Counts one request.
   *
   * @return the Unix second at which the window opens again, when this one is too many
   */
  public OptionalLong count(int allowed, long seconds, Instant now) {
    if (!closes.isAfter(now)) {
      // Whole seconds, since the header tells whole seconds and the caller waits exactly so long.
      closes = Instant.ofEpochSecond(now.getEpochSecond() + seconds);
      count = 0;
    }
    count++;
    return count <= allowed ? OptionalLong.empty() : OptionalLong.of(closes.getEpochSecond());
  }
}

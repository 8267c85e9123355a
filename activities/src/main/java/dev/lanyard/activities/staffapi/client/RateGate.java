package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shut from a 429 until the instant that it named: until then no request of this worker leaves, and
 * whoever wants one is told how long to wait. Nobody waits here.
 */
final class RateGate {

  private final Clock clock;
  private final AtomicReference<Instant> opens = new AtomicReference<>(Instant.MIN);

  RateGate(Clock clock) {
    this.clock = clock;
  }

  void shutFor(Duration wait) {
    Instant until = clock.instant().plus(wait);
    opens.accumulateAndGet(until, (old, now) -> old.isAfter(now) ? old : now);
  }

  /**
   * @throws StaffApiException {@code RATE_LIMITED}, with what is left of the wait
   */
  void requireOpen(Exchange exchange) {
    Duration left = left();
    if (!left.isZero() && !left.isNegative()) {
      throw limited(exchange + " was not sent: the staff API's rate limit is used up", left);
    }
  }

  static StaffApiException limited(String said, Duration wait) {
    return new StaffApiException(
        Kind.RATE_LIMITED, said + ". Asked again in " + wait.toSeconds() + " s.", wait, null);
  }

  private Duration left() {
    Instant until = opens.get();
    return until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), until);
  }
}

package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shut from a 429 until the instant that it named: until then no request of this worker leaves, and
 * whoever wants one is told how long to wait. Nobody waits here.
 */
final class RateGate {

  private final Clock clock;
  private final AtomicReference<Optional<Shut>> shut = new AtomicReference<>(Optional.empty());

  private record Shut(Instant since, Instant opens) {}

  RateGate(Clock clock) {
    this.clock = clock;
  }

  void shutFor(Duration wait) {
    Instant now = clock.instant();
    Shut newer = new Shut(now, now.plus(wait));
    shut.updateAndGet(
        old ->
            old.filter(known -> isShut(known, now) && known.opens().isAfter(newer.opens()))
                .or(() -> Optional.of(newer)));
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
    Instant now = clock.instant();
    return shut.get()
        .filter(known -> isShut(known, now))
        .map(known -> Duration.between(now, known.opens()))
        .orElse(Duration.ZERO);
  }

  /** A clock that was set back must not keep it shut for as long: the API itself says so again. */
  private static boolean isShut(Shut known, Instant now) {
    return !now.isBefore(known.since()) && now.isBefore(known.opens());
  }
}

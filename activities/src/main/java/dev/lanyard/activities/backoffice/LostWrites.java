package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A whole form that takes effect late overwrites what was written since: one of an active employee
 * would open the access again that a disable has closed meanwhile (section 15: the last writer
 * wins). So a write whose answer was lost comes to rest before anything follows it.
 */
final class LostWrites {

  private final Duration settleDelay;

  LostWrites(Duration settleDelay) {
    this.settleDelay = settleDelay;
  }

  /** Whatever follows this attempt, a compensation too, begins after its lost write has ended. */
  <T> T settleWhenLost(Attempt attempt, Supplier<T> lookAndAct) {
    try {
      return lookAndAct.get();
    } catch (BackofficeFailure e) {
      if (e.kind() == Kind.UNCONFIRMED_WRITE) {
        attempt.settle(settleDelay);
      }
      throw e;
    }
  }

  /**
   * An earlier attempt may have ended with its worker, and its write may still be under way.
   *
   * @param missing looks whether there is anything to write; not asked on the first attempt
   */
  void settleBeforeRepeat(Attempt attempt, BooleanSupplier missing) {
    if (attempt.number() > 1 && missing.getAsBoolean()) {
      attempt.settle(settleDelay);
    }
  }
}

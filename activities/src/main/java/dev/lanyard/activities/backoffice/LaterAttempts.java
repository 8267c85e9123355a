package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.attempt.Attempt;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The order of a later attempt, which cannot know whether an earlier one sent its write, and the
 * rest after a write that this one lost ({@link LostWrites}).
 */
final class LaterAttempts {

  private LaterAttempts() {}

  /**
   * A later attempt looks, lets an earlier one's write settle if it is not to be seen, and only
   * then does what a first attempt does, which begins with a look of its own.
   *
   * @param look empty when what is wanted is not there yet
   */
  static <T> T run(
      Attempt attempt, Duration settleDelay, Supplier<Optional<T>> look, Supplier<T> lookAndAct) {
    if (attempt.number() > 1) {
      Optional<T> done = look.get();
      if (done.isPresent()) {
        return done.get();
      }
      attempt.settle(settleDelay);
    }
    return new LostWrites(settleDelay).settleWhenLost(attempt, lookAndAct);
  }
}

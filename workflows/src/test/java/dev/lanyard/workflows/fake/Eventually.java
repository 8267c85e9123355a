package dev.lanyard.workflows.fake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks until there is an answer; a test that never gets one fails instead of hanging. */
public final class Eventually {

  /** Far longer than anything here takes, also on a busy machine (guessed). */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  public static <T> T get(Supplier<Optional<T>> question) {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < giveUp) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new AssertionError("it did not happen within " + LIMIT);
  }
}

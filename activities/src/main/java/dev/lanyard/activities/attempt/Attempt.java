package dev.lanyard.activities.attempt;

import java.time.Duration;

/** What one attempt of an activity knows of itself. */
public interface Attempt {

  /** 1 for the first. A later one cannot know whether an earlier one sent its write. */
  int number();

  /**
   * Whether a write of an earlier attempt may have been committed, or may be yet. False only where
   * each of them told that it ended before it sent one, or that the rate limit turned away all that
   * it sent.
   */
  default boolean mayHaveWritten() {
    return number() > 1;
  }

  /**
   * Called right before a write is sent: a paused old attempt must not overwrite newer state.
   *
   * @throws RuntimeException (a retryable {@code ATTEMPT_EXPIRED}) when too little of this
   *     attempt's time is left for the write to be answered within it, or when it was paused for so
   *     long that the server has given it up
   */
  void requireTimeToWrite();

  /** The server said of the latest write that it did nothing of it, such as by a 429. */
  default void writeTurnedAway() {}

  /** Lets a write whose answer was lost come to rest, before it is looked for. */
  void settle(Duration delay);
}

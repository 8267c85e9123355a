package dev.lanyard.activities.firstfaults;

import dev.lanyard.activities.attempt.Attempt;
import java.time.Duration;

/**
 * An attempt with time enough. Settling waits for what it is there for, and no longer.
 *
 * @param settling lets a late write come to rest
 */
record RepeatedAttempt(int number, Runnable settling) implements Attempt {

  @Override
  public void requireTimeToWrite() {
    // There is always time.
  }

  @Override
  public void settle(Duration delay) {
    settling.run();
  }
}

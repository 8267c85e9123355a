package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An attempt without a clock, which keeps what was asked of it. */
final class FakeAttempt implements Attempt, Attempts {

  final List<Duration> settled = new ArrayList<>();
  int number = 1;
  boolean expired;

  /** Writes that were about to leave, and those of them of which the server did nothing. */
  int begun;

  int turnedAway;

  /** Whether the attempts before ended before they wrote anything. */
  boolean untouched;

  Runnable whileSettling = () -> {};

  @Override
  public Attempt current() {
    return this;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean mayHaveWritten() {
    return number > 1 && !untouched;
  }

  @Override
  public void requireTimeToWrite() {
    if (expired) {
      throw new Expired();
    }
    begun++;
  }

  @Override
  public void writeTurnedAway() {
    turnedAway++;
  }

  @Override
  public void settle(Duration delay) {
    settled.add(delay);
    whileSettling.run();
  }

  static final class Expired extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

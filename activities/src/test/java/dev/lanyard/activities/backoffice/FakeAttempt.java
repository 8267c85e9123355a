package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An attempt that remembers what was asked of it. Settling calls back instead of waiting. */
final class FakeAttempt implements Attempt, Attempts {

  private final int number;
  private Runnable whileSettling = () -> {};
  private Runnable beforeWrite = () -> {};
  private final List<Duration> settled = new ArrayList<>();
  private int writes;

  FakeAttempt(int number) {
    this.number = number;
  }

  static FakeAttempt first() {
    return new FakeAttempt(1);
  }

  static FakeAttempt second() {
    return new FakeAttempt(2);
  }

  FakeAttempt whileSettling(Runnable action) {
    whileSettling = action;
    return this;
  }

  FakeAttempt beforeWrite(Runnable action) {
    beforeWrite = action;
    return this;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public synchronized void requireTimeToWrite() {
    writes++;
    beforeWrite.run();
  }

  @Override
  public void settle(Duration delay) {
    settled.add(delay);
    whileSettling.run();
  }

  @Override
  public Attempt current() {
    return this;
  }

  /** How often a write was announced. */
  int writes() {
    return writes;
  }

  List<Duration> settled() {
    return settled;
  }
}

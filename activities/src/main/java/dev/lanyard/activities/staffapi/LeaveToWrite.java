package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.staffapi.client.WriteGuard;

/** An attempt's leave to write, which also learns of what the rate limit turned away. */
record LeaveToWrite(Attempt attempt) implements WriteGuard {

  @Override
  public void requireTimeToWrite() {
    attempt.requireTimeToWrite();
  }

  @Override
  public void turnedAway() {
    attempt.writeTurnedAway();
  }
}

package dev.lanyard.activities.attempt;

import dev.lanyard.workflows.FailureTypes;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Attempts as Temporal runs them. Their clock starts when the attempt reaches this process and is
 * the monotonic one, which goes on while the process is paused.
 */
public final class TemporalAttempts implements Attempts {

  private static final ThreadLocal<Long> STARTED = new ThreadLocal<>();

  private final Duration writeTakesAtMost;

  /**
   * @param writeTakesAtMost the HTTP time-out: a write is sent only while that much of the attempt
   *     is left
   */
  public TemporalAttempts(Duration writeTakesAtMost) {
    this.writeTakesAtMost = writeTakesAtMost;
  }

  /** Called by {@link AttemptInterceptor} on the activity's own thread. */
  static void begin() {
    STARTED.set(System.nanoTime());
  }

  static void end() {
    STARTED.remove();
  }

  @Override
  public Attempt current() {
    ActivityInfo info = Activity.getExecutionContext().getInfo();
    Long started = STARTED.get();
    if (started == null) {
      throw new IllegalStateException("The worker runs without AttemptInterceptor.");
    }
    return new TemporalAttempt(info, started, writeTakesAtMost);
  }

  private record TemporalAttempt(ActivityInfo info, long started, Duration writeTakesAtMost)
      implements Attempt {

    @Override
    public int number() {
      return info.getAttempt();
    }

    @Override
    public void requireTimeToWrite() {
      Duration spent = Duration.ofNanos(System.nanoTime() - started);
      Duration left = info.getStartToCloseTimeout().minus(spent);
      boolean silent = AttemptInterceptor.silentFor(info).compareTo(info.getHeartbeatTimeout()) > 0;
      if (silent || left.compareTo(writeTakesAtMost) < 0) {
        throw ApplicationFailure.newFailure(
            "This attempt began "
                + spent.toSeconds()
                + " s ago and may no longer write; the next attempt looks first.",
            FailureTypes.ATTEMPT_EXPIRED);
      }
    }

    @Override
    public void settle(Duration delay) {
      try {
        boolean never = new CountDownLatch(1).await(delay.toMillis(), TimeUnit.MILLISECONDS);
        if (never) {
          throw new IllegalStateException("a latch that nobody counts down");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ApplicationFailure.newFailure(
            "The worker stopped while a write was settling; the next attempt looks first.",
            FailureTypes.ATTEMPT_EXPIRED);
      }
    }
  }
}

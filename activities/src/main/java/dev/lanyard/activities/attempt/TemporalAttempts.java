package dev.lanyard.activities.attempt;

import dev.lanyard.workflows.FailureTypes;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Attempts as Temporal runs them. Their clock starts when the attempt reaches this process and is
 * the monotonic one, which goes on while the process is paused.
 */
public final class TemporalAttempts implements Attempts {

  private static final ThreadLocal<Running> RUNNING = new ThreadLocal<>();

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
    RUNNING.set(new Running(System.nanoTime()));
  }

  static void end() {
    RUNNING.remove();
  }

  /**
   * What the next attempt is told by the heartbeat's details: the number of this one, when neither
   * it nor any before it sent a write of which something may come. Asked on the activity's own
   * thread.
   */
  static Optional<Integer> untouched(ActivityExecutionContext context) {
    Running running = RUNNING.get();
    boolean touched = running == null || running.writes > 0 || mayHaveWritten(context);
    return touched ? Optional.empty() : Optional.of(context.getInfo().getAttempt());
  }

  private static boolean mayHaveWritten(ActivityExecutionContext context) {
    int before = context.getInfo().getAttempt() - 1;
    if (before == 0) {
      return false;
    }
    try {
      return context
          .getLastHeartbeatDetails(Integer.class)
          .filter(told -> told == before)
          .isEmpty();
    } catch (DataConverterException e) {
      return true; // Of another version of this program, or not ours.
    }
  }

  /** One attempt on its thread. */
  private static final class Running {

    private final long started;

    /** Sent, and not turned away. */
    private int writes;

    Running(long started) {
      this.started = started;
    }
  }

  @Override
  public Attempt current() {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Running running = RUNNING.get();
    if (running == null) {
      throw new IllegalStateException("The worker runs without AttemptInterceptor.");
    }
    return new TemporalAttempt(
        context.getInfo(), running, TemporalAttempts.mayHaveWritten(context), writeTakesAtMost);
  }

  private record TemporalAttempt(
      ActivityInfo info, Running running, boolean mayHaveWritten, Duration writeTakesAtMost)
      implements Attempt {

    @Override
    public int number() {
      return info.getAttempt();
    }

    @Override
    public void requireTimeToWrite() {
      Duration spent = Duration.ofNanos(System.nanoTime() - running.started);
      Duration left = info.getStartToCloseTimeout().minus(spent);
      boolean silent = AttemptInterceptor.silentFor(info).compareTo(info.getHeartbeatTimeout()) > 0;
      if (silent || left.compareTo(writeTakesAtMost) < 0) {
        throw ApplicationFailure.newFailure(
            "This attempt began "
                + spent.toSeconds()
                + " s ago and may no longer write; the next attempt looks first.",
            FailureTypes.ATTEMPT_EXPIRED);
      }
      running.writes++;
    }

    @Override
    public void writeTurnedAway() {
      running.writes--;
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

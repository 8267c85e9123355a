package dev.lanyard.activities.attempt;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Heartbeats for every activity that has a heartbeat time-out, from a thread of its own, so that a
 * dead worker is noticed within seconds although one HTTP call may take longer. When this process
 * itself stood still, the beats stop too: {@link Attempt#requireTimeToWrite} sees that.
 */
public final class AttemptInterceptor extends WorkerInterceptorBase {

  /** Enough to find the line (guessed). */
  private static final int FRAMES_KEPT = 6;

  /** By task token; an entry lives as long as its attempt runs here. */
  private static final Map<Token, Long> LAST_BEAT = new ConcurrentHashMap<>();

  private final ScheduledExecutorService beats;

  /**
   * @param beats where the heartbeats run; the owner shuts it down
   */
  public AttemptInterceptor(ScheduledExecutorService beats) {
    this.beats = beats;
  }

  /** How long no heartbeat was sent for this attempt; zero when it sends none. */
  static Duration silentFor(ActivityInfo info) {
    Long last = LAST_BEAT.get(new Token(info.getTaskToken()));
    return last == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - last);
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Beating(next);
  }

  private final class Beating extends ActivityInboundCallsInterceptorBase {

    private ActivityExecutionContext context;

    Beating(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
      this.context = context;
      super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      TemporalAttempts.begin();
      ActivityInfo info = context.getInfo();
      Token token = new Token(info.getTaskToken());
      ScheduledFuture<?> beating = startBeating(info, token);
      try {
        return super.execute(input);
      } catch (ApplicationFailure failure) {
        LAST_BEAT.remove(token); // No beat without details comes after the last word.
        tellUntouched(info);
        throw brief(failure);
      } finally {
        if (beating != null) {
          beating.cancel(false);
        }
        LAST_BEAT.remove(token);
        TemporalAttempts.end();
      }
    }

    /** Goes with the failure too; where it is lost, the next attempt takes the careful way. */
    private void tellUntouched(ActivityInfo info) {
      if (info.isLocal()) {
        return;
      }
      try {
        TemporalAttempts.untouched(context).ifPresent(context::heartbeat);
      } catch (ActivityCompletionException e) {
        return; // Cancelled or given up: nothing is left to be told.
      }
    }

    /**
     * Temporal keeps at most four kilobytes of a failed attempt, encrypted ones included, and shows
     * "Failure exceeds size limit" instead of a longer one (seen): the words and the place where it
     * was thrown are what counts.
     */
    private static ApplicationFailure brief(ApplicationFailure failure) {
      ApplicationFailure brief = ApplicationFailure.newBuilder(failure).setCause(null).build();
      StackTraceElement[] frames = failure.getStackTrace();
      brief.setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, FRAMES_KEPT)));
      return brief;
    }

    private ScheduledFuture<?> startBeating(ActivityInfo info, Token token) {
      Duration timeout = info.getHeartbeatTimeout();
      if (info.isLocal() || timeout == null || timeout.isZero()) {
        return null;
      }
      LAST_BEAT.put(token, System.nanoTime());
      // A third of the time-out: two beats may be lost before the attempt is given up.
      long every = Math.max(1, timeout.toMillis() / 3);
      return beats.scheduleAtFixedRate(
          () -> beat(token, timeout), every, every, TimeUnit.MILLISECONDS);
    }

    private void beat(Token token, Duration timeout) {
      Long last = LAST_BEAT.get(token);
      if (last == null || Duration.ofNanos(System.nanoTime() - last).compareTo(timeout) > 0) {
        return; // Over, or this process stood still past the time-out: no late sign of life.
      }
      try {
        context.heartbeat(null);
        LAST_BEAT.replace(token, System.nanoTime());
      } catch (ActivityCompletionException e) {
        // Cancelled or given up. A cancelled activity still ends what it began; one that was given
        // up falls silent, so that it writes nothing more.
        if (e instanceof ActivityCanceledException) {
          LAST_BEAT.replace(token, System.nanoTime());
        }
      }
    }
  }

  private record Token(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Token token && Arrays.equals(bytes, token.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}

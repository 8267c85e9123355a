package dev.lanyard.workflows;

import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits of workflow code whose timers say in Temporal UI what they are for.
 *
 * <p>The commands are those of {@link Workflow#await(Duration, Supplier)}: a timer that nobody
 * waits for any more stays until it fires. To cancel it would need a version, and asking for one
 * hands the turn to other threads, which moves the commands of runs from before (a stored history
 * found that).
 */
public final class TimedWait {

  private TimedWait() {}

  /**
   * Waits until the condition holds, at most this long; returns whether it came before the end.
   *
   * @param what for people; encrypted like all summaries, so it may name the person, never a PIN
   */
  public static boolean until(Duration atMost, String what, Supplier<Boolean> condition) {
    Promise<Void> over = timer(atMost, what);
    Workflow.await(() -> over.isCompleted() || condition.get());
    return !over.isCompleted();
  }

  /** Waits this long. */
  public static void out(Duration duration, String what) {
    timer(duration, what).get();
  }

  private static Promise<Void> timer(Duration duration, String what) {
    return Workflow.newTimer(duration, TimerOptions.newBuilder().setSummary(what).build());
  }
}

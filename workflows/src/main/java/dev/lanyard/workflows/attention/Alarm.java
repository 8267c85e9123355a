package dev.lanyard.workflows.attention;

import dev.lanyard.workflows.TimedWait;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells the operators of a step that Temporal has been retrying for too long. The step goes on;
 * when it passes, the alarm is over.
 */
public final class Alarm {

  /** Nobody is told. */
  static final Alarm NONE = new Alarm(Duration.ZERO, "", null);

  private final Duration after;
  private final String operators;
  private final Progress progress;

  /**
   * @param after zero: never
   * @param operators the group that is told, and that the run is shown to wait for
   */
  private Alarm(Duration after, String operators, Progress progress) {
    this.after = after;
    this.operators = operators;
    this.progress = progress;
  }

  /** After the policy's time, to its operators. */
  public static Alarm of(ProcessPolicy policy, Progress progress) {
    return new Alarm(policy.alarmAfter(), policy.operators(), progress);
  }

  /** Carries the step out, whatever it does. */
  <R> R watched(String step, Supplier<R> act) {
    if (after.isZero()) {
      return act.get();
    }
    Promise<R> acting = Async.function(act::get);
    if (TimedWait.until(after, "alarm: " + step, acting::isCompleted)) {
      return acting.get();
    }
    Finding warning =
        new Finding(
            "STEP_FAILING",
            step,
            "\""
                + step
                + "\" has not succeeded for "
                + after.toMinutes()
                + " minutes and is still tried; its last error stands under the run's pending"
                + " activities.");
    progress.warn(warning);
    progress.alarmed(step, operators, "failing; told to " + operators);
    progress.notices().tell(Notice.STEP_FAILING, operators, warning.text(), List.of());
    try {
      return acting.get();
    } finally {
      progress.unwarn(warning);
      progress.calmed(step);
    }
  }
}

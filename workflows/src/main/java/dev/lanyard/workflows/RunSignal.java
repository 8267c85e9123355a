package dev.lanyard.workflows;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Workflow;

/** A signal from one run to another that may have ended already. */
public final class RunSignal {

  private RunSignal() {}

  /**
   * Sends it and waits until the server has taken it.
   *
   * @param signal calls one signal method of a stub. The SDK reports a run that is not open as an
   *     {@code ApplicationFailure}, whatever its documentation names (seen with 1.38.0)
   * @return false when there is no such open run
   */
  public static boolean reached(Runnable signal) {
    try {
      signal.run();
      return true;
    } catch (ApplicationFailure | ChildWorkflowFailure notOpen) {
      Workflow.getLogger(RunSignal.class).debug("the run to be signalled is not open");
      return false;
    }
  }
}

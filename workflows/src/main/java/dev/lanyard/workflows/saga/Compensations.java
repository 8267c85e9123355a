package dev.lanyard.workflows.saga;

import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be undone, registered before each act: in reverse, one at a time, in a scope that a
 * cancelled workflow does not cancel.
 */
public final class Compensations {

  private final Deque<Runnable> registered = new ArrayDeque<>();

  /** Register before the act: an act whose outcome is not known may have happened. */
  public void beforeActing(Runnable compensation) {
    registered.push(compensation);
  }

  public boolean isEmpty() {
    return registered.isEmpty();
  }

  /**
   * Runs all of them. One that fails has to wait for a human by itself: this ends only when all are
   * done.
   */
  public void run() {
    Workflow.newDetachedCancellationScope(
            () -> {
              while (!registered.isEmpty()) {
                registered.peek().run();
                registered.pop();
              }
            })
        .run();
  }
}

package dev.lanyard.workflows.onboarding;

import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Whether nobody but this run can have had anything to do with a record yet. */
final class Novelty {

  /** Longer than the steps between take, shorter than a human takes to look at it (guessed). */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final boolean created;
  private final long since = Workflow.currentTimeMillis();
  private boolean asked;

  /**
   * @param created by this run a moment ago, rather than found
   */
  Novelty(boolean created) {
    this.created = created;
  }

  /** True once at most: a step that is asked for again was parked, and a human was at work. */
  boolean stillNew() {
    boolean still = created && !asked && Workflow.currentTimeMillis() - since < LONGEST.toMillis();
    asked = true;
    return still;
  }
}

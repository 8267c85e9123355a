package dev.lanyard.workflows.fake;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * A run that turns a page each day. The test server skips time as long as a test waits for a
 * result, and goes on for a moment after that has come; with nothing due it jumped the ten years to
 * the time-out of every open run at once (measured). Now it has to stop at each page.
 */
@WorkflowInterface
public interface SlowCalendar {

  @WorkflowMethod
  void turnPages();

  /** Until its environment is closed. */
  final class Impl implements SlowCalendar {

    private static final Duration PAGE = Duration.ofDays(1);

    /** Then a new volume, so that no history grows without end. */
    private static final int PAGES = 400;

    @Override
    public void turnPages() {
      for (int page = 0; page < PAGES; page++) {
        Workflow.sleep(PAGE);
      }
      Workflow.newContinueAsNewStub(SlowCalendar.class).turnPages();
    }
  }
}

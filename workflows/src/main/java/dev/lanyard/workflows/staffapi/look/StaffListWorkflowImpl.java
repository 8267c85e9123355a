package dev.lanyard.workflows.staffapi.look;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** One look, for somebody who waits. */
public final class StaffListWorkflowImpl implements StaffListWorkflow {

  /** One closed rate window and the reading after it; shorter than anybody's patience (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public StaffList list(StaffListQuestion question) {
    if (question == null || question.site().filter(String::isBlank).isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "site must be an id or a name", FailureTypes.INPUT_REFUSED);
    }
    return ActivityStubs.staffReadingWithin(PATIENCE).list(question);
  }
}

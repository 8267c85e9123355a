package dev.lanyard.workflows.staffapi.look;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.HireRules;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** One look, for somebody who waits. */
public final class StaffMemberWorkflowImpl implements StaffMemberWorkflow {

  /** One closed rate window and the reading after it; shorter than anybody's patience (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public StaffMembers show(StaffMemberQuestion question) {
    if (question == null
        || question.id().isPresent() == question.email().isPresent()
        || question.id().filter(id -> id <= 0).isPresent()
        || question.email().flatMap(HireRules::email).isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "a staff member is asked for by a positive id or by an e-mail address",
          FailureTypes.INPUT_REFUSED);
    }
    return ActivityStubs.staffReadingWithin(PATIENCE).show(question);
  }
}

package dev.lanyard.workflows.availability;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One look, for somebody who waits. */
public final class AvailabilityWorkflowImpl implements AvailabilityWorkflow {

  /** Longer than one login and four look-ups; shorter than anybody's patience (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final AvailabilityQuestion NOTHING =
      new AvailabilityQuestion(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Override
  public Availability check(AvailabilityQuestion question) {
    List<InputProblem> problems = new ArrayList<>();
    if (question == null || question.equals(NOTHING)) {
      throw ApplicationFailure.newNonRetryableFailure(
          "posUserId, email, phone or username is missing; ask for one of them at least",
          FailureTypes.INPUT_REFUSED);
    }
    question.posUserId().flatMap(HireRules::posUserId).ifPresent(problems::add);
    question.email().flatMap(HireRules::email).ifPresent(problems::add);
    question.phone().flatMap(HireRules::phone).ifPresent(problems::add);
    question.username().flatMap(WebUserRules::username).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")),
          FailureTypes.INPUT_REFUSED);
    }
    return ActivityStubs.backofficeWithin(PATIENCE).checkAvailability(question);
  }
}

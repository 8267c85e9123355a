package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.hr.InputProblem;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What all runs that only read have in common. */
final class Reading {

  /** Longer than one login and a dozen pages; shorter than anybody's patience (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Reading() {}

  static BackofficeReadingActivities backoffice() {
    return ActivityStubs.backofficeReadingWithin(PATIENCE);
  }

  /** A run may have been started by hand. */
  static void requireNone(List<InputProblem> problems) {
    if (!problems.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")),
          FailureTypes.INPUT_REFUSED);
    }
  }
}

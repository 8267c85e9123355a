package dev.lanyard.workflows.webusers;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import dev.lanyard.workflows.hr.InputProblem;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One look, for somebody who waits. */
public final class WebUsersWorkflowImpl implements WebUsersWorkflow {

  /** Longer than one login and two pages; shorter than anybody's patience (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public WebUserList list(WebUserQuery query) {
    if (query == null) {
      throw ApplicationFailure.newNonRetryableFailure(
          "the query is missing; an empty object lists everybody", FailureTypes.INPUT_REFUSED);
    }
    List<InputProblem> problems = WebUserRules.of(query);
    if (!problems.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")),
          FailureTypes.INPUT_REFUSED);
    }
    return ActivityStubs.webUsersWithin(PATIENCE).list(query);
  }
}

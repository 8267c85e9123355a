package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.ReadingRules;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;

/** One look, for somebody who waits. */
public final class RosterWorkflowImpl implements RosterWorkflow {

  @Override
  public RosterAnswer list(RosterQuestion question) {
    Reading.requireNone(ReadingRules.problems(question));
    return Reading.backoffice().listEmployees(question);
  }
}

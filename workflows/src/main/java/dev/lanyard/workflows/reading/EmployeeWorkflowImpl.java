package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ReadingRules;

/** One look, for somebody who waits. */
public final class EmployeeWorkflowImpl implements EmployeeWorkflow {

  @Override
  public EmployeeAnswer read(EmployeeQuestion question) {
    Reading.requireNone(ReadingRules.problems(question));
    return Reading.backoffice().readEmployee(question);
  }
}

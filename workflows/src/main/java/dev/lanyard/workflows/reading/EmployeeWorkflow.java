package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard employee}: a run, because only the worker holds Backoffice's
 * credentials.
 */
@WorkflowInterface
public interface EmployeeWorkflow {

  @WorkflowMethod
  EmployeeAnswer read(EmployeeQuestion question);
}

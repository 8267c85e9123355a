package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard employees}: a run, because only the worker holds Backoffice's
 * credentials.
 */
@WorkflowInterface
public interface RosterWorkflow {

  @WorkflowMethod
  RosterAnswer list(RosterQuestion question);
}

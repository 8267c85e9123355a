package dev.lanyard.workflows.availability;

import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard check}: a run, because only the worker holds Backoffice's credentials.
 */
@WorkflowInterface
public interface AvailabilityWorkflow {

  @WorkflowMethod
  Availability check(AvailabilityQuestion question);
}

package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard departments}: a run, because only the worker holds Backoffice's
 * credentials.
 */
@WorkflowInterface
public interface DepartmentWorkflow {

  @WorkflowMethod
  DepartmentListing list(ListingQuestion question);
}

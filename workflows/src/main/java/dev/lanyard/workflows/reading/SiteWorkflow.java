package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard sites}: a run, because only the worker holds Backoffice's credentials.
 */
@WorkflowInterface
public interface SiteWorkflow {

  @WorkflowMethod
  SiteListing list(ListingQuestion question);
}

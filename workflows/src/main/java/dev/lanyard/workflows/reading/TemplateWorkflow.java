package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard templates}: a run, because only the worker holds Backoffice's
 * credentials.
 */
@WorkflowInterface
public interface TemplateWorkflow {

  @WorkflowMethod
  TemplateListing list(ListingQuestion question);
}

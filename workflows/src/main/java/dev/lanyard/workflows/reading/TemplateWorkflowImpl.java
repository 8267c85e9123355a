package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.ReadingRules;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;

/** One look, for somebody who waits. */
public final class TemplateWorkflowImpl implements TemplateWorkflow {

  @Override
  public TemplateListing list(ListingQuestion question) {
    Reading.requireNone(ReadingRules.problems(question));
    return Reading.backoffice().listTemplates(question);
  }
}

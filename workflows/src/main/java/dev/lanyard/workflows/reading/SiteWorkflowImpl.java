package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.ReadingRules;
import dev.lanyard.workflows.backoffice.reading.SiteListing;

/** One look, for somebody who waits. */
public final class SiteWorkflowImpl implements SiteWorkflow {

  @Override
  public SiteListing list(ListingQuestion question) {
    Reading.requireNone(ReadingRules.problems(question));
    return Reading.backoffice().listSites(question);
  }
}

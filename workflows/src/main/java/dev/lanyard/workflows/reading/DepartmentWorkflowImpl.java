package dev.lanyard.workflows.reading;

import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.ReadingRules;

/** One look, for somebody who waits. */
public final class DepartmentWorkflowImpl implements DepartmentWorkflow {

  @Override
  public DepartmentListing list(ListingQuestion question) {
    Reading.requireNone(ReadingRules.problems(question));
    return Reading.backoffice().listDepartments(question);
  }
}

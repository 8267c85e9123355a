package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import java.util.List;
import java.util.Optional;

/** A tenant in which nothing is to be seen. */
final class EmptyBackoffice implements BackofficeReadingActivities {

  @Override
  public RosterAnswer listEmployees(RosterQuestion question) {
    return new RosterAnswer(List.of(), question.page(), false, List.of());
  }

  @Override
  public EmployeeAnswer readEmployee(EmployeeQuestion question) {
    return new EmployeeAnswer(Optional.empty(), "");
  }

  @Override
  public SiteListing listSites(ListingQuestion question) {
    return new SiteListing(List.of(), true, question.page(), false, 0);
  }

  @Override
  public DepartmentListing listDepartments(ListingQuestion question) {
    return new DepartmentListing(List.of(), question.page(), false, 0);
  }

  @Override
  public TemplateListing listTemplates(ListingQuestion question) {
    return new TemplateListing(List.of(), 0, question.page(), false, 0, "");
  }
}

package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records of a {@link RememberingBackoffice}, as a look shows them; its lists are empty. */
public final class ReadableBackoffice implements BackofficeReadingActivities {

  public final FailuresAhead failures = new FailuresAhead();
  private final Journal journal;
  private final RememberingBackoffice backoffice;
  private final EmptyBackoffice lists = new EmptyBackoffice();

  ReadableBackoffice(Journal journal, RememberingBackoffice backoffice) {
    this.journal = journal;
    this.backoffice = backoffice;
  }

  @Override
  public EmployeeAnswer readEmployee(EmployeeQuestion question) {
    journal.enter("backoffice.readEmployee");
    failures.before("readEmployee");
    return new EmployeeAnswer(
        question.posUserId().flatMap(backoffice::at).map(ReadableBackoffice::snapshot), "");
  }

  private static EmployeeSnapshot snapshot(Employee employee) {
    return new EmployeeSnapshot(
        Instant.EPOCH,
        employee.id(),
        employee.plan().posUserId(),
        employee.active(),
        new StoredProfile(
            employee.plan().firstName(),
            employee.plan().lastName(),
            employee.plan().phone().orElse(""),
            employee.plan().email().orElse(""),
            Optional.of(employee.plan().startDate()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        Optional.of(employee.plan().target().sites()),
        Optional.of(true),
        employee.plan().target().departments(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Override
  public RosterAnswer listEmployees(RosterQuestion question) {
    return lists.listEmployees(question);
  }

  @Override
  public SiteListing listSites(ListingQuestion question) {
    return lists.listSites(question);
  }

  @Override
  public DepartmentListing listDepartments(ListingQuestion question) {
    return lists.listDepartments(question);
  }

  @Override
  public TemplateListing listTemplates(ListingQuestion question) {
    return lists.listTemplates(question);
  }
}

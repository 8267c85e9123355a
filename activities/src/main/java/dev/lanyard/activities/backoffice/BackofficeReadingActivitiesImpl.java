package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.translated;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.hr.PosUserIdRange;
import java.time.Clock;

/** What Backoffice shows: each activity in a class of its own, its errors translated here. */
public final class BackofficeReadingActivitiesImpl implements BackofficeReadingActivities {

  private final BackofficeClient client;
  private final Clock clock;

  /** The client may be shared with other activities. */
  public BackofficeReadingActivitiesImpl(BackofficeClient client) {
    this(client, Clock.systemUTC());
  }

  BackofficeReadingActivitiesImpl(BackofficeClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public RosterAnswer listEmployees(RosterQuestion question) {
    return translated(() -> new RosterListing(client).list(question));
  }

  @Override
  public EmployeeAnswer readEmployee(EmployeeQuestion question) {
    return translated(() -> new EmployeeReading(client, clock).read(question));
  }

  @Override
  public UsedPosUserIds usedPosUserIds(PosUserIdRange range) {
    return translated(() -> UsedIds.of(client, range));
  }

  @Override
  public SiteListing listSites(ListingQuestion question) {
    return translated(() -> new TenantListing(client).sites(question));
  }

  @Override
  public DepartmentListing listDepartments(ListingQuestion question) {
    return translated(() -> new TenantListing(client).departments(question));
  }

  @Override
  public TemplateListing listTemplates(ListingQuestion question) {
    return translated(() -> new TenantListing(client).templates(question));
  }
}

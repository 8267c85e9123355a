package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMembers;
import dev.lanyard.workflows.staffapi.look.StaffReadingActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhookActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A company of one account and no subscription, which remembers what it was asked. */
public final class StaffReadings implements StaffReadingActivities, WebhookActivities {

  private final Optional<RememberingStaffRecords> members;

  public StaffReadings() {
    this.members = Optional.empty();
  }

  StaffReadings(RememberingStaffRecords members) {
    this.members = Optional.of(members);
  }

  public final List<Object> asked = Collections.synchronizedList(new ArrayList<>());

  @Override
  public StaffList list(StaffListQuestion question) {
    asked.add(question);
    return new StaffList(
        List.of(new StaffList.Row(451, "Robin", "Owner", Optional.empty(), Optional.empty(), true)),
        question.site());
  }

  @Override
  public StaffMembers show(StaffMemberQuestion question) {
    asked.add(question);
    return members.map(known -> known.show(question)).orElse(new StaffMembers(List.of()));
  }

  @Override
  public WebhooksReport list() {
    asked.add("webhooks");
    return new WebhooksReport(List.of());
  }

  @Override
  public WebhooksReport sync(WebhooksRequest request) {
    asked.add(request);
    return new WebhooksReport(List.of());
  }
}

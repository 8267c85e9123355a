package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.LookAtStaffMember;
import dev.lanyard.workflows.staffapi.StaffChangeActivities;
import dev.lanyard.workflows.staffapi.StaffMemberChanged;
import dev.lanyard.workflows.staffapi.StaffMemberSeen;

/** Changes of staff members, and the look that they are planned on. */
public final class StaffChangeActivitiesImpl implements StaffChangeActivities {

  private final StaffApi api;
  private final StaffChange change;
  private final Attempts attempts;

  /** The API is the one that other activities use. */
  public StaffChangeActivitiesImpl(StaffApi api, Attempts attempts) {
    this.api = api;
    this.change = new StaffChange(api);
    this.attempts = attempts;
  }

  @Override
  public StaffMemberSeen lookAt(LookAtStaffMember request) {
    return api.ordinary(() -> change.lookAt(request));
  }

  @Override
  public StaffMemberChanged changeStaffMember(ChangeStaffMember request) {
    return api.ordinary(() -> change.change(request, attempts.current()));
  }
}

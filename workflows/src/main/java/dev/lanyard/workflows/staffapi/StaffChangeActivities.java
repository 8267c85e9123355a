package dev.lanyard.workflows.staffapi;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Changes of people who have a staff account.
 *
 * <p>Retried by Temporal: {@code STAFF_API_OUTAGE}, {@code RATE_LIMITED}, {@code
 * UNCONFIRMED_WRITE}, {@code ATTEMPT_EXPIRED}. Final in every method: {@code
 * STAFF_API_CREDENTIALS_REJECTED}, {@code STAFF_API_LOGIN_NEEDED}, {@code STAFF_API_CHANGED},
 * {@code NOT_OURS} (the record carries another code, or several carry this one).
 */
@ActivityInterface
public interface StaffChangeActivities {

  /**
   * Looks only: what a change can be planned on. Nobody is an answer where no id was known; a known
   * one that is gone is a final {@code STAFF_MEMBER_NOT_FOUND}.
   */
  @ActivityMethod(name = "look at staff member")
  StaffMemberSeen lookAt(LookAtStaffMember request);

  /**
   * Names, phone, e-mail, image, sites, permissions: one update with the wanted ones, in which the
   * sites are always said, the current ones when they are not to change. Compares the wanted
   * fields, the access and the code with what the plan was based on right before it writes, and
   * names and e-mail too where no code says whose record it is. Already as wanted is a success
   * without a write. Everything that was written, the access, the code and the tags are read back;
   * access beyond what was wanted is taken back before this fails.
   *
   * <p>A later attempt looks first, then lets an earlier one's write settle, and looks again before
   * it writes.
   *
   * <p>Nobody is made an administrator, and of one only names and phone are changed.
   *
   * <p>Final: {@code STAFF_API_REFUSED} (before any write: every problem at once, unknown site ids
   * and permission codes among them; after: the API's own words), {@code STATE_CHANGED} (names the
   * fields that are neither as planned on nor as wanted), {@code STAFF_ADMINISTRATOR}, {@code
   * STAFF_MEMBER_NOT_FOUND}, {@code NOT_APPLIED}; {@code NOT_OURS} also when another member has the
   * wanted e-mail address.
   */
  @ActivityMethod(name = "change staff member")
  StaffMemberChanged changeStaffMember(ChangeStaffMember request);
}

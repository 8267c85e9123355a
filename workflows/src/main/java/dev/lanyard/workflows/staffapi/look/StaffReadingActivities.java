package dev.lanyard.workflows.staffapi.look;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What people want to see of the staff API. Looks only; writes nothing.
 *
 * <p>Retried by Temporal: {@code STAFF_API_OUTAGE}, {@code RATE_LIMITED}. Final: {@code
 * STAFF_API_CREDENTIALS_REJECTED}, {@code STAFF_API_LOGIN_NEEDED}, {@code STAFF_API_CHANGED}.
 */
@ActivityInterface
public interface StaffReadingActivities {

  /**
   * Everybody, or those of one site. The API cannot be asked for a site's people, so each member's
   * sites are read; what one attempt has read, the next one after a rate limit does not read again.
   *
   * <p>Final: {@code INPUT_REFUSED} (no such site, or several of that name).
   */
  @ActivityMethod(name = "list staff")
  StaffList list(StaffListQuestion question);

  /** One member with sites and addresses, or nobody. */
  @ActivityMethod(name = "show staff member")
  StaffMembers show(StaffMemberQuestion question);
}

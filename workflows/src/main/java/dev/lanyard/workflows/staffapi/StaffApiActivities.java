package dev.lanyard.workflows.staffapi;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What is done in the staff API. Every method looks before it acts, acts at most once in an
 * attempt, reads back what it wrote, and may be repeated any number of times. No request of ours
 * leaves the site list out.
 *
 * <p>Retried by Temporal: {@code STAFF_API_OUTAGE}, {@code RATE_LIMITED}, {@code
 * UNCONFIRMED_WRITE}, {@code ATTEMPT_EXPIRED}. Final in every method: {@code
 * STAFF_API_CREDENTIALS_REJECTED}, {@code STAFF_API_LOGIN_NEEDED}, {@code STAFF_API_CHANGED}.
 */
@ActivityInterface
public interface StaffApiActivities {

  /**
   * Looks only. Reports every problem at once: e-mail or code already present, an unmapped or
   * ambiguous site, no e-mail address where an account is wanted.
   */
  @ActivityMethod(name = "pre-flight check")
  StaffFindings preFlight(StaffPreFlight request);

  /**
   * Refuses what the API would refuse, all of it at once, before it is sent: an e-mail address that
   * is none, a code past 255 characters, unknown permission codes and site ids. Looks by code, then
   * by e-mail; adopts what carries our code; else creates with explicit sites and permissions,
   * which sends the invitation, and reads back. In a later attempt it waits the settle delay and
   * looks twice before it creates. When what it made shows more access than was asked for, it takes
   * all of it back, in a second write, before it fails.
   *
   * <p>Final: {@code NOT_OURS} (the e-mail belongs to a staff member without our code, or several
   * carry our code), {@code STAFF_API_REFUSED}, {@code NOT_APPLIED}.
   */
  @ActivityMethod(name = "create staff member")
  StaffMemberCreated createStaffMember(CreateStaffMember request);

  /**
   * Reads the member's sites and writes the list only when it differs from the plan's.
   *
   * <p>Final: {@code NOT_OURS}, {@code STAFF_API_REFUSED}, {@code NOT_APPLIED}, {@code
   * STAFF_MEMBER_NOT_FOUND}.
   */
  @ActivityMethod(name = "assign staff sites")
  StaffSitesAssigned assignStaffSites(AssignStaffSites request);

  /**
   * The member, its permissions and its sites against what is expected. Writes only where a create
   * that was given up came late after all: the second record is deleted if it carries our code and
   * this run's tag, else left to a human. Without a plan, no other record with the leaver's code
   * may have access either.
   *
   * <p>Final: {@code NOT_APPLIED} (names every field that differs), {@code STAFF_MEMBER_NOT_FOUND}
   * (only with a plan), {@code NOT_OURS}.
   */
  @ActivityMethod(name = "verify")
  StaffMemberVerified verify(ExpectedStaffMember expected);

  /** Looks only. Final: {@code NOT_OURS} (several match, or the last name differs). */
  @ActivityMethod(name = "locate staff member")
  StaffMemberLocated locate(LocateStaffMember request);

  /**
   * Clears the administrator flag, all permissions and all sites in one update with explicit empty
   * lists, unless they are empty already, and reads back.
   *
   * <p>Final: {@code NOT_OURS}, {@code STAFF_API_REFUSED}, {@code NOT_APPLIED}.
   */
  @ActivityMethod(name = "revoke staff member")
  StaffMemberRevoked revokeStaffMember(RevokeStaffMember request);

  /**
   * Gives a revoked member exactly the snapshot's access in one update, unless it has that, and
   * reads back.
   *
   * <p>Final: {@code STATE_CHANGED} (it has some other access: somebody decided anew), {@code
   * NOT_OURS}, {@code STAFF_API_REFUSED}, {@code NOT_APPLIED}, {@code STAFF_MEMBER_NOT_FOUND}.
   */
  @ActivityMethod(name = "restore staff member")
  StaffMemberRestored restoreStaffMember(RestoreStaffMember request);

  /**
   * Deletes a member that has no access any more and carries our code, where the worker's policy
   * deletes leavers at all, and reads back that it is gone. Gone already is a success.
   *
   * <p>Final: {@code STATE_CHANGED} (it has access), {@code NOT_OURS}, {@code STAFF_API_REFUSED},
   * {@code NOT_APPLIED}.
   */
  @ActivityMethod(name = "delete staff member")
  StaffMemberDeleted deleteStaffMember(DeleteStaffMember request);
}

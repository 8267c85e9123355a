package dev.lanyard.workflows.backoffice.webuser;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What is done to web users, the logins to Backoffice itself (section 13). Every method looks
 * before it acts, reads back what it wrote, and may be repeated any number of times.
 *
 * <p>Retried by Temporal: {@code BACKOFFICE_OUTAGE}, {@code RATE_LIMITED}, {@code
 * UNCONFIRMED_WRITE}, {@code ATTEMPT_EXPIRED}. Final in every method: {@code INPUT_REFUSED} (every
 * problem, before any request), {@code BOT_LOGIN_REJECTED}, {@code BOT_NOT_ALLOWED}, {@code
 * PAGE_CHANGED}.
 */
@ActivityInterface
public interface WebUserActivities {

  /**
   * Looks only: by e-mail, user name and name, each through the list's own filter and compared
   * whole afterwards. Of an employee, e-mail and names are read from the record.
   *
   * <p>Final: {@code EMPLOYEE_NOT_FOUND}.
   */
  @ActivityMethod(name = "find web users")
  WebUsersFound find(FindWebUsers request);

  /** Looks only: one page of the list, for people. */
  @ActivityMethod(name = "list web users")
  WebUserList list(WebUserQuery query);

  /**
   * Looks only: a web user's sites and permissions, and what could be given.
   *
   * <p>Final: {@code WEB_USER_NOT_FOUND}, {@code NOT_OURS} (the id is another user's).
   */
  @ActivityMethod(name = "read web user access")
  WebUserAccess readAccess(ReadWebUserAccess request);

  /**
   * Draws a password, or opens the caller's, and seals it to the worker's key. Asks Backoffice
   * nothing. Runs before the create, so that a repeated create sends the same one.
   *
   * <p>Final: {@code PASSWORD_UNREADABLE} (sealed to another key, for another person, or against
   * the rules).
   */
  @ActivityMethod(name = "capture web user password")
  SealedPassword capturePassword(CapturePassword request);

  /**
   * Looks for user name and e-mail, among web users and active employees; creates; reads the list
   * row back. In a later attempt it adopts a user whose user name, e-mail and names agree and who
   * was not known before, waits the settle delay and looks again before it creates.
   *
   * <p>Final: {@code NOT_OURS} (user name or e-mail taken, by whom), {@code STATE_CHANGED} (the
   * employee is not active or has another name), {@code BEHAVIOUR_UNPROVEN} (without an employee),
   * {@code BACKOFFICE_REFUSED}, {@code BACKOFFICE_DUPLICATE}, {@code NOT_APPLIED}, {@code
   * PASSWORD_UNREADABLE}.
   */
  @ActivityMethod(name = "create web user")
  WebUserCreated create(CreateWebUser request);

  /**
   * Reads the permission page, compares it with what is wanted and with what the plan was based on,
   * posts the whole form when it differs, and reads back.
   *
   * <p>Final: {@code WEB_USER_NOT_FOUND}, {@code NOT_OURS}, {@code STATE_CHANGED} (inactive; the
   * template stands for other tokens; a site or token is gone; somebody changed it), {@code
   * SITES_HIDDEN}, {@code BACKOFFICE_REFUSED}, {@code BACKOFFICE_DUPLICATE}, {@code NOT_APPLIED},
   * {@code POLARITY_UNPROVEN} and {@code BEHAVIOUR_UNPROVEN} (some sites of a flat tenant).
   */
  @ActivityMethod(name = "set web user permissions")
  WebUserPermissionsSet setPermissions(SetWebUserPermissions request);

  /**
   * Takes away what can be taken away, if {@code close-users} is switched on: all permissions, and
   * all sites but the one that Backoffice insists on. Never the login: the answer says which page a
   * human disables it on. An inactive login needs nothing. A web user whose employee is disabled
   * may be out of reach (section 13.3), so it is best closed first.
   *
   * <p>Final: {@code WEB_USER_NOT_FOUND}, {@code NOT_OURS}, {@code BACKOFFICE_REFUSED}, {@code
   * BACKOFFICE_DUPLICATE}, {@code NOT_APPLIED}.
   */
  @ActivityMethod(name = "close web user")
  WebUserClosed close(CloseWebUser request);
}

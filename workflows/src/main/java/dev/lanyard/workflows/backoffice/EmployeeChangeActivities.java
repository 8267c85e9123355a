package dev.lanyard.workflows.backoffice;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Changes of employees who exist in Backoffice. Every method carries what its plan was based on: it
 * compares that with what it reads right before it writes, nothing between, and refuses with a
 * final {@code STATE_CHANGED} that names the fields when they are neither that nor already as
 * wanted. What is as wanted is not written again. After a write all of the record is read back: the
 * wanted fields are as wanted, all others as they were.
 *
 * <p>A later attempt looks first, then lets an earlier one's write settle, and looks again before
 * it writes.
 *
 * <p>Retried by Temporal: {@code BACKOFFICE_OUTAGE}, {@code RATE_LIMITED}, {@code
 * UNCONFIRMED_WRITE}, {@code ATTEMPT_EXPIRED}. Final in every method: {@code BOT_LOGIN_REJECTED},
 * {@code BOT_NOT_ALLOWED}, {@code PAGE_CHANGED}, {@code EMPLOYEE_NOT_FOUND}, {@code NOT_OURS}
 * (another POS user ID), {@code STATE_CHANGED}, {@code BACKOFFICE_REFUSED}, {@code
 * BACKOFFICE_DUPLICATE}, {@code NOT_APPLIED}, {@code INPUT_REFUSED} (every problem of the request
 * at once, before any request unless said otherwise).
 */
@ActivityInterface
public interface EmployeeChangeActivities {

  /**
   * Names, contact data, departments, start date, sites, link field, POS user ID: the whole form
   * with these overlaid (section 8.2), the active flag as it was. Sites are also compared with the
   * roster's column.
   *
   * <p>Final also: {@code POLARITY_UNPROVEN}; {@code NOT_OURS} when the link field carries somebody
   * else's number.
   */
  @ActivityMethod(name = "change employee")
  EmployeeChanged changeEmployee(ChangeEmployee request);

  /** Final also: {@code PIN_UNREADABLE}. */
  @ActivityMethod(name = "change PIN")
  PinChanged changePin(ChangePin request);

  /**
   * The only one that makes a record active (section 8.4): sites, departments, start date, names,
   * contact data and the new PIN go in the same write.
   *
   * <p>Final also: {@code STATE_CHANGED} when the record is active and not as wanted, {@code
   * POLARITY_UNPROVEN}, {@code PIN_UNREADABLE}.
   */
  @ActivityMethod(name = "reactivate employee")
  EmployeeReactivated reactivateEmployee(ReactivateEmployee request);

  /**
   * The full matrix (section 9.3), whatever the record had; read back on the page and in the
   * roster's Access column. Final {@code STATE_CHANGED} also when the template now stands for other
   * permissions than when this was planned.
   */
  @ActivityMethod(name = "set permissions")
  PermissionsSet setPermissions(SetPermissions request);

  /**
   * Adds one row to the history, once: a newest row that is the wanted one already is a success.
   * Reads back that row and its predecessor's end date.
   *
   * <p>Final also: {@code BEHAVIOUR_UNPROVEN} for a salary or a schedule that is not switched on
   * (before any request); {@code INPUT_REFUSED} when the date would have to move and may not.
   */
  @ActivityMethod(name = "record wage")
  WageRecorded recordWage(RecordWage request);
}

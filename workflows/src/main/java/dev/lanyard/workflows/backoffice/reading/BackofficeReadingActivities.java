package dev.lanyard.workflows.backoffice.reading;

import dev.lanyard.workflows.hr.PosUserIdRange;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What Backoffice shows, for people and for later restores. No method writes; each may be repeated
 * any number of times. Every answer stays below a payload's two megabytes, however large the
 * tenant.
 *
 * <p>Retried by Temporal: {@code BACKOFFICE_OUTAGE}, {@code RATE_LIMITED}. Final in every method:
 * {@code BOT_LOGIN_REJECTED}, {@code BOT_NOT_ALLOWED}, {@code PAGE_CHANGED}.
 */
@ActivityInterface
public interface BackofficeReadingActivities {

  /**
   * One page of the roster. By name, what the server's prefix filter answers is compared again, and
   * names stored with a leading blank are looked for besides; further pages of an unnamed list are
   * reached by the pager's own links only (section 12.3).
   *
   * <p>Final: {@code INPUT_REFUSED} (a site that is not there, with the valid names).
   */
  @ActivityMethod(name = "list employees")
  RosterAnswer listEmployees(RosterQuestion question);

  /**
   * Roster row, edit page, permission page and compensation page of one employee: four requests.
   *
   * <p>Final: {@code NOT_OURS} (the given internal id has another POS user ID), {@code
   * STATE_CHANGED} (its pages do not show the same employee: somebody changed it in between).
   */
  @ActivityMethod(name = "read employee")
  EmployeeAnswer readEmployee(EmployeeQuestion question);

  /**
   * The POS user IDs of a range that any row of the roster has, disabled employees included: the
   * whole roster is read for it.
   */
  @ActivityMethod(name = "list POS user IDs")
  UsedPosUserIds usedPosUserIds(PosUserIdRange range);

  /** From the blank form of a new employee. */
  @ActivityMethod(name = "list sites")
  SiteListing listSites(ListingQuestion question);

  /** From the blank form of a new employee. */
  @ActivityMethod(name = "list departments")
  DepartmentListing listDepartments(ListingQuestion question);

  /** From anybody's permission page; a tenant without a visible employee has none to show (9.1). */
  @ActivityMethod(name = "list permission templates")
  TemplateListing listTemplates(ListingQuestion question);
}

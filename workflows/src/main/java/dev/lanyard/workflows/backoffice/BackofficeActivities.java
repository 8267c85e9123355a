package dev.lanyard.workflows.backoffice;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What is done in Backoffice. Every method looks before it acts, acts at most once in an attempt,
 * reads back what it wrote, and may be repeated any number of times.
 *
 * <p>Retried by Temporal: {@code BACKOFFICE_OUTAGE}, {@code RATE_LIMITED}, {@code
 * UNCONFIRMED_WRITE}, {@code ATTEMPT_EXPIRED}. Final in every method: {@code BOT_LOGIN_REJECTED},
 * {@code BOT_NOT_ALLOWED}, {@code PAGE_CHANGED}.
 */
@ActivityInterface
public interface BackofficeActivities {

  /**
   * Looks only. Reports every problem at once: POS user ID taken (by whom, active or disabled),
   * e-mail taken (employees and web users), unknown site, template or department with the valid
   * names, configured sites that the bot does not see; a phone that somebody else has is a warning
   * (not looked for again after the approval), and so is another name of something that is
   * approved.
   */
  @ActivityMethod(name = "pre-flight check")
  BackofficeFindings preFlight(BackofficePreFlight request);

  /**
   * Looks for the POS user ID, disabled ones too; adopts the record if it is provably ours (the PIN
   * on the edit page equals the sealed one and name and start date agree, or the link field carries
   * our employee number and the name agrees); else creates it with its final sites, and reads it
   * back. In a later attempt it waits the settle delay and looks twice before it creates.
   *
   * <p>Final: {@code NOT_OURS}, {@code STATE_CHANGED} (ours, but disabled meanwhile; or a planned
   * site or department is gone), {@code SITES_HIDDEN}, {@code BACKOFFICE_REFUSED}, {@code
   * BACKOFFICE_DUPLICATE}, {@code NOT_APPLIED}, {@code POLARITY_UNPROVEN}, {@code PIN_UNREADABLE}.
   */
  @ActivityMethod(name = "create employee")
  EmployeeCreated createEmployee(CreateEmployee request);

  /**
   * Reads the record, proves that it is ours and active, compares its sites with the plan by id and
   * with the roster's column, and writes the whole form only when they differ.
   *
   * <p>Final: {@code NOT_OURS}, {@code STATE_CHANGED} (no longer active), {@code SITES_HIDDEN},
   * {@code BACKOFFICE_REFUSED}, {@code BACKOFFICE_DUPLICATE}, {@code NOT_APPLIED}, {@code
   * EMPLOYEE_NOT_FOUND}, {@code POLARITY_UNPROVEN}.
   */
  @ActivityMethod(name = "assign sites")
  SitesAssigned assignSites(AssignSites request);

  /**
   * Reads the permission page, compares the template with the plan's grants ({@code STATE_CHANGED}
   * when it now stands for others), posts the full matrix when the employee's differ, reads back,
   * and asks the roster's Access column. The first attempt for a record that this run just created
   * posts without a look and reads the roster's row back; at the least doubt it does all of the
   * above.
   *
   * <p>Final: {@code STATE_CHANGED}, {@code NOT_APPLIED}, {@code EMPLOYEE_NOT_FOUND}.
   */
  @ActivityMethod(name = "grant permission template")
  TemplateGranted grantPermissionTemplate(GrantTemplate request);

  /**
   * Looks only: edit page, permission page, newest wage and roster row against what is expected.
   *
   * <p>Final: {@code NOT_APPLIED} (names every field that differs), {@code EMPLOYEE_NOT_FOUND}.
   */
  @ActivityMethod(name = "verify")
  EmployeeVerified verify(ExpectedEmployee expected);

  /** Looks only. Final: {@code NOT_OURS} (another last name under this POS user ID). */
  @ActivityMethod(name = "locate employee")
  EmployeeLocated locate(LocateEmployee request);

  /**
   * Reads the edit form, posts it back whole with {@code employee[isActive]} left out (section 8.4)
   * unless it is inactive already, and reads back.
   *
   * <p>Final: {@code NOT_OURS}, {@code BACKOFFICE_REFUSED}, {@code BACKOFFICE_DUPLICATE}, {@code
   * NOT_APPLIED}, {@code EMPLOYEE_NOT_FOUND} (a record that was known is gone, though nothing can
   * be deleted there).
   */
  @ActivityMethod(name = "disable employee")
  EmployeeDisabled disableEmployee(DisableEmployee request);

  /** Looks only: {@code ./lanyard check}. */
  @ActivityMethod(name = "check availability")
  Availability checkAvailability(AvailabilityQuestion question);

  /**
   * Lifts the latch of a rejected login and logs in once. Only a human's retry leads here.
   *
   * <p>Final: {@code BOT_LOGIN_REJECTED}.
   */
  @ActivityMethod(name = "log in again")
  void logInAgain();
}

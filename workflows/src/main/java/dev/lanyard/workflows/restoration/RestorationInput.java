package dev.lanyard.workflows.restoration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was taken, to be given back.
 *
 * @param posUserId as the person's run knows it
 * @param employeeId Backoffice's internal number, when known
 * @param staffId the staff API's id, when known
 * @param kind {@link #UNDO} or {@link #RETURN}
 * @param before what both systems showed before it was taken
 * @param on the first day with access again, in the site's zone; absent means now
 * @param reason in the words of those who asked for it
 * @param mandate on whose behalf
 * @param dryRun ends with the plan: nothing is written, and nobody is asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RestorationInput(
    EmployeeNumber employeeNumber,
    Optional<PosUserId> posUserId,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    String kind,
    AccessSnapshot before,
    Optional<LocalDate> on,
    String reason,
    Mandate mandate,
    boolean dryRun) {

  /** Of a termination that was a mistake. */
  public static final String UNDO = "undo";

  /** From leave. */
  public static final String RETURN = "return";

  public RestorationInput {
    mandate = mandate == null ? Mandate.NONE : mandate;
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    on = on == null ? Optional.empty() : on;
  }

  /** On nobody's behalf. */
  public RestorationInput(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      String kind,
      AccessSnapshot before,
      Optional<LocalDate> on,
      String reason) {
    this(employeeNumber, posUserId, employeeId, staffId, kind, before, on, reason, Mandate.NONE);
  }

  /** To be carried out. */
  public RestorationInput(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      String kind,
      AccessSnapshot before,
      Optional<LocalDate> on,
      String reason,
      Mandate mandate) {
    this(employeeNumber, posUserId, employeeId, staffId, kind, before, on, reason, mandate, false);
  }

  /** The same, only to be tried out. */
  public RestorationInput tryingOut() {
    return new RestorationInput(
        employeeNumber, posUserId, employeeId, staffId, kind, before, on, reason, mandate, true);
  }
}

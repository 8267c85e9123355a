package dev.lanyard.workflows.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/**
 * One change to be carried out.
 *
 * @param posUserId as the person's run knows it
 * @param employeeId Backoffice's internal number, when known
 * @param staffId the staff API's id, when known
 * @param mandate on whose behalf
 * @param dryRun ends with the plan: nothing is written, and nobody is asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeInput(
    EmployeeNumber employeeNumber,
    Optional<PosUserId> posUserId,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    PersonChange change,
    Mandate mandate,
    boolean dryRun) {

  public ChangeInput {
    mandate = mandate == null ? Mandate.NONE : mandate;
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
  }

  /** On nobody's behalf. */
  public ChangeInput(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      PersonChange change) {
    this(employeeNumber, posUserId, employeeId, staffId, change, Mandate.NONE);
  }

  /** To be carried out. */
  public ChangeInput(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      PersonChange change,
      Mandate mandate) {
    this(employeeNumber, posUserId, employeeId, staffId, change, mandate, false);
  }

  /** The same, only to be tried out. */
  public ChangeInput tryingOut() {
    return new ChangeInput(employeeNumber, posUserId, employeeId, staffId, change, mandate, true);
  }
}

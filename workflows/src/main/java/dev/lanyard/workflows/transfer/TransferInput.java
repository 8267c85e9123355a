package dev.lanyard.workflows.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Transfer;
import java.util.Optional;

/**
 * One transfer to be carried out.
 *
 * @param posUserId as the person's run knows it
 * @param employeeId Backoffice's internal number, when known
 * @param staffId the staff API's id, when known
 * @param backTo of a loan that ends: what the transfer changed becomes as it is here. Nobody has to
 *     approve that: it was approved with the loan
 * @param mandate on whose behalf
 * @param dryRun ends with the plan: nothing is written, and nobody is asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TransferInput(
    EmployeeNumber employeeNumber,
    Optional<PosUserId> posUserId,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    Transfer transfer,
    Optional<AccessSnapshot> backTo,
    Mandate mandate,
    boolean dryRun) {

  public TransferInput {
    mandate = mandate == null ? Mandate.NONE : mandate;
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    backTo = backTo == null ? Optional.empty() : backTo;
  }

  /** On nobody's behalf. */
  public TransferInput(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      Transfer transfer,
      Optional<AccessSnapshot> backTo) {
    this(employeeNumber, posUserId, employeeId, staffId, transfer, backTo, Mandate.NONE);
  }

  /** To be carried out. */
  public TransferInput(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      Transfer transfer,
      Optional<AccessSnapshot> backTo,
      Mandate mandate) {
    this(employeeNumber, posUserId, employeeId, staffId, transfer, backTo, mandate, false);
  }

  /** The same, only to be tried out. */
  public TransferInput tryingOut() {
    return new TransferInput(
        employeeNumber, posUserId, employeeId, staffId, transfer, backTo, mandate, true);
  }
}

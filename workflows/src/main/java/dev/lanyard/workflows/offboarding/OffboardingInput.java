package dev.lanyard.workflows.offboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import java.util.Optional;

/**
 * One termination to be carried out.
 *
 * @param posUserId from what the person's run knows, else from the event; without one only the
 *     staff API can be searched
 * @param employeeId Backoffice's internal number, when known
 * @param staffId the staff API's id, when known
 * @param leave the person comes back: nothing is deleted and no web user is closed for good
 * @param dryRun ends with the plan: nothing is written, and nobody is asked
 * @param key of the person's run, to which what is taken is handed over; absent in runs from before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OffboardingInput(
    EmployeeNumber employeeNumber,
    Termination termination,
    Optional<PosUserId> posUserId,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    boolean leave,
    boolean dryRun,
    Optional<String> key) {

  public OffboardingInput {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    key = key == null ? Optional.empty() : key;
  }

  /** Somebody who leaves for good. */
  public OffboardingInput(
      EmployeeNumber employeeNumber,
      Termination termination,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId) {
    this(
        employeeNumber,
        termination,
        posUserId,
        employeeId,
        staffId,
        false,
        false,
        Optional.empty());
  }

  /** The same, by a person's run that wants to know what is taken. */
  public OffboardingInput handingOverTo(Optional<String> keyOfThePerson) {
    return new OffboardingInput(
        employeeNumber, termination, posUserId, employeeId, staffId, leave, dryRun, keyOfThePerson);
  }

  /** The same, only to be tried out. */
  public OffboardingInput tryingOut() {
    return new OffboardingInput(
        employeeNumber, termination, posUserId, employeeId, staffId, leave, true, key);
  }

  @Override
  public String toString() {
    return "OffboardingInput[" + employeeNumber + ", [redacted]]";
  }
}

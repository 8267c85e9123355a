package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import java.util.Optional;

/**
 * Make an employee inactive.
 *
 * @param employeeId the record, when known
 * @param lastName when given, a record of another last name is {@code NOT_OURS}
 * @param onlyIfCreatedBy the compensation of a create: only the record that is provably the one of
 *     this plan is touched, any other is left alone
 * @param mayStillAppear the create's answer was never seen: when nothing is found, wait the settle
 *     delay and look again before saying so
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DisableEmployee(
    EmployeeNumber employeeNumber,
    PosUserId posUserId,
    Optional<Integer> employeeId,
    Optional<String> lastName,
    Optional<Creation> onlyIfCreatedBy,
    boolean mayStillAppear) {

  public DisableEmployee {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    lastName = lastName == null ? Optional.empty() : lastName;
    onlyIfCreatedBy = onlyIfCreatedBy == null ? Optional.empty() : onlyIfCreatedBy;
  }

  /** What proves that a record is the one that a create of ours made. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Creation(BackofficePlan plan, SealedPin pin) {}

  @Override
  public String toString() {
    return "DisableEmployee[" + posUserId + ", [redacted]]";
  }
}

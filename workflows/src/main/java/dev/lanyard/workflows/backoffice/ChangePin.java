package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import java.util.Optional;

/**
 * Give an existing record another PIN.
 *
 * @param employeeNumber that both PINs are sealed for
 * @param active whether the record was active when this was planned; it stays so
 * @param before fields that must not have changed meanwhile, such as the last name
 * @param replaces the PIN that the record must still have, when it is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangePin(
    EmployeeNumber employeeNumber,
    int employeeId,
    PosUserId posUserId,
    boolean active,
    EmployeeFields before,
    Optional<SealedPin> replaces,
    SealedPin pin) {

  public ChangePin {
    before = before == null ? EmployeeFields.NONE : before;
    replaces = replaces == null ? Optional.empty() : replaces;
  }
}

package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/**
 * Find a leaver.
 *
 * @param lastName when given, a record of another last name is {@code NOT_OURS}
 * @param employeeId when known, also looked at directly: the roster hides siteless employees
 *     (section 12.2)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LocateEmployee(
    PosUserId posUserId, Optional<String> lastName, Optional<Integer> employeeId) {

  public LocateEmployee {
    lastName = lastName == null ? Optional.empty() : lastName;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
  }

  @Override
  public String toString() {
    return "LocateEmployee[" + posUserId + ", [redacted]]";
  }
}

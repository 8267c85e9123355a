package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/**
 * Whose record? One of the two is enough.
 *
 * @param employeeId the internal id; finds those whom the roster does not show (section 12.2). With
 *     both, a record of another POS user ID is {@code NOT_OURS}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeQuestion(Optional<PosUserId> posUserId, Optional<Integer> employeeId) {

  public EmployeeQuestion {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
  }
}

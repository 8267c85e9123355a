package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.Optional;

/**
 * Look at one person's record.
 *
 * @param staffId when known, and then it must be there; else it is found by {@code code}, which
 *     must equal the employee number
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LookAtStaffMember(EmployeeNumber employeeNumber, Optional<Long> staffId) {

  public LookAtStaffMember {
    staffId = staffId == null ? Optional.empty() : staffId;
  }
}

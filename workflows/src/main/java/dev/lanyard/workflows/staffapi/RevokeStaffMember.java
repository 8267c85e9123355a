package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.Optional;

/**
 * Take all access from a staff member: not an administrator, no permissions, no sites.
 *
 * @param staffId when known; else found by {@code code}, which must equal the employee number
 * @param mayStillAppear the create's answer was never seen: when nothing is found, wait the settle
 *     delay and look again before saying so
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevokeStaffMember(
    EmployeeNumber employeeNumber, Optional<Long> staffId, boolean mayStillAppear) {

  public RevokeStaffMember {
    staffId = staffId == null ? Optional.empty() : staffId;
  }
}

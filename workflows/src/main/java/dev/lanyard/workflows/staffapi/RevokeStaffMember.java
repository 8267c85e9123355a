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
 * @param doublesToo also from every other staff member with this code, which a create that came
 *     late may have left; without it several with the code are a human's to sort out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevokeStaffMember(
    EmployeeNumber employeeNumber,
    Optional<Long> staffId,
    boolean mayStillAppear,
    boolean doublesToo) {

  public RevokeStaffMember {
    staffId = staffId == null ? Optional.empty() : staffId;
  }

  public RevokeStaffMember(
      EmployeeNumber employeeNumber, Optional<Long> staffId, boolean mayStillAppear) {
    this(employeeNumber, staffId, mayStillAppear, false);
  }
}

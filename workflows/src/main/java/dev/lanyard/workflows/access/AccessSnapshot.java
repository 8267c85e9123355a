package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.staffapi.StaffAccess;
import java.util.Optional;

/**
 * What a person had in both systems at one moment, from which exactly that can be given back.
 *
 * @param employee absent where Backoffice had no such record
 * @param staff absent where the staff API had no such member
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessSnapshot(Optional<EmployeeSnapshot> employee, Optional<StaffAccess> staff) {

  public AccessSnapshot {
    employee = employee == null ? Optional.empty() : employee;
    staff = staff == null ? Optional.empty() : staff;
  }

  /** Whether it let anybody in: else there is nothing to give back. */
  public boolean open() {
    return employee.filter(EmployeeSnapshot::active).isPresent()
        || staff.filter(StaffAccess::any).isPresent();
  }
}

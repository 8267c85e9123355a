package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.util.List;
import java.util.Optional;

/**
 * What a person had in both systems at one moment, from which exactly that can be given back.
 *
 * @param employee absent where Backoffice had no such record
 * @param staff absent where the staff API had no such member
 * @param staffSites the names of its sites, as far as they were read; for people only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessSnapshot(
    Optional<EmployeeSnapshot> employee, Optional<StaffAccess> staff, List<StaffSite> staffSites) {

  public AccessSnapshot {
    employee = employee == null ? Optional.empty() : employee;
    staff = staff == null ? Optional.empty() : staff;
    staffSites = staffSites == null ? List.of() : List.copyOf(staffSites);
  }

  /** Of sites whose names were not read. */
  public AccessSnapshot(Optional<EmployeeSnapshot> employee, Optional<StaffAccess> staff) {
    this(employee, staff, List.of());
  }

  /** Whether it let anybody in: else there is nothing to give back. */
  public boolean open() {
    return employee.filter(EmployeeSnapshot::active).isPresent()
        || staff.filter(StaffAccess::any).isPresent();
  }
}

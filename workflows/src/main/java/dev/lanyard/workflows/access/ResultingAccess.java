package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.staffapi.StaffAccess;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All the access that somebody will have once a transfer, an undo or a return is done: also what
 * stays as it is, since whoever approves it approves the whole.
 *
 * @param posUserId absent where Backoffice is not concerned, like the three that follow
 * @param wageRate US dollars an hour; absent: it stays
 * @param staff absent where the staff API is not concerned
 * @param from the first day, in the zone of the sites; absent means now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResultingAccess(
    EmployeeNumber employeeNumber,
    Optional<PosUserId> posUserId,
    Optional<SiteGrant> sites,
    Optional<PermissionGrants> permissions,
    List<DepartmentRef> departments,
    Optional<BigDecimal> wageRate,
    Optional<StaffAccess> staff,
    Optional<LocalDate> from) {

  public ResultingAccess {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    sites = sites == null ? Optional.empty() : sites;
    permissions = permissions == null ? Optional.empty() : permissions;
    departments = departments == null ? List.of() : List.copyOf(departments);
    wageRate = wageRate == null ? Optional.empty() : wageRate;
    staff = staff == null ? Optional.empty() : staff;
    from = from == null ? Optional.empty() : from;
  }

  @Override
  public String toString() {
    return "ResultingAccess[" + employeeNumber + ", [redacted]]";
  }
}

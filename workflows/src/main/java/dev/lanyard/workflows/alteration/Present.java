package dev.lanyard.workflows.alteration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import java.util.List;
import java.util.Optional;

/**
 * What both systems show of one person at one moment.
 *
 * @param strangers why a record that was found may be somebody else's; none when it is not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Present(
    Optional<EmployeeSnapshot> employee, Optional<StaffMemberView> staff, List<Finding> strangers) {

  public Present {
    employee = employee == null ? Optional.empty() : employee;
    staff = staff == null ? Optional.empty() : staff;
    strangers = strangers == null ? List.of() : List.copyOf(strangers);
  }

  /** From which exactly this can be given back. */
  public AccessSnapshot snapshot() {
    return new AccessSnapshot(employee, staffAccess(), staffSites());
  }

  /** Theirs, with their names. */
  public List<StaffSite> staffSites() {
    return staff.map(StaffMemberView::sites).orElse(List.of());
  }

  public Optional<StaffAccess> staffAccess() {
    return staff.map(Present::access);
  }

  static StaffAccess access(StaffMemberView view) {
    // An administrator may do everything, whatever a server lists beside that.
    List<String> codes =
        view.admin()
            ? List.of()
            : view.permissions().stream()
                .map(StaffMemberView.Permission::code)
                .distinct()
                .sorted()
                .toList();
    return new StaffAccess(
        view.id(), view.admin(), codes, view.sites().stream().map(StaffSite::id).sorted().toList());
  }

  public Optional<PermissionGrants> grants() {
    return employee.flatMap(EmployeeSnapshot::permissions).map(Present::grants);
  }

  /** The same permissions, by their ids alone. */
  public static PermissionGrants grants(PermissionState state) {
    return new PermissionGrants(ids(state.granted()), ids(state.overrides()));
  }

  private static List<Integer> ids(List<PermissionRef> permissions) {
    return permissions.stream().map(PermissionRef::id).sorted().toList();
  }

  /** First and last name, for headlines; else empty. */
  public String fullName() {
    return employee
        .map(one -> one.profile().firstName().strip() + " " + one.profile().lastName().strip())
        .or(() -> staff.map(one -> one.firstName() + " " + one.lastName()))
        .orElse("");
  }
}

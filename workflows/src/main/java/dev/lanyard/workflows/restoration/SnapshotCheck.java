package dev.lanyard.workflows.restoration;

import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.alteration.Differences;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffSiteNames;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Can this snapshot be given back, on what is there now? Where a system let nobody in before, it is
 * left alone.
 */
record SnapshotCheck(AccessSnapshot before, Present now) {

  /** The record that was active. */
  Optional<EmployeeSnapshot> employee() {
    return before.employee().filter(EmployeeSnapshot::active);
  }

  /** The access that the member had, at the member as it is now: it may have been made anew. */
  Optional<StaffAccess> staff() {
    return before
        .staff()
        .filter(StaffAccess::any)
        .map(
            access ->
                new StaffAccess(
                    now.staff().map(StaffMemberView::id).orElse(access.staffId()),
                    access.admin(),
                    access.permissions(),
                    access.siteIds()));
  }

  List<Finding> problems() {
    List<Finding> found = new ArrayList<>(now.strangers());
    employee().ifPresent(then -> backoffice(then, found));
    staff().ifPresent(then -> staffApi(then, found));
    return List.copyOf(found);
  }

  private void backoffice(EmployeeSnapshot then, List<Finding> found) {
    if (now.employee().isEmpty()) {
      found.add(
          new Finding(
              "EMPLOYEE_NOT_FOUND",
              "employeeId",
              "Backoffice does not show employee " + then.employeeId() + " any more."));
      return;
    }
    EmployeeSnapshot here = now.employee().get();
    if (here.active()) {
      found.add(
          new Finding(
              "RECORD_ACTIVE",
              "employeeId",
              "Employee "
                  + here.employeeId()
                  + " is active already: somebody decided anew, and its PIN is not known. Disable"
                  + " it in Backoffice and retry, or withdraw."));
    }
    if (here.employeeId() != then.employeeId()) {
      found.add(
          new Finding(
              "NOT_OURS",
              "employeeId",
              "Backoffice shows employee "
                  + here.employeeId()
                  + " in the place of "
                  + then.employeeId()
                  + "."));
    }
    if (!Differences.sameText(then.profile().lastName(), here.profile().lastName())) {
      found.add(
          new Finding(
              "NOT_OURS",
              "lastName",
              "Employee "
                  + here.employeeId()
                  + " has another last name than when the access was taken. Look whose record it"
                  + " is; give it the former one and retry, or withdraw."));
    }
    if (then.permissions().isEmpty() || here.permissions().isEmpty()) {
      found.add(
          new Finding(
              "PERMISSIONS_HIDDEN",
              "employeeId",
              "Backoffice "
                  + (then.permissions().isEmpty() ? "did" : "does")
                  + " not show the permissions of employee "
                  + here.employeeId()
                  + ", so exactly those cannot be given back. Hire again."));
    }
    if (then.profile().startDate().isEmpty() || then.departments().isEmpty()) {
      found.add(
          new Finding(
              "RECORD_INCOMPLETE",
              "employeeId",
              "Employee "
                  + here.employeeId()
                  + " had no start date or no department, and Backoffice takes no form without."
                  + " Hire again."));
    }
    if (then.sites().filter(sites -> sites.all() || !sites.sites().isEmpty()).isEmpty()) {
      found.add(
          new Finding(
              "SITES_UNKNOWN",
              "employeeId",
              "The sites of employee "
                  + here.employeeId()
                  + " were none, or could not be read, so they cannot be given back. Hire"
                  + " again."));
    }
  }

  private void staffApi(StaffAccess then, List<Finding> found) {
    if (now.staff().isEmpty()) {
      found.add(
          new Finding(
              "STAFF_MEMBER_NOT_FOUND",
              "staffId",
              "Staff member "
                  + then.staffId()
                  + " was deleted, which nothing takes back. Make a new one there by hand, without"
                  + " sites and permissions, with the employee number as its code (that sends an"
                  + " invitation), then retry; or withdraw and hire again."));
      return;
    }
    StaffAccess here = now.staffAccess().orElseThrow();
    if (here.any() && !Differences.of(staff().orElseThrow(), here).isEmpty()) {
      found.add(
          new Finding(
              "STAFF_ACCESS_PRESENT",
              "staffId",
              "Staff member "
                  + here.staffId()
                  + " has other access already ("
                  + String.join("; ", Differences.of(staff().orElseThrow(), here))
                  + "): somebody decided anew. Take it away there and retry, or withdraw."));
    }
  }

  /** What somebody changed since: it becomes as it was, as far as Lanyard writes it at all. */
  List<Finding> warnings() {
    List<Finding> found = new ArrayList<>();
    if (employee().isEmpty() || now.employee().isEmpty()) {
      return found;
    }
    EmployeeSnapshot then = employee().get();
    Differences.of(then, now.employee().get()).stream()
        .filter(line -> !line.startsWith("active:"))
        .forEach(
            line ->
                found.add(
                    new Finding(
                        "CHANGED_SINCE",
                        "employeeId",
                        "Changed since the access was taken, and set back: " + line)));
    Differences.ofTheRest(then, now.employee().get())
        .forEach(
            line ->
                found.add(
                    new Finding(
                        "CHANGED_SINCE",
                        "employeeId",
                        "Changed since the access was taken, and left so: " + line)));
    then.permissions()
        .filter(permissions -> permissions.actionApprovalAuthority())
        .ifPresent(
            permissions ->
                found.add(
                    new Finding(
                        "AUTHORITY_SWITCH",
                        "employeeId",
                        "Every permission came by one switch; each is given by itself now.")));
    return found;
  }

  ResultingAccess resulting(EmployeeNumber employeeNumber, Optional<LocalDate> from) {
    return new ResultingAccess(
        employeeNumber,
        employee().map(EmployeeSnapshot::posUserId),
        employee().flatMap(EmployeeSnapshot::sites),
        employee().flatMap(EmployeeSnapshot::permissions).map(Present::grants),
        employee().map(EmployeeSnapshot::departments).orElse(List.of()),
        Optional.empty(),
        staff(),
        from);
  }

  /**
   * As far as a policy can ask for it.
   *
   * @param kind of {@link AccessRequest}
   */
  AccessRequest request(String kind, EmployeeNumber employeeNumber, Optional<LocalDate> from) {
    Optional<SiteGrant> sites = employee().flatMap(EmployeeSnapshot::sites);
    return new AccessRequest(
        kind,
        employeeNumber,
        employee().map(EmployeeSnapshot::posUserId),
        staff().map(StaffAccess::staffId),
        employee().flatMap(EmployeeSnapshot::permissions).map(state -> state.template()),
        employee().map(EmployeeSnapshot::departments).orElse(List.of()).stream()
            .map(DepartmentRef::name)
            .toList(),
        sites.map(SiteGrant::sites).orElse(List.of()).stream().map(SiteRef::name).toList(),
        sites.filter(SiteGrant::all).isPresent(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        from,
        Optional.empty());
  }

  List<String> lines(List<StaffSite> mapped) {
    List<String> lines = new ArrayList<>();
    employee()
        .ifPresentOrElse(
            then -> {
              StoredProfile profile = then.profile();
              lines.add(
                  "Backoffice: make "
                      + profile.firstName().strip()
                      + " "
                      + profile.lastName().strip()
                      + ", POS user ID "
                      + then.posUserId()
                      + ", active again, with another PIN");
              lines.add(
                  "Backoffice sites: "
                      + then.sites().map(SiteGrant::describe).orElse("unreadable"));
              lines.add("Backoffice permissions: " + permissions(then));
              lines.add(
                  "Backoffice departments: "
                      + String.join(
                          ", ", then.departments().stream().map(DepartmentRef::name).toList()));
            },
            () -> lines.add("Backoffice: had no access before, gets none"));
    staff()
        .ifPresentOrElse(
            access -> {
              lines.add(
                  "Staff API sites: "
                      + new StaffSiteNames()
                          .and(before.staffSites())
                          .and(now.staffSites())
                          .and(mapped)
                          .words(access.siteIds()));
              lines.add(
                  "Staff API permissions: "
                      + (access.admin()
                          ? "administrator"
                          : String.join(", ", access.permissions())));
            },
            () -> lines.add("Staff API: had no access before, gets none"));
    return lines;
  }

  private static String permissions(EmployeeSnapshot then) {
    return then.permissions()
        .map(
            state -> {
              PermissionGrants grants = Present.grants(state);
              return state.template()
                  + " ("
                  + grants.grants().size()
                  + " granted, "
                  + grants.overrides().size()
                  + " with approval)";
            })
        .orElse("not shown");
  }

  /** What is not as in the snapshot; none proves that exactly that was given back. */
  List<String> differences() {
    List<String> left = new ArrayList<>();
    employee()
        .ifPresent(
            then ->
                now.employee()
                    .ifPresentOrElse(
                        here -> left.addAll(Differences.of(then, here)),
                        () -> left.add("Backoffice shows no such record")));
    staff()
        .ifPresent(
            then ->
                now.staffAccess()
                    .ifPresentOrElse(
                        here -> left.addAll(Differences.of(then, here)),
                        () -> left.add("the staff API shows no such member")));
    return List.copyOf(left);
  }

  @Override
  public String toString() {
    return "SnapshotCheck[[redacted]]";
  }
}

package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.AccessNames;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.NamesResolved;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffAccessNames;
import dev.lanyard.workflows.staffapi.StaffNamesResolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can this transfer be carried out on what is there, and what do its names stand for? */
final class TransferCheck {

  private final Transfer transfer;
  private final AttendedSteps steps;
  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private NamedAccess names = new NamedAccess(null, null, null);
  private Optional<AccessDifference> difference = Optional.empty();

  TransferCheck(Transfer transfer, AttendedSteps steps) {
    this.transfer = transfer;
    this.steps = steps;
  }

  /**
   * Finds every problem of both systems at once.
   *
   * @param approved what the names stood for when they were approved
   */
  TransferCheck of(Present now, Optional<NamedAccess> approved) {
    problems.addAll(now.strangers());
    if (!BothSystems.sameLastName(now)) {
      problem(
          "NOT_OURS",
          "employeeNumber",
          "The two systems show different last names. Look whether both records are the same"
              + " person's; make the names equal, then retry.");
    }
    now.employee().ifPresentOrElse(this::employee, this::nobody);
    now.employee().ifPresent(one -> backoffice(one.posUserId(), approved));
    Optional<StaffNamesResolved> staff = staffApi(now);
    if (problems.isEmpty()) {
      difference = Optional.of(new AccessDifference(now, target(now, staff)));
    }
    return this;
  }

  List<Finding> problems() {
    return List.copyOf(problems);
  }

  List<Finding> warnings() {
    return List.copyOf(warnings);
  }

  NamedAccess names() {
    return names;
  }

  /** Only without problems. */
  AccessDifference difference() {
    return difference.orElseThrow();
  }

  private void nobody() {
    problem(
        "EMPLOYEE_NOT_FOUND",
        "employeeNumber",
        "Backoffice shows no record of this person. Look where it went, then retry.");
  }

  private void employee(EmployeeSnapshot one) {
    if (!one.active()) {
      problem(
          "RECORD_INACTIVE",
          "employeeNumber",
          "Employee "
              + one.employeeId()
              + " is inactive in Backoffice. A transfer gives nobody access back: withdraw it, or"
              + " have the record made active again, then retry.");
    }
    if (transfer.sites().isPresent() && one.sites().isEmpty()) {
      problem(
          "SITE_POLARITY_UNPROVEN",
          "sites",
          "What the site boxes of employee "
              + one.employeeId()
              + " mean does not stand beside them. Change the sites in Backoffice by hand.");
    }
    if (transfer.permissionTemplate().isPresent() && one.permissions().isEmpty()) {
      problem(
          "PERMISSIONS_HIDDEN",
          "permissionTemplate",
          "Backoffice does not show the permission page of employee " + one.employeeId() + ".");
    }
    if (transfer.wageRate().isPresent() && one.wages().isEmpty()) {
      problem(
          "WAGES_HIDDEN",
          "wageRate",
          "Backoffice does not show the wages of employee " + one.employeeId() + ".");
    }
    if (transfer.sites().isPresent()
        && one.sites().filter(sites -> !sites.all() && sites.sites().isEmpty()).isPresent()) {
      warn(
          "NO_SITE_NOW",
          "sites",
          "Employee "
              + one.employeeId()
              + " has no site now; Backoffice takes no form that says so, so undoing would need a"
              + " human.");
    }
    if (transfer.permissionTemplate().isPresent()
        && one.permissions().filter(now -> now.actionApprovalAuthority()).isPresent()) {
      warn(
          "AUTHORITY_SWITCH",
          "permissionTemplate",
          "Employee "
              + one.employeeId()
              + " has every permission by one switch; undoing gives each one by itself.");
    }
  }

  private void backoffice(PosUserId posUserId, Optional<NamedAccess> approved) {
    if (transfer.sites().isEmpty()
        && transfer.departments().isEmpty()
        && transfer.permissionTemplate().isEmpty()) {
      return;
    }
    NamesResolved resolved =
        steps.run(
            "resolve access names",
            () ->
                ActivityStubs.accessNames("Backoffice: what the names stand for")
                    .resolve(
                        new AccessNames(
                            posUserId,
                            transfer.sites(),
                            transfer.departments(),
                            transfer.permissionTemplate(),
                            approved)),
            found -> found.problems().isEmpty() ? "all known" : found.problems().size() + " not");
    problems.addAll(resolved.problems());
    warnings.addAll(resolved.warnings());
    names = resolved.access();
  }

  private Optional<StaffNamesResolved> staffApi(Present now) {
    List<String> siteNames = siteNames(now);
    if (transfer.sites().isEmpty() && transfer.permissionTemplate().isEmpty()) {
      return Optional.empty();
    }
    if (now.staffAccess().filter(StaffAccess::admin).isPresent()) {
      problem(
          "STAFF_ADMIN",
          "sites",
          "Staff member "
              + now.staffAccess().get().staffId()
              + " is an administrator, whose access Lanyard does not change. Change it there by"
              + " hand, then retry.");
    }
    StaffNamesResolved resolved =
        steps.run(
            "resolve staff access names",
            () ->
                ActivityStubs.staffNames("staff API: what the names stand for")
                    .resolve(
                        new StaffAccessNames(
                            now.staff().isPresent() ? siteNames : List.of(),
                            transfer.permissionTemplate())),
            found -> found.problems().isEmpty() ? "all known" : found.problems().size() + " not");
    if (now.staff().isEmpty()) {
      if (transfer.permissionTemplate().isPresent() && resolved.givesAccount()) {
        warn(
            "NO_STAFF_ACCOUNT",
            "permissionTemplate",
            "This role has a staff account, and this person has none; a transfer makes none.");
      }
      return Optional.empty();
    }
    if (resolved.givesAccount()) {
      problems.addAll(resolved.problems());
    }
    return Optional.of(resolved);
  }

  /** Of the wanted sites; else, for a member that gets its first access, of those that stay. */
  private List<String> siteNames(Present now) {
    boolean hasAccess = now.staffAccess().filter(StaffAccess::any).isPresent();
    Optional<SiteGrant> sites =
        names
            .sites()
            .or(
                () ->
                    transfer.sites().isEmpty()
                            && transfer.permissionTemplate().isPresent()
                            && !hasAccess
                        ? now.employee().flatMap(EmployeeSnapshot::sites)
                        : Optional.empty());
    return sites.map(SiteGrant::sites).orElse(List.of()).stream().map(SiteRef::name).toList();
  }

  private Target target(Present now, Optional<StaffNamesResolved> staff) {
    Optional<List<Long>> staffSites = Optional.empty();
    Optional<List<String>> staffPermissions = Optional.empty();
    if (staff.isPresent()) {
      boolean hasAccess = now.staffAccess().filter(StaffAccess::any).isPresent();
      if (!staff.get().givesAccount()) {
        staffSites = Optional.of(List.of());
        staffPermissions = Optional.of(List.of());
      } else if (hasAccess || transfer.permissionTemplate().isPresent()) {
        staffPermissions = staff.get().permissions();
        staffSites =
            staff.get().sites().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    staff.get().sites().stream().map(site -> site.id()).sorted().toList());
      } else {
        warn(
            "STAFF_WITHOUT_ACCESS",
            "sites",
            "The staff member has no access, and a transfer of sites alone gives none.");
      }
    }
    return new Target(
        names.sites(),
        names.departments(),
        names.template(),
        Optional.empty(),
        transfer.wageRate(),
        staffSites,
        staffPermissions,
        staff.map(StaffNamesResolved::sites).orElse(List.of()));
  }

  private void problem(String code, String field, String text) {
    problems.add(new Finding(code, field, text));
  }

  private void warn(String code, String field, String text) {
    warnings.add(new Finding(code, field, text));
  }
}

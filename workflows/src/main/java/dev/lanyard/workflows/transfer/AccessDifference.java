package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.alteration.Differences;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffSiteNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be written so that what is there becomes what is wanted, and nothing else. */
record AccessDifference(Present base, Target target) {

  private EmployeeSnapshot employee() {
    return base.employee().orElseThrow();
  }

  Optional<SiteGrant> sites() {
    return target
        .sites()
        .filter(
            wanted ->
                employee().sites().filter(now -> Differences.sameSites(now, wanted)).isEmpty());
  }

  /** None: they are as wanted, or stay. */
  List<DepartmentRef> departments() {
    return Differences.ids(target.departments()).equals(Differences.ids(employee().departments()))
        ? List.of()
        : target.departments();
  }

  boolean changesEmployee() {
    return sites().isPresent() || !departments().isEmpty();
  }

  boolean changesPermissions() {
    return target
        .permissions()
        .filter(wanted -> !base.grants().equals(Optional.of(wanted)))
        .isPresent();
  }

  StaffFields staff() {
    Optional<StaffAccess> now = base.staffAccess();
    if (now.isEmpty()) {
      return StaffFields.NONE;
    }
    return StaffFields.access(
        target.staffSites().filter(ids -> !ids.equals(now.get().siteIds())),
        target
            .staffPermissions()
            .filter(
                codes ->
                    !PermissionCatalogue.effective(codes)
                        .equals(PermissionCatalogue.effective(now.get().permissions()))));
  }

  Optional<BigDecimal> wage() {
    return target
        .wageRate()
        .filter(
            rate ->
                newestWage()
                    .flatMap(WageHistory.WageEntry::hourlyRate)
                    .filter(now -> now.compareTo(rate) == 0)
                    .isEmpty());
  }

  Optional<WageHistory.WageEntry> newestWage() {
    return employee().wages().flatMap(history -> history.entries().stream().findFirst());
  }

  boolean isNone() {
    return !changesEmployee() && !changesPermissions() && staff().isNone() && wage().isEmpty();
  }

  /** All of it, also what stays. */
  ResultingAccess resulting(EmployeeNumber employeeNumber, Optional<LocalDate> from) {
    return new ResultingAccess(
        employeeNumber,
        Optional.of(employee().posUserId()),
        target.sites().or(() -> employee().sites()),
        target.permissions().or(base::grants),
        target.departments().isEmpty() ? employee().departments() : target.departments(),
        target.wageRate(),
        base.staffAccess()
            .map(
                now ->
                    new StaffAccess(
                        now.staffId(),
                        now.admin(),
                        target.staffPermissions().orElse(now.permissions()),
                        target.staffSites().orElse(now.siteIds()))),
        from);
  }

  /** As far as a policy can ask for it. */
  AccessRequest request(EmployeeNumber employeeNumber, Optional<LocalDate> from) {
    Optional<SiteGrant> sites = target.sites().or(() -> employee().sites());
    return new AccessRequest(
        AccessRequest.TRANSFER,
        employeeNumber,
        Optional.of(employee().posUserId()),
        base.staff().map(member -> member.id()),
        target
            .template()
            .map(TemplateRef::name)
            .or(() -> employee().permissions().map(now -> now.template())),
        (target.departments().isEmpty() ? employee().departments() : target.departments())
            .stream().map(DepartmentRef::name).toList(),
        sites.map(SiteGrant::sites).orElse(List.of()).stream().map(SiteRef::name).toList(),
        sites.filter(SiteGrant::all).isPresent(),
        target.wageRate(),
        Optional.empty(),
        Optional.empty(),
        from,
        Optional.empty());
  }

  /** For people: one write a line, what it was and what it becomes. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    sites()
        .ifPresent(
            wanted ->
                lines.add(
                    "Backoffice sites: "
                        + wanted.describe()
                        + " (now "
                        + employee().sites().map(SiteGrant::describe).orElse("unreadable")
                        + ")"));
    if (!departments().isEmpty()) {
      lines.add(
          "Backoffice departments: "
              + names(departments())
              + " (now "
              + names(employee().departments())
              + ")");
    }
    if (changesPermissions()) {
      PermissionGrants wanted = target.permissions().orElseThrow();
      lines.add(
          "Backoffice permissions: "
              + target.template().map(preset -> preset.name() + " ").orElse("as they were before ")
              + "("
              + wanted.grants().size()
              + " granted, "
              + wanted.overrides().size()
              + " with approval; now "
              + employee().permissions().map(now -> now.template()).orElse("not shown")
              + ")");
    }
    staff()
        .siteIds()
        .ifPresent(
            ids ->
                lines.add(
                    "Staff API sites: "
                        + staffSites(ids)
                        + " (now "
                        + staffSites(base.staffAccess().orElseThrow().siteIds())
                        + ")"));
    staff()
        .permissions()
        .ifPresent(
            codes ->
                lines.add(
                    "Staff API permissions: "
                        + words(codes)
                        + " (now "
                        + words(base.staffAccess().orElseThrow().permissions())
                        + ")"));
    wage()
        .ifPresent(
            rate ->
                lines.add(
                    "Wage: "
                        + rate.toPlainString()
                        + " USD an hour (now "
                        + newestWage()
                            .flatMap(WageHistory.WageEntry::hourlyRate)
                            .map(BigDecimal::toPlainString)
                            .orElse("no hourly rate")
                        + "); a wage row cannot be taken back"));
    return List.copyOf(lines);
  }

  private String staffSites(List<Long> ids) {
    return new StaffSiteNames().and(target.staffSiteNames()).and(base.staffSites()).words(ids);
  }

  private static String words(List<String> codes) {
    return codes.isEmpty() ? "none" : String.join(", ", codes);
  }

  private static String names(List<DepartmentRef> departments) {
    return departments.isEmpty()
        ? "none"
        : String.join(", ", departments.stream().map(DepartmentRef::name).toList());
  }

  /** Whether the write to the employee's form only takes, or gives anything. */
  boolean employeeOnlyLoses() {
    return departments().isEmpty()
        && sites().filter(wanted -> within(wanted, employee().sites())).isPresent();
  }

  private static boolean within(SiteGrant wanted, Optional<SiteGrant> now) {
    return !wanted.all()
        && now.filter(has -> has.all() || Differences.ids(has).containsAll(Differences.ids(wanted)))
            .isPresent();
  }

  /** The same of permissions; one that needs an approval from now on is less than before. */
  boolean permissionsOnlyLose() {
    PermissionGrants wanted = target.permissions().orElseThrow();
    return base.grants()
        .filter(now -> now.grants().containsAll(wanted.grants()))
        .filter(
            now ->
                wanted.grants().stream()
                    .filter(id -> now.overrides().contains(id))
                    .allMatch(wanted.overrides()::contains))
        .isPresent();
  }

  /** The same in the staff API. */
  boolean staffOnlyLoses() {
    StaffAccess now = base.staffAccess().orElseThrow();
    StaffFields wish = staff();
    return wish.siteIds().filter(ids -> !now.siteIds().containsAll(ids)).isEmpty()
        && wish.permissions()
            .filter(codes -> !PermissionCatalogue.effective(now.permissions()).containsAll(codes))
            .isEmpty();
  }

  @Override
  public String toString() {
    return "AccessDifference[[redacted]]";
  }
}

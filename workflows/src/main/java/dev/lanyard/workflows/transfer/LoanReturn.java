package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffAccessNames;
import dev.lanyard.workflows.staffapi.StaffNamesResolved;
import dev.lanyard.workflows.staffapi.StaffSiteNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The end of a loan: what the transfer touched, as it was before, and whether it is still ours. */
final class LoanReturn {

  private static final String GREETER = "Greeter";

  private final Transfer loan;
  private final AccessSnapshot before;
  private final boolean ownOnly;

  /**
   * @param ownOnly whether a loan of sites leaves permissions in the staff API alone, and the other
   *     way round; runs from before set both back
   */
  LoanReturn(Transfer loan, AccessSnapshot before, boolean ownOnly) {
    this.loan = loan;
    this.before = before;
    this.ownOnly = ownOnly;
  }

  /** Only what the loan touched; where nothing is known of before, nothing is meant. */
  AccessDifference difference(Present now) {
    Optional<EmployeeSnapshot> then = before.employee();
    boolean staffTouched = loan.sites().isPresent() || loan.permissionTemplate().isPresent();
    Optional<StaffAccess> staff =
        before.staff().filter(access -> staffTouched && now.staff().isPresent());
    return new AccessDifference(
        now,
        new Target(
            then.flatMap(EmployeeSnapshot::sites).filter(sites -> loan.sites().isPresent()),
            loan.departments().isEmpty()
                ? List.of()
                : then.map(EmployeeSnapshot::departments).orElse(List.of()),
            Optional.empty(),
            then.flatMap(EmployeeSnapshot::permissions)
                .filter(permissions -> loan.permissionTemplate().isPresent())
                .map(Present::grants),
            Optional.empty(),
            staff
                .map(StaffAccess::siteIds)
                .filter(ids -> touched(loan.sites().isPresent(), ids, now, StaffAccess::siteIds)),
            staff
                .map(StaffAccess::permissions)
                .filter(
                    codes ->
                        touched(
                            loan.permissionTemplate().isPresent(),
                            codes,
                            now,
                            StaffAccess::permissions)),
            before.staffSites()));
  }

  /** A template with an account instead of one without touches the other half too. */
  private <T> boolean touched(
      boolean lent, List<T> then, Present now, Function<StaffAccess, List<T>> part) {
    boolean there = now.staffAccess().map(part).filter(list -> !list.isEmpty()).isPresent();
    return !ownOnly || lent || then.isEmpty() == there;
  }

  /**
   * What is neither as the loan left it nor as it was before: somebody changed it since. By names,
   * as the loan was asked for.
   */
  List<String> changedSince(Present now, AttendedSteps steps) {
    List<String> found = new ArrayList<>();
    EmployeeSnapshot employee = now.employee().orElseThrow();
    AccessDifference back = difference(now);
    back.sites()
        .filter(wanted -> !asLent(employee.sites()))
        .ifPresent(
            wanted ->
                found.add(
                    "Backoffice sites: found "
                        + employee.sites().map(SiteGrant::describe).orElse("unreadable")
                        + "; the loan gave "
                        + words()
                        + "; before it "
                        + wanted.describe()));
    if (!back.departments().isEmpty() && !departmentsAsLent(employee.departments())) {
      found.add(
          "Backoffice departments: found "
              + employee.departments().stream().map(DepartmentRef::name).toList()
              + "; the loan gave "
              + loan.departments());
    }
    if (back.changesPermissions() && !templateAsLent(employee.permissions())) {
      found.add(
          "Backoffice permissions: found "
              + employee.permissions().map(PermissionState::template).orElse("not shown")
              + "; the loan gave "
              + loan.permissionTemplate().orElseThrow());
    }
    if (!back.staff().isNone()) {
      staff(now, steps, back, found);
    }
    return found;
  }

  private String words() {
    return loan.sites().orElseThrow().all()
        ? "all sites"
        : String.join(", ", loan.sites().orElseThrow().names());
  }

  private boolean asLent(Optional<SiteGrant> now) {
    return now.filter(
            grant ->
                loan.sites().orElseThrow().all()
                    ? grant.all()
                    : !grant.all()
                        && Set.copyOf(loan.sites().get().names())
                            .equals(Set.copyOf(grant.sites().stream().map(SiteRef::name).toList())))
        .isPresent();
  }

  /** The worker's policy may have added Greeter to them. */
  private boolean departmentsAsLent(List<DepartmentRef> now) {
    List<String> names = new ArrayList<>(now.stream().map(DepartmentRef::name).toList());
    if (!loan.departments().contains(GREETER)) {
      names.remove(GREETER);
    }
    return Set.copyOf(names).equals(Set.copyOf(loan.departments()));
  }

  private boolean templateAsLent(Optional<PermissionState> now) {
    String lent = loan.permissionTemplate().orElseThrow();
    return now.stream()
        .flatMap(state -> state.sameGrants().stream())
        .anyMatch(match -> match.name().equals(lent) && match.sameOverrides());
  }

  private void staff(Present now, AttendedSteps steps, AccessDifference back, List<String> found) {
    StaffAccess access = now.staffAccess().orElseThrow();
    List<String> siteNames =
        loan.sites().isEmpty()
            ? List.of()
            : now
                .employee()
                .flatMap(EmployeeSnapshot::sites)
                .map(SiteGrant::sites)
                .orElse(List.of())
                .stream()
                .map(SiteRef::name)
                .toList();
    StaffNamesResolved lent =
        steps.run(
            "resolve staff access names",
            () ->
                ActivityStubs.staffNames("staff API: what the loan gave")
                    .resolve(new StaffAccessNames(siteNames, loan.permissionTemplate())),
            resolved -> "compared");
    boolean noAccount = !lent.givesAccount() && !access.any();
    List<Long> sites = lent.sites().stream().map(site -> site.id()).sorted().toList();
    boolean sitesDiffer =
        back.staff().siteIds().isPresent()
            && !(noAccount || loan.sites().isEmpty() || access.siteIds().equals(sites));
    boolean permissionsDiffer =
        back.staff().permissions().isPresent()
            && !(noAccount
                || lent.permissions()
                    .filter(
                        codes ->
                            PermissionCatalogue.effective(codes)
                                .equals(PermissionCatalogue.effective(access.permissions())))
                    .isPresent());
    if (sitesDiffer) {
      StaffSiteNames names = new StaffSiteNames().and(now.staffSites()).and(lent.sites());
      found.add(
          "Staff API sites: found "
              + names.words(access.siteIds())
              + "; the loan gave "
              + names.words(sites));
    }
    if (permissionsDiffer) {
      found.add(
          "Staff API permissions: found "
              + access.permissions()
              + "; the loan gave "
              + lent.permissions().map(Object::toString).orElse("none"));
    }
  }
}

package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.StaffHalf;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes one difference, step by step, and knows how to make exactly what was there before. A loan
 * that ends has no way back: then nothing is registered.
 */
final class AccessWriting {

  private final AlterationRun run;
  private final EmployeeNumber employeeNumber;
  private final AccessDifference difference;
  private final AttendedSteps steps;
  private final Optional<AttendedSteps> undoing;
  private final EmployeeSnapshot employee;

  /**
   * @param undoing empty: forward only
   */
  AccessWriting(
      AlterationRun run,
      EmployeeNumber employeeNumber,
      AccessDifference difference,
      AttendedSteps steps,
      Optional<AttendedSteps> undoing) {
    this.run = run;
    this.employeeNumber = employeeNumber;
    this.difference = difference;
    this.steps = steps;
    this.undoing = undoing;
    this.employee = difference.base().employee().orElseThrow();
  }

  private record Step(boolean onlyTakes, Runnable act) {}

  /**
   * Sites, permissions and the staff member.
   *
   * @param order of {@link AlterationPlan}
   */
  void writeAccess(String order) {
    List<Step> wanted = new ArrayList<>();
    if (difference.changesEmployee()) {
      wanted.add(new Step(difference.employeeOnlyLoses(), this::changeEmployee));
    }
    if (difference.changesPermissions()) {
      wanted.add(new Step(difference.permissionsOnlyLose(), this::setPermissions));
    }
    if (!difference.staff().isNone()) {
      wanted.add(new Step(difference.staffOnlyLoses(), this::changeStaffMember));
    }
    Comparator<Step> takingLast = Comparator.comparing(Step::onlyTakes);
    wanted.sort(order.equals(AlterationPlan.OLD_BEFORE_NEW) ? takingLast.reversed() : takingLast);
    wanted.forEach(step -> step.act().run());
  }

  private void changeEmployee() {
    EmployeeFields now = access(employee.departments(), employee.sites());
    EmployeeFields wanted = access(difference.departments(), difference.sites());
    EmployeeFields after =
        access(
            wanted.departments().isEmpty() ? now.departments() : wanted.departments(),
            wanted.sites().or(now::sites));
    EmployeeFields asItWas =
        access(
            wanted.departments().isEmpty() ? List.of() : now.departments(),
            wanted.sites().flatMap(sites -> now.sites()));
    undoing.ifPresent(
        undo ->
            run.compensations().beforeActing(() -> changeEmployee(after, asItWas, undo, "undo")));
    changeEmployee(now, wanted, steps, employee.posUserId().toString());
  }

  private static EmployeeFields access(List<DepartmentRef> departments, Optional<SiteGrant> sites) {
    return new EmployeeFields(
        null, null, null, null, null, departments, sites, null, null, null, null);
  }

  private void changeEmployee(
      EmployeeFields from, EmployeeFields to, AttendedSteps attended, String summary) {
    attended.run(
        "change employee",
        () ->
            ActivityStubs.employeeChanges(summary)
                .changeEmployee(
                    new ChangeEmployee(
                        employeeNumber,
                        employee.employeeId(),
                        employee.posUserId(),
                        employee.active(),
                        from,
                        to)),
        changed ->
            changed.rosterSites().isEmpty()
                ? "read back"
                : "roster shows " + String.join(", ", changed.rosterSites()));
  }

  private void setPermissions() {
    PermissionGrants now = difference.base().grants().orElseThrow();
    PermissionGrants wanted = difference.target().permissions().orElseThrow();
    Optional<TemplateRef> template = difference.target().template();
    undoing.ifPresent(
        undo ->
            run.compensations()
                .beforeActing(
                    () -> setPermissions(wanted, Optional.empty(), Optional.of(now), undo)));
    setPermissions(now, template, difference.target().single(), steps);
  }

  private void setPermissions(
      PermissionGrants from,
      Optional<TemplateRef> template,
      Optional<PermissionGrants> single,
      AttendedSteps attended) {
    attended.run(
        "set permissions",
        () ->
            ActivityStubs.employeeChanges(
                    template.map(TemplateRef::name).orElse("exactly as they were"))
                .setPermissions(
                    new SetPermissions(
                        employee.employeeId(),
                        employee.posUserId(),
                        employee.active(),
                        from,
                        template,
                        single)),
        set -> "roster shows " + set.rosterAccess());
  }

  private void changeStaffMember() {
    StaffMemberView member = difference.base().staff().orElseThrow();
    StaffHalf half = new StaffHalf(employeeNumber, member, difference.staff());
    undoing.ifPresent(undo -> run.compensations().beforeActing(() -> half.restore(undo)));
    half.apply(steps, "staff member " + member.id());
  }

  /**
   * Last of all, once everything else is read back: a wage row cannot be taken back, so nothing may
   * fail after it.
   */
  void recordWage(LocalDate from) {
    if (difference.wage().isEmpty()) {
      return;
    }
    undoing.ifPresent(undo -> run.compensations().beforeActing(() -> tellIfWageStands(undo)));
    steps.run(
        "record wage",
        () ->
            ActivityStubs.employeeChanges("from " + from)
                .recordWage(
                    new RecordWage(
                        employee.employeeId(),
                        employee.posUserId(),
                        employee.active(),
                        difference.newestWage().map(AccessWriting::row),
                        difference.wage(),
                        Optional.empty(),
                        Optional.empty(),
                        from,
                        true)),
        recorded -> {
          if (recorded.moved()) {
            run.progress()
                .warn(
                    new Finding(
                        "WAGE_MOVED",
                        "wageRate",
                        "The wage counts from "
                            + recorded.newest().effective()
                            + ": Backoffice takes no earlier day."));
          }
          return "from " + recorded.newest().effective();
        });
  }

  /** Withdrawn while it was being recorded: the rest goes back, and this is said. */
  private void tellIfWageStands(AttendedSteps undo) {
    undo.run(
        "look for the wage",
        () ->
            ActivityStubs.backofficeReading("undo")
                .readEmployee(
                    new EmployeeQuestion(
                        Optional.of(employee.posUserId()), Optional.of(employee.employeeId()))),
        answer -> {
          Optional<WageHistory.WageEntry> newest =
              answer
                  .employee()
                  .flatMap(EmployeeSnapshot::wages)
                  .flatMap(history -> history.entries().stream().findFirst());
          boolean none =
              newest
                  .map(WageHistory.WageEntry::effectiveDate)
                  .equals(difference.newestWage().map(WageHistory.WageEntry::effectiveDate));
          if (!none) {
            run.progress()
                .warn(
                    new Finding(
                        "WAGE_STANDS",
                        "wageRate",
                        "The new wage was recorded from "
                            + newest.map(row -> row.effectiveDate().toString()).orElse("?")
                            + " and cannot be taken back; record the former one in Backoffice by"
                            + " hand."));
          }
          return none ? "none was recorded" : "it stands";
        });
  }

  private static Wage row(WageHistory.WageEntry entry) {
    return new Wage(
        entry.hourlyRate(),
        entry.salary(),
        entry.overtimeEligible(),
        entry.overtimeRate(),
        entry.effectiveDate(),
        entry.endDate());
  }
}

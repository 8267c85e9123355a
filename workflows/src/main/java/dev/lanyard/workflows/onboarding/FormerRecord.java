package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.Overtime;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import java.util.List;
import java.util.Optional;

/**
 * A disabled record of the same person is made active again: exactly the new access, a new PIN and
 * a new wage row, nothing of the old. Active last, since what the record has comes back with it.
 */
final class FormerRecord {

  private final EmployeeNumber employeeNumber;

  FormerRecord(EmployeeNumber employeeNumber) {
    this.employeeNumber = employeeNumber;
  }

  /**
   * @param posUserId that the record has now
   */
  void reactivate(
      int employeeId,
      PosUserId posUserId,
      BackofficePlan plan,
      SealedPin pin,
      AttendedSteps steps) {
    EmployeeSnapshot found = read(employeeId, steps);
    steps.run(
        "set permissions",
        () ->
            ActivityStubs.employeeChanges(
                    "employee " + employeeId + ": " + plan.target().template().name())
                .setPermissions(
                    new SetPermissions(
                        employeeId,
                        posUserId,
                        false,
                        grants(found),
                        Optional.of(plan.target().template()),
                        Optional.empty())),
        set -> plan.target().template().name() + ", before it is active");
    recordWage(employeeId, plan, false, steps);
    steps.run(
        "reactivate employee",
        () ->
            ActivityStubs.employeeChanges("employee " + employeeId)
                .reactivateEmployee(
                    new ReactivateEmployee(
                        employeeNumber,
                        employeeId,
                        posUserId,
                        EmployeeFields.of(found),
                        EmployeeFields.of(plan)
                            .with(
                                Optional.of(plan.posUserId()).filter(id -> !id.equals(posUserId))),
                        pin)),
        reactivated -> "employee " + employeeId + " is active again, with a new PIN");
  }

  /** A row that begins with the start date; nobody may move it to another day unseen. */
  void recordWage(int employeeId, BackofficePlan plan, boolean active, AttendedSteps steps) {
    EmployeeSnapshot found = read(employeeId, steps);
    Optional<Wage> newest = newest(found);
    steps.run(
        "record wage",
        () ->
            ActivityStubs.employeeChanges("employee " + employeeId)
                .recordWage(
                    new RecordWage(
                        employeeId,
                        found.posUserId(),
                        active,
                        newest,
                        Optional.of(plan.wageRate()),
                        Optional.empty(),
                        Optional.of(overtime(plan)),
                        plan.startDate(),
                        false)),
        recorded -> "from " + plan.startDate());
  }

  /** Whether the wage row of one plan is also that of the other. */
  boolean samePay(BackofficePlan one, BackofficePlan other) {
    return one.wageRate().compareTo(other.wageRate()) == 0
        && one.overtimeRate().compareTo(other.overtimeRate()) == 0
        && one.noOvertime() == other.noOvertime();
  }

  private EmployeeSnapshot read(int employeeId, AttendedSteps steps) {
    EmployeeAnswer answer =
        steps.run(
            "read employee",
            () ->
                ActivityStubs.backofficeReading("employee " + employeeId)
                    .readEmployee(new EmployeeQuestion(Optional.empty(), Optional.of(employeeId))),
            found ->
                found
                    .employee()
                    .map(one -> one.active() ? "active" : "inactive")
                    .orElse("not found"));
    return answer
        .employee()
        .orElseThrow(() -> new IllegalStateException("by its number it is found, or it fails"));
  }

  private static PermissionGrants grants(EmployeeSnapshot found) {
    return found
        .permissions()
        .map(state -> new PermissionGrants(ids(state.granted()), ids(state.overrides())))
        .orElseGet(() -> new PermissionGrants(List.of(), List.of()));
  }

  private static List<Integer> ids(List<PermissionRef> permissions) {
    return permissions.stream().map(PermissionRef::id).toList();
  }

  private static Optional<Wage> newest(EmployeeSnapshot found) {
    return found
        .wages()
        .flatMap(history -> history.entries().stream().findFirst())
        .map(
            row ->
                new Wage(
                    row.hourlyRate(),
                    row.salary(),
                    row.overtimeEligible(),
                    row.overtimeRate(),
                    row.effectiveDate(),
                    row.endDate()));
  }

  private static Overtime overtime(BackofficePlan plan) {
    return plan.noOvertime()
        ? new Overtime(false, Optional.empty())
        : new Overtime(true, Optional.of(plan.overtimeRate()));
  }
}

package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.EmployeeDisabled;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import dev.lanyard.workflows.saga.Compensations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Backoffice's half of a grant: one record, whatever plans it goes through on its way. */
final class BackofficeGrant {

  private final EmployeeNumber employeeNumber;
  private final Compensations compensations;
  private final FormerRecord formerRecord;
  private AttendedSteps undoing;
  private Optional<Integer> employeeId = Optional.empty();
  private Optional<BackofficePlan> written = Optional.empty();

  /** Every one of which a form may have been sent, the newest first. */
  private final List<BackofficePlan> plans = new ArrayList<>();

  private Novelty novelty = new Novelty(false);

  /** The record is active, as far as this run knows. */
  private boolean active;

  BackofficeGrant(EmployeeNumber employeeNumber, Compensations compensations) {
    this.employeeNumber = employeeNumber;
    this.compensations = compensations;
    this.formerRecord = new FormerRecord(employeeNumber);
  }

  void carryOut(BackofficePlan plan, SealedPin pin, AttendedSteps steps, AttendedSteps toUndo) {
    undoing = toUndo;
    Optional<BackofficePlan> sent = written.filter(earlier -> !earlier.equals(plan));
    if (sent.isPresent() && employeeId.isEmpty()) {
      settleEarlier(sent.get(), pin, steps);
    }
    if (plans.isEmpty()) {
      compensations.beforeActing(() -> disable(pin));
    }
    if (!plans.contains(plan)) {
      plans.add(0, plan);
    }
    if (employeeId.isPresent() && active) {
      sent.ifPresent(earlier -> adjust(earlier, plan, steps));
    } else if (employeeId.or(plan.target()::formerEmployee).isPresent()) {
      int record = employeeId.or(plan.target()::formerEmployee).get();
      employeeId = Optional.of(record);
      formerRecord.reactivate(record, written.orElse(plan).posUserId(), plan, pin, steps);
      active = true;
    } else {
      written = Optional.of(plan);
      create(plan, pin, steps);
    }
    written = Optional.of(plan);
    assignSites(plan, pin, steps);
    grantTemplate(plan, steps);
  }

  private void create(BackofficePlan plan, SealedPin pin, AttendedSteps steps) {
    String who = plan.firstName() + " " + plan.lastName();
    EmployeeCreated employee =
        steps.run(
            "create employee",
            () ->
                ActivityStubs.backoffice(who + ", POS user ID " + plan.posUserId())
                    .createEmployee(new CreateEmployee(employeeNumber, plan, pin)),
            created ->
                "employee "
                    + created.employeeId()
                    + (created.adopted() ? ", found from an earlier attempt" : ""));
    employeeId = Optional.of(employee.employeeId());
    active = true;
    novelty = new Novelty(!employee.adopted());
  }

  /** A form whose answer nobody saw, for a hire that is another one by now. */
  private void settleEarlier(BackofficePlan earlier, SealedPin pin, AttendedSteps steps) {
    EmployeeDisabled found =
        steps.run(
            "look for an earlier create",
            () ->
                ActivityStubs.backoffice("POS user ID " + earlier.posUserId())
                    .disableEmployee(ours(earlier, pin, true)),
            settled ->
                settled
                    .employeeId()
                    .map(id -> "employee " + id + " had been created; it is used")
                    .orElse("nothing was created"));
    employeeId = found.employeeId();
    active = false;
  }

  private void adjust(BackofficePlan earlier, BackofficePlan plan, AttendedSteps steps) {
    EmployeeFields before = EmployeeFields.of(earlier);
    EmployeeFields wanted = EmployeeFields.of(plan).with(moved(earlier, plan));
    if (!before.equals(wanted)) {
      steps.run(
          "change employee",
          () ->
              ActivityStubs.employeeChanges("employee " + employeeId.get())
                  .changeEmployee(
                      new ChangeEmployee(
                          employeeNumber,
                          employeeId.get(),
                          earlier.posUserId(),
                          true,
                          before,
                          wanted)),
          changed -> changed.written() ? "as amended" : "was so already");
    }
    if (!formerRecord.samePay(earlier, plan)) {
      formerRecord.recordWage(employeeId.get(), plan, true, steps);
    }
  }

  private static Optional<PosUserId> moved(BackofficePlan earlier, BackofficePlan plan) {
    return Optional.of(plan.posUserId()).filter(id -> !id.equals(earlier.posUserId()));
  }

  private void assignSites(BackofficePlan plan, SealedPin pin, AttendedSteps steps) {
    steps.run(
        "assign sites",
        () ->
            ActivityStubs.backoffice(
                    plan.firstName()
                        + " "
                        + plan.lastName()
                        + ": "
                        + plan.target().sites().describe())
                .assignSites(new AssignSites(employeeNumber, employeeId.get(), plan, pin)),
        assigned -> "roster shows " + String.join(", ", assigned.rosterSites()));
  }

  private void grantTemplate(BackofficePlan plan, AttendedSteps steps) {
    steps.run(
        "grant permission template",
        () ->
            ActivityStubs.backoffice(
                    plan.firstName()
                        + " "
                        + plan.lastName()
                        + ": "
                        + plan.target().template().name())
                .grantPermissionTemplate(
                    new GrantTemplate(employeeId.get(), plan, novelty.stillNew())),
        granted -> "roster shows " + granted.rosterAccess());
  }

  /**
   * Whichever of the forms that were sent came last to rest. A record that fits none of them, and
   * that is known to be this run's, is closed all the same, or parks.
   */
  private void disable(SealedPin pin) {
    boolean found = false;
    for (BackofficePlan plan : plans) {
      found = found || disable(plan, former(plan) ? byNumber(plan) : ours(plan, pin, mayAppear()));
    }
    if (!found && plans.size() > 1 && employeeId.isPresent()) {
      found = disable(plans.get(0), byNumber(plans.get(0)));
    }
  }

  private boolean mayAppear() {
    return employeeId.isEmpty();
  }

  private static boolean former(BackofficePlan plan) {
    return plan.target().formerEmployee().isPresent();
  }

  private boolean disable(BackofficePlan plan, DisableEmployee request) {
    EmployeeDisabled done =
        undoing.run(
            "disable employee",
            () ->
                ActivityStubs.backoffice("undo: POS user ID " + plan.posUserId())
                    .disableEmployee(request),
            disabled -> {
              employeeId = employeeId.or(disabled::employeeId);
              return disabled
                  .employeeId()
                  .map(id -> "employee " + id + " is inactive")
                  .orElse("there is none");
            });
    return done.employeeId().isPresent();
  }

  private DisableEmployee byNumber(BackofficePlan plan) {
    return new DisableEmployee(
        employeeNumber,
        plan.posUserId(),
        plan.target().formerEmployee().or(() -> employeeId),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private DisableEmployee ours(BackofficePlan plan, SealedPin pin, boolean mayStillAppear) {
    return new DisableEmployee(
        employeeNumber,
        plan.posUserId(),
        employeeId,
        Optional.empty(),
        Optional.of(new DisableEmployee.Creation(plan, pin)),
        mayStillAppear);
  }

  /** Whether the record is active, as far as this run knows. */
  boolean active() {
    return active;
  }

  Optional<Integer> employeeId() {
    return employeeId;
  }
}

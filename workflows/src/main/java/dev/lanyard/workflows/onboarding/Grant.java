package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinHandover;
import dev.lanyard.workflows.pin.SealedPin;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Compensations;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberVerified;
import dev.lanyard.workflows.staffapi.StaffPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries out one approved plan in both systems, and knows how to undo as much as was begun. */
final class Grant {

  private final EmployeeNumber employeeNumber;
  private final Progress progress;
  private final Function<String, AttendedSteps> attended;
  private final Compensations compensations = new Compensations();
  private AttendedSteps undoing;
  private AccessPlan plan;
  private SealedPin pin;
  private Optional<Integer> employeeId = Optional.empty();
  private Optional<Long> staffId = Optional.empty();
  private boolean complete;

  /**
   * @param undoing from the group that is asked when a compensation is parked to the steps that ask
   *     it
   */
  Grant(EmployeeNumber employeeNumber, Progress progress, Function<String, AttendedSteps> undoing) {
    this.employeeNumber = employeeNumber;
    this.progress = progress;
    this.attended = undoing;
  }

  void carryOut(AccessPlan approved, Hire hire, ProcessPolicy policy, AttendedSteps steps) {
    plan = approved;
    undoing = attended.apply(policy.operators());
    pin =
        steps.run(
            "capture PIN",
            () -> ActivityStubs.pins().capture(new CapturePin(employeeNumber, hire.pin())),
            captured -> "sealed");
    inBackoffice(steps);
    plan.staffApi().ifPresent(staff -> inStaffApi(staff, steps));
    progress.stage(Stages.VERIFYING);
    verify(steps);
    compensations.beforeActing(() -> PinHandover.close(employeeNumber, "the hire was undone"));
    PinHandover.open(employeeNumber, pin, policy);
    complete = true;
  }

  private void inBackoffice(AttendedSteps steps) {
    BackofficePlan backoffice = plan.backoffice();
    String who = backoffice.firstName() + " " + backoffice.lastName();
    compensations.beforeActing(this::disableEmployee);
    EmployeeCreated employee =
        steps.run(
            "create employee",
            () ->
                ActivityStubs.backoffice(who + ", POS user ID " + backoffice.posUserId())
                    .createEmployee(new CreateEmployee(employeeNumber, backoffice, pin)),
            created ->
                "employee "
                    + created.employeeId()
                    + (created.adopted() ? ", found from an earlier attempt" : ""));
    employeeId = Optional.of(employee.employeeId());
    Novelty novelty = new Novelty(!employee.adopted());
    steps.run(
        "assign sites",
        () ->
            ActivityStubs.backoffice(who + ": " + backoffice.target().sites().describe())
                .assignSites(new AssignSites(employeeNumber, employeeId.get(), backoffice, pin)),
        assigned -> "roster shows " + String.join(", ", assigned.rosterSites()));
    steps.run(
        "grant permission template",
        () ->
            ActivityStubs.backoffice(who + ": " + backoffice.target().template().name())
                .grantPermissionTemplate(
                    new GrantTemplate(employeeId.get(), backoffice, novelty.stillNew())),
        granted -> "roster shows " + granted.rosterAccess());
  }

  private void inStaffApi(StaffPlan staff, AttendedSteps steps) {
    String who = staff.firstName() + " " + staff.lastName();
    compensations.beforeActing(this::revokeStaffMember);
    staffId =
        Optional.of(
            steps
                .run(
                    "create staff member",
                    () ->
                        ActivityStubs.staffApi(who)
                            .createStaffMember(new CreateStaffMember(employeeNumber, staff)),
                    created ->
                        "staff member "
                            + created.staffId()
                            + (created.adopted()
                                ? ", found from an earlier attempt, which sent the invitation"
                                : "; an invitation was sent"))
                .staffId());
    steps.run(
        "assign staff sites",
        () ->
            ActivityStubs.staffApi(who)
                .assignStaffSites(new AssignStaffSites(employeeNumber, staffId.get(), staff)),
        assigned ->
            "sites "
                + assigned.siteIds().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")));
  }

  private void verify(AttendedSteps steps) {
    steps.run(
        "verify (Backoffice)",
        () ->
            ActivityStubs.backoffice("Backoffice")
                .verify(
                    new ExpectedEmployee(
                        employeeId.get(),
                        plan.backoffice().posUserId(),
                        Optional.of(plan.backoffice()),
                        Optional.of(pin),
                        Optional.of(employeeNumber))),
        verified -> "as planned");
    plan.staffApi()
        .ifPresent(
            staff ->
                steps.run(
                    "verify (staff API)",
                    () ->
                        ActivityStubs.staffApi("staff API")
                            .verify(
                                new ExpectedStaffMember(
                                    employeeNumber, staffId.get(), Optional.of(staff))),
                    Grant::asPlanned));
  }

  private static String asPlanned(StaffMemberVerified verified) {
    return verified.removedDoubles().isEmpty()
        ? "as planned"
        : "as planned; made twice by a late answer and deleted: staff member "
            + verified.removedDoubles().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "))
            + "; the second invitation cannot be taken back";
  }

  private void disableEmployee() {
    undoing.run(
        "disable employee",
        () ->
            ActivityStubs.backoffice("undo: POS user ID " + plan.backoffice().posUserId())
                .disableEmployee(
                    new DisableEmployee(
                        employeeNumber,
                        plan.backoffice().posUserId(),
                        employeeId,
                        Optional.empty(),
                        Optional.of(new DisableEmployee.Creation(plan.backoffice(), pin)),
                        employeeId.isEmpty())),
        disabled -> {
          employeeId = employeeId.or(disabled::employeeId);
          return disabled
              .employeeId()
              .map(id -> "employee " + id + " is inactive")
              .orElse("there is none");
        });
  }

  private void revokeStaffMember() {
    undoing.run(
        "revoke staff member",
        () ->
            ActivityStubs.staffApi("undo")
                .revokeStaffMember(
                    new RevokeStaffMember(employeeNumber, staffId, staffId.isEmpty(), true)),
        revoked -> {
          staffId = staffId.or(revoked::staffId);
          return revoked
              .staffId()
              .map(
                  id ->
                      "staff member "
                          + id
                          + " has no access; the invitation that was sent cannot be taken back")
              .orElse("there is none");
        });
  }

  void undo() {
    compensations.run();
  }

  boolean wroteNothing() {
    return compensations.isEmpty();
  }

  boolean isComplete() {
    return complete;
  }

  OnboardingResult result(
      String outcome, PosUserId posUserId, List<String> warnings, String reason) {
    Optional<BackofficePlan> planned = Optional.ofNullable(plan).map(AccessPlan::backoffice);
    return new OnboardingResult(
        outcome,
        posUserId,
        employeeId,
        staffId,
        planned.map(backoffice -> backoffice.target().wageSite().name()),
        planned
            .map(b -> b.target().sites().sites().stream().map(site -> site.name()).toList())
            .orElse(List.of()),
        warnings,
        reason);
  }
}

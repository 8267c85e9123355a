package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.BegunGrant;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinHandover;
import dev.lanyard.workflows.pin.SealedPin;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Compensations;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberVerified;
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
  private final BackofficeGrant backoffice;
  private final StaffGrant staffApi;
  private AccessPlan plan;
  private SealedPin pin;
  private boolean complete;

  /**
   * @param undoing from the group that is asked when a compensation is parked to the steps that ask
   *     it
   */
  Grant(EmployeeNumber employeeNumber, Progress progress, Function<String, AttendedSteps> undoing) {
    this.employeeNumber = employeeNumber;
    this.progress = progress;
    this.attended = undoing;
    this.backoffice = new BackofficeGrant(employeeNumber, compensations);
    this.staffApi = new StaffGrant(employeeNumber, compensations);
  }

  /** May be called again with another plan, when an amendment stopped it in the middle. */
  void carryOut(AccessPlan approved, Hire hire, ProcessPolicy policy, AttendedSteps steps) {
    plan = approved;
    AttendedSteps undoing = attended.apply(policy.operators());
    if (pin == null) {
      pin =
          steps.run(
              "capture PIN",
              () -> ActivityStubs.pins().capture(new CapturePin(employeeNumber, hire.pin())),
              captured -> "sealed");
    }
    backoffice.carryOut(plan.backoffice(), pin, steps, undoing);
    plan.staffApi().ifPresent(staff -> staffApi.carryOut(staff, steps, undoing));
    progress.stage(Stages.VERIFYING);
    verify(steps);
    compensations.beforeActing(() -> PinHandover.close(employeeNumber, "the hire was undone"));
    PinHandover.open(employeeNumber, pin, policy);
    complete = true;
  }

  private void verify(AttendedSteps steps) {
    steps.run(
        "verify (Backoffice)",
        () ->
            ActivityStubs.backoffice("Backoffice")
                .verify(
                    new ExpectedEmployee(
                        backoffice.employeeId().get(),
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
                                    employeeNumber, staffApi.staffId().get(), Optional.of(staff))),
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

  void undo() {
    compensations.run();
  }

  /** What was written so far, as far as this run knows. */
  BegunGrant begun() {
    return new BegunGrant(backoffice.employeeId(), backoffice.active(), staffApi.staffId());
  }

  /** The record that this run made, as far as it knows. */
  Optional<Integer> ownEmployee() {
    return backoffice.employeeId();
  }

  /** The staff member that this run made, as far as it knows. */
  Optional<Long> ownStaffMember() {
    return staffApi.staffId();
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
        backoffice.employeeId(),
        staffApi.staffId(),
        planned.map(one -> one.target().wageSite().name()),
        planned
            .map(b -> b.target().sites().sites().stream().map(site -> site.name()).toList())
            .orElse(List.of()),
        warnings,
        reason);
  }
}

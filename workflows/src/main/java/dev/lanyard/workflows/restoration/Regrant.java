package dev.lanyard.workflows.restoration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinHandover;
import dev.lanyard.workflows.pin.SealedPin;
import dev.lanyard.workflows.staffapi.RestoreStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import java.util.Optional;

/** Gives one snapshot back, and takes all of it again if that does not succeed. */
final class Regrant {

  private final EmployeeNumber employeeNumber;
  private final AlterationRun run;
  private final ProcessPolicy policy;
  private final AttendedSteps steps;
  private Optional<SealedPin> pin = Optional.empty();

  Regrant(
      EmployeeNumber employeeNumber, AlterationRun run, ProcessPolicy policy, AttendedSteps steps) {
    this.employeeNumber = employeeNumber;
    this.run = run;
    this.policy = policy;
    this.steps = steps;
  }

  /** The permissions come back with the record (section 8.4), so they are set before. */
  void inBackoffice(EmployeeSnapshot then, EmployeeSnapshot now) {
    pin =
        Optional.of(
            steps.run(
                "capture PIN",
                () ->
                    ActivityStubs.pins().capture(new CapturePin(employeeNumber, Optional.empty())),
                captured -> "sealed"));
    run.compensations().beforeActing(() -> disable(then));
    steps.run(
        "set permissions",
        () ->
            ActivityStubs.employeeChanges("exactly as they were")
                .setPermissions(
                    new SetPermissions(
                        then.employeeId(),
                        then.posUserId(),
                        false,
                        Present.grants(now.permissions().orElseThrow()),
                        Optional.empty(),
                        then.permissions().map(Present::grants))),
        set -> "roster shows " + set.rosterAccess());
    steps.run(
        "reactivate employee",
        () ->
            ActivityStubs.employeeChanges(then.posUserId().toString())
                .reactivateEmployee(
                    new ReactivateEmployee(
                        employeeNumber,
                        then.employeeId(),
                        then.posUserId(),
                        fields(now),
                        fields(then),
                        pin.orElseThrow())),
        done -> "roster shows " + String.join(", ", done.rosterSites()));
  }

  private static EmployeeFields fields(EmployeeSnapshot snapshot) {
    StoredProfile profile = snapshot.profile();
    return new EmployeeFields(
        Optional.of(profile.firstName()),
        Optional.of(profile.lastName()),
        Optional.of(profile.phone()),
        Optional.of(profile.email()),
        profile.startDate(),
        snapshot.departments(),
        snapshot.sites(),
        profile.emergencyContactName(),
        profile.emergencyContactPhone(),
        Optional.empty(),
        Optional.empty());
  }

  private void disable(EmployeeSnapshot then) {
    run.asking()
        .undoing(policy)
        .run(
            "disable employee",
            () ->
                ActivityStubs.backoffice("undo: POS user ID " + then.posUserId())
                    .disableEmployee(
                        new DisableEmployee(
                            employeeNumber,
                            then.posUserId(),
                            Optional.of(then.employeeId()),
                            Optional.empty(),
                            Optional.empty(),
                            false)),
            disabled -> "employee " + then.employeeId() + " is inactive");
  }

  void inStaffApi(StaffAccess access) {
    run.compensations().beforeActing(() -> revoke(access));
    steps.run(
        "restore staff member",
        () ->
            ActivityStubs.staffApi("exactly as it was")
                .restoreStaffMember(new RestoreStaffMember(employeeNumber, access)),
        restored -> "staff member " + restored.staffId() + " is read back");
  }

  private void revoke(StaffAccess access) {
    run.asking()
        .undoing(policy)
        .run(
            "revoke staff member",
            () ->
                ActivityStubs.staffApi("undo")
                    .revokeStaffMember(
                        new RevokeStaffMember(
                            employeeNumber, Optional.of(access.staffId()), false)),
            revoked -> "staff member " + access.staffId() + " has no access");
  }

  /** Last: until everything is proven, nobody gets the PIN. */
  void handPinOver() {
    pin.ifPresent(
        captured -> {
          run.compensations()
              .beforeActing(() -> PinHandover.close(employeeNumber, "it was undone again"));
          PinHandover.open(employeeNumber, captured, policy);
        });
  }
}

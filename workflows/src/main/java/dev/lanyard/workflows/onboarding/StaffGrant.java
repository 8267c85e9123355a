package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.saga.Compensations;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffPlan;
import java.util.Optional;
import java.util.stream.Collectors;

/** The staff API's half of a grant: one member, whatever plans it goes through on its way. */
final class StaffGrant {

  private final EmployeeNumber employeeNumber;
  private final Compensations compensations;
  private AttendedSteps undoing;
  private Optional<Long> staffId = Optional.empty();
  private Optional<StaffPlan> written = Optional.empty();

  StaffGrant(EmployeeNumber employeeNumber, Compensations compensations) {
    this.employeeNumber = employeeNumber;
    this.compensations = compensations;
  }

  void carryOut(StaffPlan staff, AttendedSteps steps, AttendedSteps toUndo) {
    undoing = toUndo;
    String who = staff.firstName() + " " + staff.lastName();
    if (written.isEmpty()) {
      compensations.beforeActing(this::revokeStaffMember);
    }
    written = Optional.of(staff);
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

  Optional<Long> staffId() {
    return staffId;
  }
}

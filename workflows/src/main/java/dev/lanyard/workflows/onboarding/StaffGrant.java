package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.saga.Compensations;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.LookAtStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The staff API's half of a grant: one member, whatever plans it goes through on its way. A member
 * who is there, from before or from an earlier plan, is given exactly the plan; else one is made.
 */
final class StaffGrant {

  /** Runs begun before this made sure of a member by a second create. */
  private static final String GIVES_BY_CHANGE = "staff member is changed to the plan";

  private final EmployeeNumber employeeNumber;
  private final Compensations compensations;
  private AttendedSteps undoing;
  private Optional<Long> staffId = Optional.empty();
  private boolean begun;

  /** What this run found or gave, the newest last; another access is somebody else's decision. */
  private final List<StaffAccess> accounted = new ArrayList<>();

  StaffGrant(EmployeeNumber employeeNumber, Compensations compensations) {
    this.employeeNumber = employeeNumber;
    this.compensations = compensations;
  }

  void carryOut(StaffPlan staff, AttendedSteps steps, AttendedSteps toUndo) {
    undoing = toUndo;
    Optional<StaffSnapshot> there = there(staff, steps);
    if (!begun) {
      // After the look: whose record a former one is shows only there.
      compensations.beforeActing(this::revokeStaffMember);
      begun = true;
    }
    if (there.isPresent()) {
      give(there.get(), staff, steps);
    } else {
      create(staff, steps);
    }
  }

  private Optional<StaffSnapshot> there(StaffPlan staff, AttendedSteps steps) {
    Optional<Long> known = staffId.or(staff.target()::formerMember);
    if (!begun && known.isEmpty()) {
      return Optional.empty();
    }
    if (Workflow.getVersion(GIVES_BY_CHANGE, Workflow.DEFAULT_VERSION, 1) < 1) {
      return Optional.empty();
    }
    return steps
        .run(
            "look at staff member",
            () ->
                ActivityStubs.staffChanges(
                        known.map(id -> "staff member " + id).orElse("staff API"))
                    .lookAt(new LookAtStaffMember(employeeNumber, known)),
            seen ->
                seen.member()
                    .map(
                        one ->
                            "staff member "
                                + one.staffId()
                                + (one.access().any() ? "" : ", without access"))
                    .orElse("there is none"))
        .member();
  }

  private void give(StaffSnapshot seen, StaffPlan staff, AttendedSteps steps) {
    if (staffId.isEmpty()) {
      // From before, or what became of a create that was not known to have ended.
      accounted.add(seen.access());
    }
    staffId = Optional.of(seen.staffId());
    StaffSnapshot before =
        accounted.stream().anyMatch(seen.access()::amountsTo)
            ? seen
            : seen.with(accounted.get(accounted.size() - 1));
    StaffFields wanted = StaffFields.of(staff);
    accounted.add(before.with(wanted).access());
    steps.run(
        "change staff member",
        () ->
            ActivityStubs.staffChanges("staff member " + seen.staffId() + ": the plan")
                .changeStaffMember(new ChangeStaffMember(employeeNumber, before, wanted)),
        changed ->
            "staff member "
                + seen.staffId()
                + (changed.written() ? " has exactly the plan" : " had exactly the plan already"));
  }

  private void create(StaffPlan staff, AttendedSteps steps) {
    String who = staff.firstName() + " " + staff.lastName();
    long id =
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
            .staffId();
    staffId = Optional.of(id);
    StaffFields wanted = StaffFields.of(staff);
    accounted.add(
        new StaffAccess(
            id, false, wanted.permissions().orElseThrow(), wanted.siteIds().orElseThrow()));
    steps.run(
        "assign staff sites",
        () ->
            ActivityStubs.staffApi(who)
                .assignStaffSites(new AssignStaffSites(employeeNumber, id, staff)),
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

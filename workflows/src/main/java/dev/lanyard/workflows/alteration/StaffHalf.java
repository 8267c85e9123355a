package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import java.util.List;
import java.util.Optional;

/** The staff API's half of a change or a transfer, there and back. */
public final class StaffHalf {

  private final EmployeeNumber employeeNumber;
  private final StaffMemberView before;
  private final StaffWish wanted;

  /**
   * @param before the member as the plan saw it
   */
  public StaffHalf(EmployeeNumber employeeNumber, StaffMemberView before, StaffWish wanted) {
    this.employeeNumber = employeeNumber;
    this.before = before;
    this.wanted = wanted;
  }

  /** Makes it as wanted. */
  public void apply(AttendedSteps steps, String summary) {
    change(steps, summary, asBefore(), wanted);
  }

  /** Makes it exactly as it was, whether or not it was ever changed. */
  public void restore(AttendedSteps steps) {
    change(steps, "undo", wanted, asBefore());
  }

  private void change(AttendedSteps steps, String summary, StaffWish from, StaffWish to) {
    steps.run(
        "change staff member",
        () ->
            ActivityStubs.staffAlterations(summary)
                .changeStaffMember(employeeNumber, before.id(), from, to),
        written -> "staff member " + before.id() + (written ? " is read back" : " was so already"));
  }

  /** Of the wanted fields, what they were. */
  private StaffWish asBefore() {
    Present present = new Present(Optional.empty(), Optional.of(before), List.of());
    return new StaffWish(
        wanted.firstName().map(name -> before.firstName()),
        wanted.lastName().map(name -> before.lastName()),
        wanted.phone().map(phone -> before.phone().orElse("")),
        wanted.email().map(email -> before.emails().stream().findFirst().orElse("")),
        wanted.siteIds().map(ids -> present.staffAccess().orElseThrow().siteIds()),
        wanted.permissions().map(codes -> present.staffAccess().orElseThrow().permissions()));
  }
}

package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;

/** The staff API's half of a change or a transfer, there and back. */
public final class StaffHalf {

  private final EmployeeNumber employeeNumber;
  private final StaffSnapshot before;
  private final StaffFields wanted;

  /**
   * @param before the member as the plan saw it
   */
  public StaffHalf(EmployeeNumber employeeNumber, StaffMemberView before, StaffFields wanted) {
    this.employeeNumber = employeeNumber;
    this.before = snapshot(before);
    this.wanted = wanted;
  }

  /** Makes it as wanted. */
  public void apply(AttendedSteps steps, String summary) {
    change(steps, summary, before, wanted);
  }

  /** Makes it exactly as it was, whether or not it was ever changed. */
  public void restore(AttendedSteps steps) {
    change(steps, "undo", before.with(wanted), before.only(wanted));
  }

  private void change(AttendedSteps steps, String summary, StaffSnapshot from, StaffFields to) {
    steps.run(
        "change staff member",
        () ->
            ActivityStubs.staffChanges(summary)
                .changeStaffMember(new ChangeStaffMember(employeeNumber, from, to)),
        changed ->
            "staff member "
                + before.staffId()
                + (changed.written() ? " is read back" : " was so already"));
  }

  private static StaffSnapshot snapshot(StaffMemberView view) {
    return new StaffSnapshot(
        view.firstName(),
        view.lastName(),
        view.phone(),
        view.emails().stream().findFirst(),
        view.code(),
        view.tags(),
        view.image(),
        Present.access(view));
  }
}

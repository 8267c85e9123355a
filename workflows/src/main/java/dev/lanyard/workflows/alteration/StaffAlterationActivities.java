package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.hr.EmployeeNumber;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

@ActivityInterface
public interface StaffAlterationActivities {

  @ActivityMethod(name = "change staff member")
  boolean changeStaffMember(
      EmployeeNumber employeeNumber, long staffId, StaffWish before, StaffWish wanted);
}

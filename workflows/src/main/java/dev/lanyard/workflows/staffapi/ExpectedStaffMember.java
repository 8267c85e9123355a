package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.Optional;

/** What the staff API has to show: exactly the plan, or, without one, no access at all. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExpectedStaffMember(
    EmployeeNumber employeeNumber, long staffId, Optional<StaffPlan> plan) {

  public ExpectedStaffMember {
    plan = plan == null ? Optional.empty() : plan;
  }
}

package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/**
 * Change fields of an existing staff member.
 *
 * @param employeeNumber the record's code, if it has one
 * @param before what the plan was based on; its staff id says whose record it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeStaffMember(
    EmployeeNumber employeeNumber, StaffSnapshot before, StaffFields wanted) {

  public ChangeStaffMember {
    wanted = wanted == null ? StaffFields.NONE : wanted;
  }
}

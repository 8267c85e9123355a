package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/** Delete a staff member that was revoked before: the policy's last step, which nothing undoes. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeleteStaffMember(EmployeeNumber employeeNumber, long staffId) {}

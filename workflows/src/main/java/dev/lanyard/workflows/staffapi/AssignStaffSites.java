package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/** Make the staff member's sites equal the plan's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AssignStaffSites(EmployeeNumber employeeNumber, long staffId, StaffPlan plan) {}

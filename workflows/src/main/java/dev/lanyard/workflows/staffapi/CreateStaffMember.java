package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/** Create exactly this staff member, with our employee number as its code, unless that happened. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreateStaffMember(EmployeeNumber employeeNumber, StaffPlan plan) {}

package dev.lanyard.workflows.deletion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/** Whose record is deleted. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeletionInput(EmployeeNumber employeeNumber, long staffId) {}

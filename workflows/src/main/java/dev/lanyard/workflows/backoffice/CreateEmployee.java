package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.SealedPin;

/** Create exactly this employee, with exactly this PIN, unless that already happened. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreateEmployee(EmployeeNumber employeeNumber, BackofficePlan plan, SealedPin pin) {}

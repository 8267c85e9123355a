package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.SealedPin;

/** Make the record's sites equal the plan's. The PIN proves that the record is ours. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AssignSites(
    EmployeeNumber employeeNumber, int employeeId, BackofficePlan plan, SealedPin pin) {}

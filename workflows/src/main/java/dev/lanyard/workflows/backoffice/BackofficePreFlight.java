package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;

/** Ask Backoffice whether this hire could be carried out now. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficePreFlight(EmployeeNumber employeeNumber, Hire hire) {}

package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** Somebody is hired. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HireEvent(String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Hire hire)
    implements HrEvent {}

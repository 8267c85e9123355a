package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** Somebody's access ends. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TerminationEvent(
    String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Termination termination)
    implements HrEvent {}

package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is hired.
 *
 * @param requester who asks for it, an id of the approval policy; nobody proved it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HireEvent(
    String eventId,
    Instant decidedAt,
    EmployeeNumber employeeNumber,
    Hire hire,
    Optional<String> requester)
    implements HrEvent {

  public HireEvent {
    requester = requester == null ? Optional.empty() : requester;
  }

  /** Of somebody who did not say who asks. */
  public HireEvent(String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Hire hire) {
    this(eventId, decidedAt, employeeNumber, hire, Optional.empty());
  }
}

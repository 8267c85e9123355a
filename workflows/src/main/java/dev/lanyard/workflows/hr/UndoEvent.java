package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;

/**
 * The last termination was a mistake: exactly the access from before comes back, with another PIN.
 *
 * @param reason free words for those who approve it; no personal data
 * @param requester who asks for it, an id of the approval policy; nobody proved it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UndoEvent(
    String eventId,
    Instant decidedAt,
    EmployeeNumber employeeNumber,
    String reason,
    Optional<String> requester)
    implements HrEvent {

  public UndoEvent {
    requester = requester == null ? Optional.empty() : requester;
    reason = reason == null ? "" : reason;
  }

  /** Of somebody who did not say who asks. */
  public UndoEvent(
      String eventId, Instant decidedAt, EmployeeNumber employeeNumber, String reason) {
    this(eventId, decidedAt, employeeNumber, reason, Optional.empty());
  }

  @Override
  public String toString() {
    return "UndoEvent[" + eventId + ", " + employeeNumber + ", [redacted]]";
  }
}

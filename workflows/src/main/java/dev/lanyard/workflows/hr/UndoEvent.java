package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * The last termination was a mistake: exactly the access from before comes back, with another PIN.
 *
 * @param reason free words for those who approve it; no personal data
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UndoEvent(
    String eventId, Instant decidedAt, EmployeeNumber employeeNumber, String reason)
    implements HrEvent {

  public UndoEvent {
    reason = reason == null ? "" : reason;
  }

  @Override
  public String toString() {
    return "UndoEvent[" + eventId + ", " + employeeNumber + ", [redacted]]";
  }
}

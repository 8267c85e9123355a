package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person comes back from leave, to exactly the access from before.
 *
 * @param on the first day with access again, in the site's zone; absent means now
 * @param requester who asks for it, an id of the approval policy; nobody proved it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReturnEvent(
    String eventId,
    Instant decidedAt,
    EmployeeNumber employeeNumber,
    Optional<LocalDate> on,
    Optional<String> requester)
    implements HrEvent {

  public ReturnEvent {
    requester = requester == null ? Optional.empty() : requester;
    on = on == null ? Optional.empty() : on;
  }

  /** Of somebody who did not say who asks. */
  public ReturnEvent(
      String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Optional<LocalDate> on) {
    this(eventId, decidedAt, employeeNumber, on, Optional.empty());
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return on;
  }
}

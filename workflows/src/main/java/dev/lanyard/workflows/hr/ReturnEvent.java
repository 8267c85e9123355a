package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person comes back from leave, to exactly the access from before.
 *
 * @param on the first day with access again, in the site's zone; absent means now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReturnEvent(
    String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Optional<LocalDate> on)
    implements HrEvent {

  public ReturnEvent {
    on = on == null ? Optional.empty() : on;
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return on;
  }
}

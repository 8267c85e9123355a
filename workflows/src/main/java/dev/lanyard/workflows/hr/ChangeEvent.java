package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A person's name, phone or the like is another one. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeEvent(
    String eventId, Instant decidedAt, EmployeeNumber employeeNumber, PersonChange change)
    implements HrEvent {

  @Override
  public Optional<LocalDate> firstDay() {
    return change == null ? Optional.empty() : change.from();
  }
}

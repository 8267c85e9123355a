package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A person goes on leave. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeaveEvent(
    String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Leave leave)
    implements HrEvent {

  @Override
  public Optional<LocalDate> firstDay() {
    return leave == null ? Optional.empty() : leave.lastDay().map(day -> day.plusDays(1));
  }
}

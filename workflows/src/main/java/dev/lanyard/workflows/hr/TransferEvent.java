package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A person gets other access, for good or for a while. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TransferEvent(
    String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Transfer transfer)
    implements HrEvent {

  @Override
  public Optional<LocalDate> firstDay() {
    return transfer == null ? Optional.empty() : transfer.from();
  }
}

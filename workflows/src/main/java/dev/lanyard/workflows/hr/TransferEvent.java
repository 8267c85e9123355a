package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person gets other access, for good or for a while.
 *
 * @param requester who asks for it, an id of the approval policy; nobody proved it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TransferEvent(
    String eventId,
    Instant decidedAt,
    EmployeeNumber employeeNumber,
    Transfer transfer,
    Optional<String> requester)
    implements HrEvent {

  public TransferEvent {
    requester = requester == null ? Optional.empty() : requester;
  }

  /** Of somebody who did not say who asks. */
  public TransferEvent(
      String eventId, Instant decidedAt, EmployeeNumber employeeNumber, Transfer transfer) {
    this(eventId, decidedAt, employeeNumber, transfer, Optional.empty());
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return transfer == null ? Optional.empty() : transfer.from();
  }
}

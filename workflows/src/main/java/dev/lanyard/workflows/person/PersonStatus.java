package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a person stands: the answer of the query {@code status}.
 *
 * @param currentProcess the workflow id of the process that runs now
 * @param lastProcess the one that ended last
 * @param lastOutcome how that one ended, in one line
 * @param waiting events that were accepted and have not begun
 * @param events what became of each event, the newest last, at most fifty
 * @param planned what was accepted for a later day, the next one first
 * @param onLeave whether a return would give access back
 * @param undoableUntil until when the last termination can be undone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonStatus(
    EmployeeNumber employeeNumber,
    PersonLinks links,
    boolean employed,
    Optional<String> currentProcess,
    Optional<String> lastProcess,
    String lastOutcome,
    int waiting,
    List<EventRecord> events,
    List<PlannedEvent> planned,
    boolean onLeave,
    Optional<Instant> undoableUntil) {

  public PersonStatus {
    currentProcess = currentProcess == null ? Optional.empty() : currentProcess;
    lastProcess = lastProcess == null ? Optional.empty() : lastProcess;
    events = events == null ? List.of() : List.copyOf(events);
    planned = planned == null ? List.of() : List.copyOf(planned);
    undoableUntil = undoableUntil == null ? Optional.empty() : undoableUntil;
  }
}

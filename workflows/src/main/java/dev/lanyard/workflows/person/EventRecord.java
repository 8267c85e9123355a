package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.TransferEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one event.
 *
 * @param type {@code hire}, {@code termination}, {@code change}, {@code transfer}, {@code leave},
 *     {@code return}, {@code undo}, {@code call-off}, or {@code unreadable}
 * @param disposition {@code accepted}, {@code duplicate}, {@code refused} or {@code dry run}
 * @param reason why it was refused, or what it led to; no personal data
 * @param process workflow id of the process that carries it out or did, once there is one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventRecord(
    String eventId,
    String type,
    String disposition,
    String reason,
    Instant at,
    Optional<String> process) {

  public static final String ACCEPTED = "accepted";
  public static final String DUPLICATE = "duplicate";
  public static final String REFUSED = "refused";
  public static final String DRY_RUN = "dry run";

  /** The type of a record that tells what became of a call-off rather than of the event itself. */
  public static final String CALL_OFF = "call-off";

  public EventRecord {
    process = process == null ? Optional.empty() : process;
  }

  /** Of an event that no process carries out, or not yet. */
  public EventRecord(String eventId, String type, String disposition, String reason, Instant at) {
    this(eventId, type, disposition, reason, at, Optional.empty());
  }

  EventRecord by(String workflowId) {
    return new EventRecord(eventId, type, disposition, reason, at, Optional.of(workflowId));
  }

  /** The event's type in a word, as its JSON has it. */
  public static String typeOf(HrEvent event) {
    if (event instanceof DryRunEvent dry) {
      return typeOf(dry.event());
    }
    if (event instanceof HireEvent) {
      return "hire";
    }
    if (event instanceof TerminationEvent) {
      return "termination";
    }
    if (event instanceof ChangeEvent) {
      return "change";
    }
    if (event instanceof TransferEvent) {
      return "transfer";
    }
    if (event instanceof LeaveEvent) {
      return "leave";
    }
    return event instanceof ReturnEvent ? "return" : "undo";
  }
}

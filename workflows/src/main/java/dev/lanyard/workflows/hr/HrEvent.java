package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What HR decided about one person. The only thing that starts a process. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HireEvent.class, name = "hire"),
  @JsonSubTypes.Type(value = TerminationEvent.class, name = "termination"),
  @JsonSubTypes.Type(value = ChangeEvent.class, name = "change"),
  @JsonSubTypes.Type(value = TransferEvent.class, name = "transfer"),
  @JsonSubTypes.Type(value = LeaveEvent.class, name = "leave"),
  @JsonSubTypes.Type(value = ReturnEvent.class, name = "return"),
  @JsonSubTypes.Type(value = UndoEvent.class, name = "undo"),
  @JsonSubTypes.Type(value = DryRunEvent.class, name = "dry-run")
})
public sealed interface HrEvent
    permits HireEvent,
        TerminationEvent,
        ChangeEvent,
        TransferEvent,
        LeaveEvent,
        ReturnEvent,
        UndoEvent,
        DryRunEvent {

  /** The source's id of this event; the same id twice is one event. */
  String eventId();

  /**
   * When HR decided it, not when it arrived: an event older than the latest known one is refused.
   */
  Instant decidedAt();

  EmployeeNumber employeeNumber();

  /** Who asks for it, an id of the approval policy; nobody proved it. */
  default Optional<String> requester() {
    return Optional.empty();
  }

  /**
   * The day at whose first instant it takes effect, where the person's run keeps it until then. A
   * hire and a termination wait in processes of their own.
   */
  default Optional<LocalDate> firstDay() {
    return Optional.empty();
  }
}

package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What HR decided about one person. The only thing that starts a process. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HireEvent.class, name = "hire"),
  @JsonSubTypes.Type(value = TerminationEvent.class, name = "termination")
})
public sealed interface HrEvent permits HireEvent, TerminationEvent {

  /** The source's id of this event; the same id twice is one event. */
  String eventId();

  /**
   * When HR decided it, not when it arrived: an event older than the latest known one is refused.
   */
  Instant decidedAt();

  EmployeeNumber employeeNumber();
}

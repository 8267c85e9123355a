package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person's run will carry out on a later day, for people.
 *
 * @param id names it when it is called off
 * @param what {@code transfer}, {@code end of a loan}, ...
 * @param begins when its process begins
 * @param callOff the workflow id of the run that asks whether it may be called off
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedEvent(
    String id, String what, Instant at, Instant begins, Optional<String> callOff) {

  public PlannedEvent {
    callOff = callOff == null ? Optional.empty() : callOff;
  }

  /** One that nobody asks to call off. */
  public PlannedEvent(String id, String what, Instant at, Instant begins) {
    this(id, what, at, begins, Optional.empty());
  }
}

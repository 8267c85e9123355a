package dev.lanyard.workflows.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of a run.
 *
 * @param name the activity's plain name; where it stands in two systems, with the system
 * @param state {@code running}, {@code done}, {@code parked}, {@code failed}, {@code waiting}
 * @param note what came of it, in a few words; never a PIN
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StepStatus(
    String name, String state, Instant startedAt, Optional<Instant> endedAt, String note) {

  public static final String RUNNING = "running";
  public static final String DONE = "done";
  public static final String PARKED = "parked";
  public static final String FAILED = "failed";
  public static final String WAITING = "waiting";

  public StepStatus {
    endedAt = endedAt == null ? Optional.empty() : endedAt;
  }

  @Override
  public String toString() {
    return "StepStatus[" + name + ", " + state + ", [redacted]]";
  }
}

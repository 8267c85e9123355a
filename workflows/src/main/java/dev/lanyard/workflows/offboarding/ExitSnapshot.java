package dev.lanyard.workflows.offboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import java.time.Duration;
import java.util.Optional;

/**
 * What an offboarding takes, handed to its person's run on the way: of a run that somebody cancels
 * the server keeps no result, and an undo needs it all the same.
 *
 * @param key that the person's run gave it
 * @param before what both systems showed; empty while, or once, a part of it is not known
 * @param undoableFor the policy's grace period; zero: there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExitSnapshot(String key, Optional<AccessSnapshot> before, Duration undoableFor) {

  /** The name of the signal that carries it. */
  public static final String SIGNAL = "exit snapshot";

  public ExitSnapshot {
    before = before == null ? Optional.empty() : before;
    undoableFor = undoableFor == null ? Duration.ZERO : undoableFor;
  }

  @Override
  public String toString() {
    return "ExitSnapshot[[redacted]]";
  }
}

package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was taken from the person last, so that exactly this can be given back.
 *
 * @param leave by a leave rather than a termination
 * @param before what both systems showed before anything was taken
 * @param undoableUntil of a termination: when its grace period ends
 * @param loans ends of loans that had not come: what is given back is lent for as long as before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LastExit(
    boolean leave,
    AccessSnapshot before,
    Optional<Instant> undoableUntil,
    List<AgendaEntry> loans) {

  public LastExit {
    before = before == null ? new AccessSnapshot(null, null) : before;
    undoableUntil = undoableUntil == null ? Optional.empty() : undoableUntil;
    loans = loans == null ? List.of() : List.copyOf(loans);
  }

  /** Of somebody who was not on loan. */
  public LastExit(boolean leave, AccessSnapshot before, Optional<Instant> undoableUntil) {
    this(leave, before, undoableUntil, List.of());
  }

  LastExit withLoans(List<AgendaEntry> ends) {
    return new LastExit(leave, before, undoableUntil, ends);
  }
}

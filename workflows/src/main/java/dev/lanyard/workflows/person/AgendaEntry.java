package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was accepted and whose day has not come. Exactly one of {@code event}, {@code
 * loanEnd} and {@code graceEnd} is meant.
 *
 * @param id of the event, or of the one that it follows from
 * @param at when it takes effect
 * @param begins when its process begins, with checks and approval
 * @param graceEnd the end of a leaver's grace period: what policy deletes is deleted
 * @param inPlaceOf of a termination: those that would end the access later, and count again when
 *     this one is refused or called off
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgendaEntry(
    String id,
    Instant at,
    Instant begins,
    Optional<HrEvent> event,
    Optional<LoanEnd> loanEnd,
    boolean graceEnd,
    List<TerminationEvent> inPlaceOf) {

  public AgendaEntry {
    event = event == null ? Optional.empty() : event;
    loanEnd = loanEnd == null ? Optional.empty() : loanEnd;
    inPlaceOf = inPlaceOf == null ? List.of() : List.copyOf(inPlaceOf);
  }

  /** In place of nothing. */
  public AgendaEntry(
      String id,
      Instant at,
      Instant begins,
      Optional<HrEvent> event,
      Optional<LoanEnd> loanEnd,
      boolean graceEnd) {
    this(id, at, begins, event, loanEnd, graceEnd, List.of());
  }

  /** The termination that it is, if it is one. */
  Optional<TerminationEvent> termination() {
    return event.filter(TerminationEvent.class::isInstance).map(TerminationEvent.class::cast);
  }

  /** The same moment for another entry's event. */
  AgendaEntry with(AgendaEntry was, HrEvent other) {
    return new AgendaEntry(
        was.id(), at, begins, Optional.of(other), loanEnd, graceEnd, was.inPlaceOf());
  }

  AgendaEntry inPlaceOf(List<TerminationEvent> others) {
    return new AgendaEntry(id, at, begins, event, loanEnd, graceEnd, others);
  }

  /** What it is, in a word, for people. */
  String what() {
    return event
        .map(EventRecord::typeOf)
        .orElse(loanEnd.isPresent() ? "end of a loan" : "end of the grace period");
  }
}

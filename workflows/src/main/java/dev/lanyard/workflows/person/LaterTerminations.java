package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Terminations that wait on the agenda for their day, so that what comes in between is not held up.
 * A newer one brings them forward and never puts them off.
 */
final class LaterTerminations {

  /**
   * Between the first zone in which a day ends and the last: the leaver's sites are not known here,
   * so a process begins at least so long ahead of the end in the default zone.
   */
  static final Duration ALL_ZONES = Duration.ofHours(26);

  private final Agenda agenda;
  private final EventLedger ledger;
  private Optional<Instant> shown;

  /** What the one that began last came in place of. */
  private List<TerminationEvent> replaced = List.of();

  LaterTerminations(Agenda agenda, EventLedger ledger) {
    this.agenda = agenda;
    this.ledger = ledger;
    // What an earlier execution showed is carried over by the server.
    this.shown = nextEnd();
  }

  /** Runs from before start the process of a termination at once, whatever its day. */
  static boolean apply() {
    return Workflow.getVersion("terminations-wait", Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /** Whether it lies so far ahead that it may have to wait; never asks anybody. */
  static boolean liesAhead(Termination termination, Instant now) {
    return termination
        .localEnd()
        .filter(end -> end.toInstant(ZoneOffset.UTC).minus(ALL_ZONES).isAfter(now))
        .isPresent();
  }

  /**
   * A termination whose turn has come.
   *
   * @return what has to begin now because of it, the first as a process, the others passed on to
   *     that; nothing when it waits for its day, or changes nothing
   */
  List<TerminationEvent> arrived(TerminationEvent newer, PersonLinks known) {
    replaced = List.of();
    List<AgendaEntry> planned = agenda.terminations();
    boolean mayWait = liesAhead(newer.termination(), now());
    if ((!mayWait && planned.isEmpty()) || !apply()) {
      return List.of(newer);
    }
    Optional<AgendaEntry> later = mayWait ? entry(newer) : Optional.empty();
    boolean absorbed = false;
    List<TerminationEvent> begin = new ArrayList<>();
    List<TerminationEvent> inPlaceOf = new ArrayList<>();
    for (AgendaEntry entry : planned) {
      TerminationEvent older = entry.termination().orElseThrow();
      boolean same = asksForNothingElse(newer, older, known);
      boolean earlier = isEarlier(newer.termination(), older.termination());
      absorbed = absorbed || (same && !earlier);
      if (earlier || later.isEmpty()) {
        agenda.remove(entry);
      }
      if (earlier && same) {
        ledger.dropped(entry, "a newer termination ends the access earlier", now());
        inPlaceOf.add(older);
        inPlaceOf.addAll(entry.inPlaceOf());
      } else if (earlier || later.isEmpty()) {
        TerminationEvent next = earlier ? broughtForward(older, newer.termination()) : older;
        later.ifPresentOrElse(
            then -> agenda.plan(then.with(entry, next)),
            () -> {
              begin.add(next);
              inPlaceOf.addAll(entry.inPlaceOf());
            });
      }
    }
    if (absorbed) {
      ledger.overtaken(newer, "a planned termination ends the access no later", now());
    } else {
      later.ifPresentOrElse(then -> agenda.plan(then.inPlaceOf(inPlaceOf)), () -> begin.add(newer));
    }
    replaced = begin.isEmpty() ? List.of() : inPlaceOf;
    return inOrderOfDecision(begin);
  }

  /** Its day has come near: it begins, and what was decided since is passed on to it. */
  List<TerminationEvent> begins(AgendaEntry entryDue) {
    TerminationEvent due = entryDue.termination().orElseThrow();
    List<TerminationEvent> inPlaceOf = new ArrayList<>(entryDue.inPlaceOf());
    List<TerminationEvent> begin = new ArrayList<>();
    for (AgendaEntry entry : agenda.terminations()) {
      TerminationEvent other = entry.termination().orElseThrow();
      if (!other.decidedAt().isBefore(due.decidedAt())) {
        agenda.remove(entry);
        begin.add(other);
        inPlaceOf.addAll(entry.inPlaceOf());
      }
    }
    replaced = inPlaceOf;
    begin.sort(Comparator.comparing(TerminationEvent::decidedAt));
    begin.add(0, due);
    return begin;
  }

  /** The one that began last was refused or called off: what it came in place of waits again. */
  void refused(Deque<HrEvent> waiting) {
    countAgain(replaced, ledger, waiting);
    replaced = List.of();
  }

  /** Nobody who kept the access for now was to keep it longer than was planned before. */
  static void countAgain(
      List<TerminationEvent> terminations, EventLedger ledger, Deque<HrEvent> waiting) {
    if (!terminations.isEmpty()
        && Workflow.getVersion("replaced-count-again", Workflow.DEFAULT_VERSION, 1) >= 1) {
      for (TerminationEvent termination : terminations) {
        ledger.countsAgain(termination, now());
        waiting.add(termination);
      }
    }
  }

  /** On the clocks of the sites, whichever these are; empty when none is planned. */
  Optional<LocalDateTime> endsAt() {
    return agenda.terminations().stream()
        .flatMap(entry -> entry.termination().stream())
        .flatMap(event -> event.termination().localEnd().stream())
        .min(Comparator.naturalOrder());
  }

  /** So that lists and digests find whoever leaves, long before a process runs. */
  void show() {
    Optional<Instant> next = nextEnd();
    if (next.equals(shown)) {
      return;
    }
    shown = next;
    if (next.isPresent()) {
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.STAGE.valueSet(Stages.PLANNED),
          SearchAttributes.EFFECTIVE_AT.valueSet(next.get().atOffset(ZoneOffset.UTC)));
    } else {
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.STAGE.valueUnset(), SearchAttributes.EFFECTIVE_AT.valueUnset());
    }
  }

  private Optional<Instant> nextEnd() {
    return agenda.terminations().stream().map(AgendaEntry::at).min(Comparator.naturalOrder());
  }

  /** Empty when its process begins now. */
  private static Optional<AgendaEntry> entry(TerminationEvent event) {
    Instant at =
        ActivityStubs.planning()
            .resolve(EffectiveDate.of(event.termination(), List.of(), event.employeeNumber()))
            .at();
    Duration ahead = ActivityStubs.planning().readPolicy().beginsBefore();
    Instant begins = at.minus(ahead.compareTo(ALL_ZONES) < 0 ? ALL_ZONES : ahead);
    return begins.isAfter(now())
        ? Optional.of(
            new AgendaEntry(
                event.eventId(), at, begins, Optional.of(event), Optional.empty(), false))
        : Optional.empty();
  }

  /**
   * Another POS user ID is another record, and another last name corrects a refused one: such a
   * termination brings an older one forward, and runs by itself too.
   */
  static boolean asksForNothingElse(
      TerminationEvent newer, TerminationEvent older, PersonLinks known) {
    return known
            .posUserId()
            .or(() -> newer.termination().posUserId())
            .equals(known.posUserId().or(() -> older.termination().posUserId()))
        && newer
            .termination()
            .lastName()
            .map(name -> older.termination().lastName().filter(name::equals).isPresent())
            .orElse(true);
  }

  private static boolean isEarlier(Termination newer, Termination older) {
    return newer.immediate() || newer.localEnd().get().isBefore(older.localEnd().get());
  }

  private static TerminationEvent broughtForward(TerminationEvent older, Termination newer) {
    return new TerminationEvent(
        older.eventId(),
        older.decidedAt(),
        older.employeeNumber(),
        older.termination().endingLike(newer));
  }

  private static List<TerminationEvent> inOrderOfDecision(List<TerminationEvent> events) {
    return events.stream().sorted(Comparator.comparing(TerminationEvent::decidedAt)).toList();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

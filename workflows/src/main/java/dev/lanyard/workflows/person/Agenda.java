package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What takes effect on a later day. Kept here rather than in a waiting process, so that what comes
 * in between is not held up.
 */
final class Agenda {

  /** In runs from before, what a termination makes withdraw and begin again kept it waiting. */
  private static final String TERMINATIONS_FIRST = "terminations-first";

  private final List<AgendaEntry> entries;
  private int changes;

  Agenda(List<AgendaEntry> entries) {
    this.entries = new ArrayList<>(entries);
  }

  /** Keeps the event when its process need not begin yet. */
  boolean keeps(HrEvent event) {
    if (event.firstDay().isEmpty()) {
      return false;
    }
    // Whoever goes on leave must not go later than was said; all others may come a little later.
    Instant at =
        event instanceof LeaveEvent
            ? firstInstantOf(event.firstDay().get())
            : spreadStartOf(event.firstDay().get(), event.employeeNumber());
    Instant begins = at.minus(ActivityStubs.planning().readPolicy().beginsBefore());
    if (!begins.isAfter(now())) {
      return false;
    }
    add(new AgendaEntry(event.eventId(), at, begins, Optional.of(event), Optional.empty(), false));
    return true;
  }

  /** The loan ends by itself; its end begins on the day, since nobody has to be asked. */
  void loanEnds(String eventId, LoanEnd end) {
    Instant at = firstInstantOf(end.transfer().until().orElseThrow().plusDays(1));
    add(new AgendaEntry(eventId, at, at, Optional.empty(), Optional.of(end), false));
  }

  /** The return that was announced with the leave. */
  void returns(LeaveEvent leave, LocalDate on) {
    ReturnEvent back =
        new ReturnEvent(
            leave.eventId(), leave.decidedAt(), leave.employeeNumber(), Optional.of(on));
    if (!keeps(back)) {
      Instant at = firstInstantOf(on);
      add(new AgendaEntry(leave.eventId(), at, now(), Optional.of(back), Optional.empty(), false));
    }
  }

  /** A termination, until its process has to begin. */
  void plan(AgendaEntry termination) {
    add(termination);
  }

  List<AgendaEntry> terminations() {
    return entries.stream().filter(entry -> entry.termination().isPresent()).toList();
  }

  void remove(AgendaEntry entry) {
    changes += entries.remove(entry) ? 1 : 0;
  }

  void graceEnds(String id, Instant at) {
    add(new AgendaEntry(id, at, at, Optional.empty(), Optional.empty(), true));
  }

  /** What was begun and has to begin again. */
  void putBack(AgendaEntry entry) {
    add(entry);
  }

  private void add(AgendaEntry entry) {
    entries.add(entry);
    entries.sort(Comparator.comparing(AgendaEntry::begins));
    changes++;
  }

  /**
   * The next entry whose process begins now, taken off. What would be withdrawn at once for what
   * waits, and begin again after that, lets it go first.
   */
  Optional<AgendaEntry> due(Collection<HrEvent> waiting) {
    Optional<AgendaEntry> due = next().filter(this::isDue);
    Optional<AgendaEntry> first =
        firstDue(waiting).filter(entry -> !due.equals(Optional.of(entry)));
    Optional<AgendaEntry> taken =
        first.isPresent()
                && Workflow.getVersion(TERMINATIONS_FIRST, Workflow.DEFAULT_VERSION, 1) >= 1
            ? first
            : due;
    taken.ifPresent(entries::remove);
    return taken;
  }

  /** A termination that overtakes what else is due. */
  private Optional<AgendaEntry> firstDue(Collection<HrEvent> waiting) {
    boolean graceEnds = next().filter(AgendaEntry::graceEnd).isPresent();
    boolean overtaken =
        (graceEnds && !waiting.isEmpty())
            || waiting.stream()
                .filter(TerminationEvent.class::isInstance)
                .map(event -> ((TerminationEvent) event).termination())
                .anyMatch(termination -> !LaterTerminations.liesAhead(termination, now()));
    return entries.stream()
        .filter(entry -> entry.termination().isPresent() && isDue(entry))
        .filter(entry -> overtaken || !entry.at().isAfter(now()))
        .min(Comparator.comparing(AgendaEntry::at));
  }

  private boolean isDue(AgendaEntry entry) {
    return !begins(entry).isAfter(now());
  }

  /** What was accepted before it does not hold up a termination whose process has to begin. */
  boolean terminationIsDue() {
    return entries.stream().anyMatch(entry -> entry.termination().isPresent() && isDue(entry));
  }

  private Optional<AgendaEntry> next() {
    return entries.stream()
        .min(
            Comparator.comparing(this::begins)
                .thenComparing(entry -> entry.termination().isPresent()));
  }

  /**
   * A termination's process lasts until the last moment and would hold up the end of a loan that
   * comes before: it begins after that, as late as any zone allows.
   */
  private Instant begins(AgendaEntry entry) {
    Instant latest = entry.at().minus(LaterTerminations.ALL_ZONES);
    return entry.termination().isEmpty()
        ? entry.begins()
        : entries.stream()
            .filter(other -> other.loanEnd().isPresent() && !other.at().isAfter(latest))
            .map(AgendaEntry::at)
            .filter(end -> end.isAfter(entry.begins()))
            .max(Comparator.naturalOrder())
            .orElse(entry.begins());
  }

  /** How long nothing begins; empty when there is nothing to begin at all. */
  Optional<Duration> untilNext() {
    return next()
        .map(next -> Duration.between(now(), begins(next)))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  /** What can be asked for by this id: not the end of a grace period. */
  Optional<AgendaEntry> planned(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id) && !entry.graceEnd()).findFirst();
  }

  boolean contains(AgendaEntry entry) {
    return entries.contains(entry);
  }

  /** Signal handler: takes it off; false when there is no such entry. */
  boolean callOff(String id) {
    boolean there = entries.removeIf(entry -> entry.id().equals(id) && !entry.graceEnd());
    changes += there ? 1 : 0;
    return there;
  }

  /**
   * Takes off what only somebody with access has a use for; returns what that was. A termination is
   * never forgotten.
   */
  List<AgendaEntry> clear() {
    List<AgendaEntry> dropped =
        entries.stream().filter(entry -> entry.termination().isEmpty()).toList();
    entries.removeAll(dropped);
    changes++;
    return dropped;
  }

  /** Takes the ends of loans off; they follow the access that they are about. */
  List<AgendaEntry> takeLoanEnds() {
    List<AgendaEntry> ends = entries.stream().filter(entry -> entry.loanEnd().isPresent()).toList();
    entries.removeAll(ends);
    changes += ends.size();
    return ends;
  }

  /** Access was given back: what was to give or delete it has nothing to do any more. */
  void givenBack(List<AgendaEntry> loanEnds) {
    entries.removeIf(
        entry ->
            entry.graceEnd() || entry.event().filter(ReturnEvent.class::isInstance).isPresent());
    changes++;
    loanEnds.forEach(this::add);
  }

  boolean hasLeave() {
    return entries.stream()
        .anyMatch(entry -> entry.event().filter(LeaveEvent.class::isInstance).isPresent());
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Counts what was added or taken off. */
  int changes() {
    return changes;
  }

  List<AgendaEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * @param callOff the run that asks whether the entry of an id may be called off, if one does
   */
  List<PlannedEvent> planned(Function<String, Optional<String>> callOff) {
    return entries.stream()
        .map(
            entry ->
                new PlannedEvent(
                    entry.id(),
                    entry.what(),
                    entry.at(),
                    begins(entry),
                    entry.event().flatMap(event -> callOff.apply(entry.id()))))
        .toList();
  }

  /** In the zone where the person's sites are not known: the process itself looks closer. */
  private static Instant firstInstantOf(LocalDate day) {
    return ActivityStubs.planning().resolve(new EffectiveDate(day.minusDays(1), List.of())).at();
  }

  private static Instant spreadStartOf(LocalDate day, EmployeeNumber employeeNumber) {
    return ActivityStubs.planning()
        .resolve(EffectiveDate.startOf(day, List.of(), employeeNumber))
        .at();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

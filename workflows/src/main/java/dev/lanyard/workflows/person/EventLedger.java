package dev.lanyard.workflows.person;

import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.TerminationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule by which one person's events are taken: each id once, none older than the latest that
 * was taken, and a grant only when it is newer than every termination, so that an old hire that is
 * replayed never gives access again. Pure: the clock is a parameter.
 */
final class EventLedger {

  /**
   * Clocks of HR systems may run ahead by this; further ahead would shut later events out
   * (guessed).
   */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /** More events than any person has in a working life (guessed). */
  private static final int IDS_KEPT = 1000;

  private static final int RECORDS_KEPT = 50;
  private static final int EVENT_ID_LIMIT = 200;

  private final EmployeeNumber employeeNumber;
  private final Set<String> eventIds;
  private final List<EventRecord> records;
  private Optional<Instant> latestDecidedAt;
  private Optional<Instant> latestTerminationAt;

  EventLedger(PersonState state) {
    employeeNumber = state.employeeNumber();
    eventIds = new LinkedHashSet<>(state.eventIds());
    records = new ArrayList<>(state.events());
    latestDecidedAt = state.latestDecidedAt();
    latestTerminationAt = state.latestTerminationAt();
  }

  /**
   * Takes the event or lists why not.
   *
   * @param willBeEmployed whether the person has access once all that was taken is carried out
   * @return whether the event was taken and has to be carried out
   */
  boolean take(HrEvent event, boolean willBeEmployed, Instant now) {
    if (event.eventId() != null && eventIds.contains(event.eventId())) {
      record(event, EventRecord.DUPLICATE, "this event was taken before", now);
      return false;
    }
    Optional<String> objection = objection(event, willBeEmployed, now);
    if (objection.isPresent()) {
      record(event, EventRecord.REFUSED, objection.get(), now);
      return false;
    }
    eventIds.add(event.eventId());
    if (eventIds.size() > IDS_KEPT) {
      eventIds.remove(eventIds.iterator().next());
    }
    latestDecidedAt = Optional.of(event.decidedAt());
    if (event instanceof TerminationEvent) {
      latestTerminationAt = Optional.of(event.decidedAt());
    }
    record(event, EventRecord.ACCEPTED, "", now);
    return true;
  }

  /** An event that was taken turned out not to be possible; the source may send it again. */
  void giveBack(HrEvent event, String reason, Instant now) {
    eventIds.remove(event.eventId());
    record(event, EventRecord.REFUSED, reason, now);
  }

  /** Lists an event that could not even be read. */
  void unreadable(Instant now) {
    add(
        new EventRecord(
            "", "unreadable", EventRecord.REFUSED, "not an HR event of a known type", now));
  }

  private Optional<String> objection(HrEvent event, boolean willBeEmployed, Instant now) {
    if (event.eventId() == null
        || event.eventId().isBlank()
        || event.eventId().length() > EVENT_ID_LIMIT) {
      return Optional.of("an event needs an eventId of at most " + EVENT_ID_LIMIT + " characters");
    }
    if (!employeeNumber.equals(event.employeeNumber())) {
      return Optional.of("the event is about another employee number");
    }
    if (event.decidedAt() == null) {
      return Optional.of("an event needs decidedAt");
    }
    if (event.decidedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
      return Optional.of("decidedAt lies in the future");
    }
    if (latestDecidedAt.filter(latest -> event.decidedAt().isBefore(latest)).isPresent()) {
      return Optional.of("older than an event that was taken, decided at " + latestDecidedAt.get());
    }
    List<InputProblem> problems =
        event instanceof HireEvent hire
            ? HireRules.problems(hire.employeeNumber(), hire.hire())
            : TerminationRules.problems(
                event.employeeNumber(), ((TerminationEvent) event).termination());
    if (!problems.isEmpty()) {
      return Optional.of(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")));
    }
    return event instanceof HireEvent ? objectionToHire(event, willBeEmployed) : Optional.empty();
  }

  private Optional<String> objectionToHire(HrEvent event, boolean willBeEmployed) {
    if (latestTerminationAt.filter(last -> !event.decidedAt().isAfter(last)).isPresent()) {
      return Optional.of(
          "not newer than the termination that was decided at " + latestTerminationAt.get());
    }
    return willBeEmployed
        ? Optional.of("this person is hired already, or is being hired; terminate first")
        : Optional.empty();
  }

  private void record(HrEvent event, String disposition, String reason, Instant now) {
    String id = event.eventId() == null ? "" : event.eventId();
    add(
        new EventRecord(
            id.length() <= EVENT_ID_LIMIT ? id : id.substring(0, EVENT_ID_LIMIT),
            event instanceof HireEvent ? "hire" : "termination",
            disposition,
            reason,
            now));
  }

  private void add(EventRecord record) {
    records.add(record);
    if (records.size() > RECORDS_KEPT) {
      records.remove(0);
    }
  }

  List<EventRecord> records() {
    return List.copyOf(records);
  }

  PersonState state(
      PersonLinks links,
      int processes,
      boolean employed,
      Optional<String> lastProcess,
      String lastOutcome) {
    return new PersonState(
        employeeNumber,
        links,
        processes,
        employed,
        List.copyOf(eventIds),
        latestDecidedAt,
        latestTerminationAt,
        records(),
        lastProcess,
        lastOutcome);
  }
}

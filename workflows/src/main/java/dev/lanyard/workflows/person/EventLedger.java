package dev.lanyard.workflows.person;

import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonRules;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.UndoEvent;
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
   * @param willBe where the person stands once all that was taken is carried out
   * @return whether the event was taken and has to be carried out
   */
  boolean take(HrEvent event, Prospect willBe, Instant now) {
    if (event.eventId() != null && eventIds.contains(event.eventId())) {
      record(event, EventRecord.DUPLICATE, "this event was taken before", now);
      return false;
    }
    Optional<String> objection = objection(event, willBe, now);
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

  /** Whether the event could be tried out; else lists why not. Takes nothing. */
  boolean triable(DryRunEvent dry, Prospect willBe, Instant now) {
    Optional<String> objection =
        dry.event() == null || dry.event() instanceof DryRunEvent
            ? Optional.of("a dry run needs an event")
            : objection(dry.event(), willBe, now);
    objection.ifPresent(reason -> record(dry, EventRecord.REFUSED, reason, now));
    return objection.isEmpty();
  }

  /** Lists why it cannot be tried out. */
  void notTriable(DryRunEvent dry, String reason, Instant now) {
    record(dry, EventRecord.REFUSED, reason, now);
  }

  /** An event that was taken has its process; a repeated one has another. */
  void carriedOutBy(String eventId, String workflowId) {
    for (int i = records.size() - 1; i >= 0; i--) {
      EventRecord record = records.get(i);
      if (record.eventId().equals(eventId) && record.disposition().equals(EventRecord.ACCEPTED)) {
        records.set(i, record.by(workflowId));
        return;
      }
    }
  }

  /** Lists how trying it out ended. */
  void triedOut(DryRunEvent dry, String outcome, Instant now) {
    record(dry, EventRecord.DRY_RUN, outcome, now);
  }

  /** An event that was taken turned out not to be possible; the source may send it again. */
  void giveBack(HrEvent event, String reason, Instant now) {
    eventIds.remove(event.eventId());
    record(event, EventRecord.REFUSED, reason, now);
  }

  /** An event that was taken changes nothing, since another one does more. */
  void overtaken(HrEvent event, String reason, Instant now) {
    record(event, EventRecord.REFUSED, reason, now);
  }

  /** What another one came in place of is planned again. */
  void countsAgain(HrEvent event, Instant now) {
    record(event, EventRecord.ACCEPTED, "the one in its place was refused or called off", now);
  }

  /** What was kept for a later day will not be carried out. */
  void dropped(AgendaEntry entry, String reason, Instant now) {
    add(new EventRecord(entry.id(), entry.what(), EventRecord.REFUSED, reason, now));
  }

  /** Lists what became of somebody's wish to call off what is planned. */
  void callOff(String id, String disposition, String reason, Instant now) {
    String kept = id.length() <= EVENT_ID_LIMIT ? id : id.substring(0, EVENT_ID_LIMIT);
    add(new EventRecord(kept, EventRecord.CALL_OFF, disposition, reason, now));
  }

  /** Lists an event that could not even be read. */
  void unreadable(Instant now) {
    add(
        new EventRecord(
            "", "unreadable", EventRecord.REFUSED, "not an HR event of a known type", now));
  }

  private Optional<String> objection(HrEvent event, Prospect willBe, Instant now) {
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
    List<InputProblem> problems = PersonRules.problems(event);
    if (!problems.isEmpty()) {
      return Optional.of(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")));
    }
    return grants(event) && stale(event)
        ? Optional.of(
            "not newer than the termination that was decided at " + latestTerminationAt.get())
        : willBe.objectionTo(event);
  }

  /** An undo is about a termination, so it is newer too, or it is about an earlier one. */
  private static boolean grants(HrEvent event) {
    return !(event instanceof TerminationEvent || event instanceof LeaveEvent);
  }

  private boolean stale(HrEvent event) {
    return latestTerminationAt.filter(last -> !event.decidedAt().isAfter(last)).isPresent();
  }

  /** Whether it makes sense for somebody who stands there; also asked again when its turn comes. */
  static Optional<String> objectionTo(HrEvent event, Standing standing) {
    if (event instanceof HireEvent) {
      return switch (standing) {
        case GONE -> Optional.empty();
        case EMPLOYED ->
            Optional.of("this person is hired already, or is being hired; terminate first");
        case ON_LEAVE -> Optional.of("this person is on leave; hand in a return");
      };
    }
    if (event instanceof ReturnEvent) {
      return standing == Standing.ON_LEAVE
          ? Optional.empty()
          : Optional.of("this person is not on leave");
    }
    if (event instanceof UndoEvent) {
      return standing == Standing.GONE
          ? Optional.empty()
          : Optional.of("this person was not terminated; there is nothing to undo");
    }
    if (event instanceof TerminationEvent) {
      return Optional.empty();
    }
    return standing == Standing.EMPLOYED
        ? Optional.empty()
        : Optional.of("this person has no access that could change; hire first");
  }

  private void record(HrEvent event, String disposition, String reason, Instant now) {
    String id = event.eventId() == null ? "" : event.eventId();
    add(
        new EventRecord(
            id.length() <= EVENT_ID_LIMIT ? id : id.substring(0, EVENT_ID_LIMIT),
            EventRecord.typeOf(event),
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
      String lastOutcome,
      List<AgendaEntry> agenda,
      Optional<LastExit> lastExit,
      int callOffs) {
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
        lastOutcome,
        agenda,
        lastExit,
        callOffs);
  }
}

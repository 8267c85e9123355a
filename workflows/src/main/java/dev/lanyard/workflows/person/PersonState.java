package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person's run carries from one execution to the next.
 *
 * @param processes how many were started so far; numbers the next one's id
 * @param employed whether the last process that ended left access behind
 * @param eventIds ids of the events that were taken, oldest first, at most a thousand
 * @param latestDecidedAt of all events that were taken
 * @param latestTerminationAt of all terminations that were taken
 * @param events what became of each event, the newest last, at most fifty
 * @param lastProcess the workflow id of the process that ended last
 * @param lastOutcome how that one ended, in one line
 * @param agenda what was accepted for a later day, the next one first
 * @param lastExit what was taken last and can be given back
 * @param callOffs how many call-offs were asked for so far; numbers the next one's id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonState(
    EmployeeNumber employeeNumber,
    PersonLinks links,
    int processes,
    boolean employed,
    List<String> eventIds,
    Optional<Instant> latestDecidedAt,
    Optional<Instant> latestTerminationAt,
    List<EventRecord> events,
    Optional<String> lastProcess,
    String lastOutcome,
    List<AgendaEntry> agenda,
    Optional<LastExit> lastExit,
    int callOffs) {

  public PersonState {
    links = links == null ? PersonLinks.NONE : links;
    eventIds = eventIds == null ? List.of() : List.copyOf(eventIds);
    latestDecidedAt = latestDecidedAt == null ? Optional.empty() : latestDecidedAt;
    latestTerminationAt = latestTerminationAt == null ? Optional.empty() : latestTerminationAt;
    events = events == null ? List.of() : List.copyOf(events);
    lastProcess = lastProcess == null ? Optional.empty() : lastProcess;
    lastOutcome = lastOutcome == null ? "" : lastOutcome;
    agenda = agenda == null ? List.of() : List.copyOf(agenda);
    lastExit = lastExit == null ? Optional.empty() : lastExit;
  }

  /** A person of whom nothing is known yet. */
  public static PersonState unknown(EmployeeNumber employeeNumber) {
    return new PersonState(
        employeeNumber,
        PersonLinks.NONE,
        0,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        "",
        List.of(),
        Optional.empty(),
        0);
  }
}

package dev.lanyard.starter.follow;

import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.person.PersonUnknown;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows what an event leads to, by asking the person and the process again and again. Only
 * queries: following changes nothing, and can be broken off and taken up at any time.
 */
public final class Follower {

  /** A step takes some tens of milliseconds at best; a person reads no faster (guessed). */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** Looks at a person at rest until an accepted event counts as one that started nothing. */
  private static final int LOOKS_AT_REST = 15;

  /** Questions in a row without an answer until following is given up (guessed). */
  private static final int UNANSWERED = 3;

  private final WorkflowClient client;
  private final Persons persons;
  private final Duration betweenLooks;

  public Follower(WorkflowClient client) {
    this(client, BETWEEN_LOOKS);
  }

  /**
   * @param betweenLooks how long to wait between two looks
   */
  public Follower(WorkflowClient client, Duration betweenLooks) {
    this.client = client;
    this.persons = new Persons(client);
    this.betweenLooks = betweenLooks;
  }

  /**
   * What stood there before an event was submitted, so that the process of an earlier event is not
   * taken for its own. Empty when the person is new, forgotten (ids are then counted from 1 again),
   * or nobody answers.
   */
  public Set<String> processesBefore(EmployeeNumber employeeNumber) {
    try {
      if (!persons.remembered(employeeNumber)) {
        return Set.of();
      }
      PersonStatus known = persons.status(employeeNumber);
      return known.lastProcess().map(Set::of).orElse(Set.of());
    } catch (PersonUnknown | NoWorkerAnswers e) {
      return Set.of();
    }
  }

  /** Follows an event to its end, or until the watcher has seen enough. */
  public FollowOutcome follow(Submitted submitted, Watcher watcher) {
    return follow(submitted, Set.of(), watcher);
  }

  /**
   * @param before {@link #processesBefore}
   * @throws NoWorkerAnswers when no worker answers for long
   */
  public FollowOutcome follow(Submitted submitted, Set<String> before, Watcher watcher) {
    boolean told = false;
    boolean settling = false;
    int atRest = 0;
    while (true) {
      PersonStatus person = answered(watcher, () -> persons.status(submitted.employeeNumber()));
      Optional<EventRecord> record = newestOf(person.events(), submitted.eventId());
      if (record.isPresent()) {
        if (!told) {
          watcher.event(record.get());
          told = true;
        }
        if (!taken(person.events(), submitted.eventId())) {
          return new FollowOutcome.EventSettled(record.get());
        }
        // A repeat led to what its first arrival led to, which may have ended since.
        boolean repeat = record.get().disposition().equals(EventRecord.DUPLICATE);
        Optional<String> process = processOf(submitted, person, repeat ? Set.of() : before);
        if (process.isPresent()) {
          watcher.process(process.get());
          return follow(process.get(), watcher);
        }
        if (person.currentProcess().isPresent() && !settling) {
          watcher.notice("waits until " + person.currentProcess().get() + " has settled");
          settling = true;
        }
        boolean resting = person.currentProcess().isEmpty() && person.waiting() == 0;
        atRest = resting ? atRest + 1 : 0;
        if (atRest >= LOOKS_AT_REST) {
          return new FollowOutcome.EventSettled(record.get());
        }
      }
      pause();
    }
  }

  /**
   * Follows one process to its end, or until the watcher has seen enough.
   *
   * @throws NoWorkerAnswers when no worker answers for long
   */
  public FollowOutcome follow(String workflowId, Watcher watcher) {
    ProcessWatch watch = new ProcessWatch(client, workflowId, watcher);
    while (true) {
      // Closed first, status second: then the status is the last one.
      boolean closed = watch.closed();
      Optional<FollowOutcome> enough =
          watch.tell(answered(watcher, () -> persons.process(workflowId)), closed);
      if (enough.isPresent()) {
        return enough.get();
      }
      if (closed) {
        return watch.outcome();
      }
      pause();
    }
  }

  private <R> R answered(Watcher watcher, Supplier<R> question) {
    int unanswered = 0;
    while (true) {
      try {
        return question.get();
      } catch (NoWorkerAnswers e) {
        unanswered++;
        if (unanswered >= UNANSWERED) {
          throw e;
        }
        watcher.notice("no worker answers; ./lanyard worker starts one");
        pause();
      }
    }
  }

  private static Optional<EventRecord> newestOf(List<EventRecord> events, String eventId) {
    return events.stream()
        .filter(record -> record.eventId().equals(eventId))
        .reduce((earlier, later) -> later);
  }

  /** A repeat of an event that was taken is followed like the event itself. */
  private static boolean taken(List<EventRecord> events, String eventId) {
    return events.stream()
        .anyMatch(
            record ->
                record.eventId().equals(eventId)
                    && record.disposition().equals(EventRecord.ACCEPTED));
  }

  private static Optional<String> processOf(
      Submitted submitted, PersonStatus person, Set<String> before) {
    String kind = submitted.type().equals(Submitted.HIRE) ? "onboarding/" : "offboarding/";
    Pattern named =
        Pattern.compile(
            kind + Pattern.quote(submitted.employeeNumber().value()) + "/[0-9]+(?![0-9])");
    Optional<String> told =
        person.events().stream()
            .filter(record -> record.eventId().equals(submitted.eventId()))
            .map(record -> named.matcher(record.reason() == null ? "" : record.reason()))
            .filter(Matcher::find)
            .map(Matcher::group)
            .findFirst();
    return told.or(() -> person.currentProcess().filter(id -> id.startsWith(kind)))
        .or(() -> person.lastProcess().filter(id -> id.startsWith(kind) && !before.contains(id)));
  }

  private void pause() {
    try {
      Thread.sleep(betweenLooks.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FollowingInterrupted();
    }
  }
}

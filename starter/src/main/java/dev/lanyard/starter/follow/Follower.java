package dev.lanyard.starter.follow;

import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.person.PersonUnknown;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

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
   * Follows an event to its end, or until the watcher has seen enough.
   *
   * @throws NoWorkerAnswers when no worker answers for long
   */
  public FollowOutcome follow(Submitted submitted, Watcher watcher) {
    boolean told = false;
    boolean settling = false;
    int atRest = 0;
    while (true) {
      PersonStatus person = answered(watcher, () -> persons.status(submitted.employeeNumber()));
      Optional<EventRecord> record = newest(person, submitted.eventId());
      if (record.isPresent()) {
        if (!told) {
          watcher.event(record.get());
          told = true;
        }
        Optional<EventRecord> taken = taken(person, submitted.eventId());
        if (taken.isEmpty()) {
          return new FollowOutcome.EventSettled(record.get());
        }
        Optional<String> process = taken.get().process().filter(this::started);
        if (process.isPresent()) {
          watcher.process(process.get());
          FollowOutcome outcome = follow(process.get(), watcher);
          settle(submitted.employeeNumber(), process.get());
          return outcome;
        }
        Optional<String> before =
            person.currentProcess().filter(id -> taken.get().process().isEmpty());
        if (!settling && before.isPresent()) {
          watcher.notice("waits until " + before.get() + " has settled");
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
   * Waits until the person has listed what became of an event; of a dry run that is at its end.
   *
   * @throws NoWorkerAnswers when no worker answers for long
   */
  public EventRecord recorded(Submitted submitted, Watcher watcher) {
    while (true) {
      Optional<EventRecord> record =
          newest(
              answered(watcher, () -> persons.status(submitted.employeeNumber())),
              submitted.eventId());
      if (record.isPresent()) {
        return record.get();
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

  private static Optional<EventRecord> newest(PersonStatus person, String eventId) {
    return person.events().stream()
        .filter(record -> record.eventId().equals(eventId))
        // What became of somebody's wish to call it off is told there.
        .filter(record -> !record.type().equals(EventRecord.CALL_OFF))
        .reduce((earlier, later) -> later);
  }

  /** A repeat of an event that was taken is followed like the event itself. */
  private static Optional<EventRecord> taken(PersonStatus person, String eventId) {
    return person.events().stream()
        .filter(record -> record.eventId().equals(eventId))
        .filter(record -> record.disposition().equals(EventRecord.ACCEPTED))
        .reduce((earlier, later) -> later);
  }

  /** Its person's run names it before the server has started it. */
  private boolean started(String workflowId) {
    try {
      return client.newUntypedWorkflowStub(workflowId).describe().getStartTime() != null;
    } catch (WorkflowNotFoundException notYet) {
      return false;
    }
  }

  /**
   * Waits, a few seconds at most, until the person has seen that a process ended: what is done next
   * may rely on it. Returns at once when the process has not ended.
   */
  public void settle(EmployeeNumber employeeNumber, String process) {
    for (int look = 0; look < LOOKS_AT_REST; look++) {
      try {
        if (!persons.status(employeeNumber).currentProcess().equals(Optional.of(process))
            || !ended(process)) {
          return;
        }
      } catch (NoWorkerAnswers | PersonUnknown e) {
        return;
      }
      pause();
    }
  }

  private boolean ended(String process) {
    return new ProcessWatch(client, process, new Watcher() {}).closed();
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

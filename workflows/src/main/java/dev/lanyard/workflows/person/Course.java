package dev.lanyard.workflows.person;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.hr.HrEvent;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Consumer;

/** What runs for a person just now, and what ran last. */
final class Course {

  private final EventLedger ledger;
  private Optional<String> event = Optional.empty();
  private int processes;
  private Optional<Process> current = Optional.empty();
  private final Consumer<String> show;
  private Optional<String> lastProcess;
  private String lastOutcome;

  /**
   * @param show is told what is done just now
   */
  Course(PersonState begun, EventLedger ledger, Consumer<String> show) {
    this.show = show;
    this.ledger = ledger;
    this.processes = begun.processes();
    this.lastProcess = begun.lastProcess();
    this.lastOutcome = begun.lastOutcome();
  }

  /** What is started next carries this event out. */
  void begins(HrEvent next) {
    event = Optional.of(next.eventId());
  }

  /** The number of the next process, for its id. */
  int next() {
    processes++;
    return processes;
  }

  /** How many were started so far. */
  int processes() {
    return processes;
  }

  /** To be called with each process that was started, before anybody waits for it. */
  void run(Process process, PersonLinks links) {
    current = Optional.of(process);
    event.ifPresent(id -> ledger.carriedOutBy(id, process.workflowId()));
    event = Optional.empty();
    links
        .posUserId()
        .ifPresent(
            id ->
                Workflow.upsertTypedSearchAttributes(
                    SearchAttributes.POS_USER_ID.valueSet((long) id.value())));
    show.accept("runs " + process.workflowId());
  }

  /** It has ended, and counts as the last one. */
  void settled() {
    Process ended = current.orElseThrow();
    lastProcess = Optional.of(ended.workflowId());
    lastOutcome = ended.outcome();
    left();
  }

  /** It has ended, and left no trace. */
  void left() {
    current = Optional.empty();
    show.accept("");
  }

  Optional<Process> current() {
    return current;
  }

  Optional<String> lastProcess() {
    return lastProcess;
  }

  String lastOutcome() {
    return lastOutcome;
  }
}

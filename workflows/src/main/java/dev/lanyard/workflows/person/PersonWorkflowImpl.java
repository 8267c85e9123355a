package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.pin.PinHandover;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Takes events in order and carries them out one at a time; the processes are its children. */
public final class PersonWorkflowImpl implements PersonWorkflow {

  private final PersonState begun;
  private final EventLedger ledger;
  private final Deque<HrEvent> waiting = new ArrayDeque<>();
  private PersonLinks links;
  private int processes;
  private boolean employed;
  private Process current;
  private Optional<String> lastProcess;
  private String lastOutcome;
  private boolean over;

  @WorkflowInit
  public PersonWorkflowImpl(PersonState state) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.begun = state == null ? PersonState.unknown(null) : state;
    this.ledger = new EventLedger(begun);
    this.links = begun.links();
    this.processes = begun.processes();
    this.employed = begun.employed();
    this.lastProcess = begun.lastProcess();
    this.lastOutcome = begun.lastOutcome();
  }

  @Override
  public void live(PersonState sameState) {
    requireOwnNumber();
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(begun.employeeNumber().value()));
    CancellationScope asked = CancellationScope.current();
    // A cancelled run would forget somebody who has access: cancellation is not followed.
    Workflow.newDetachedCancellationScope(() -> own(asked)).run();
    if (!over) {
      // No process runs here: a parent that continues as new would close its children.
      Workflow.newContinueAsNewStub(PersonWorkflow.class)
          .live(ledger.state(links, processes, employed, lastProcess, lastOutcome));
    }
  }

  private void requireOwnNumber() {
    HireRules.employeeNumber(begun.employeeNumber())
        .ifPresent(
            problem -> {
              throw ApplicationFailure.newNonRetryableFailure(
                  problem.field() + " " + problem.message(), FailureTypes.INPUT_REFUSED);
            });
    String ownId = WorkflowIds.person(begun.employeeNumber());
    if (!Workflow.getInfo().getWorkflowId().equals(ownId)) {
      throw ApplicationFailure.newNonRetryableFailure(
          "employeeNumber does not belong to this workflow id; expected " + ownId,
          FailureTypes.INPUT_REFUSED);
    }
  }

  /** Returns when there is nobody to remember any more, or when the history has grown long. */
  private void own(CancellationScope asked) {
    while (!over) {
      if (!waiting.isEmpty()) {
        carryOut(waiting.poll());
      } else if (historyIsLong(asked)) {
        return;
      } else if (forgettable()) {
        remember(asked);
      } else {
        Workflow.await(() -> !waiting.isEmpty() || historyIsLong(asked));
      }
    }
  }

  /** A run that was asked to cancel cannot continue as new: the server would close it instead. */
  private static boolean historyIsLong(CancellationScope asked) {
    return Workflow.getInfo().isContinueAsNewSuggested() && !asked.isCancelRequested();
  }

  /** Nobody who may still have access is ever forgotten. */
  private boolean forgettable() {
    return !employed;
  }

  /** Keeps the memory of a person without access for a while. */
  private void remember(CancellationScope asked) {
    Duration whileLonger = ActivityStubs.planning().readPolicy().personRememberedFor();
    show("remembered");
    boolean called =
        !waiting.isEmpty()
            || (!whileLonger.isZero()
                && Workflow.await(whileLonger, () -> !waiting.isEmpty() || historyIsLong(asked)));
    over = !called && waiting.isEmpty();
  }

  private void carryOut(HrEvent event) {
    if (event instanceof HireEvent hire) {
      if (employed) {
        ledger.giveBack(hire, "the termination before it left access open; close it first", now());
        return;
      }
      links = links.hiredAs(hire.hire().posUserId());
      Onboarding onboarding = new Onboarding(hire, ++processes);
      run(onboarding);
      onboarding.await(waiting);
      employed = onboarding.leftAccess();
      links = onboarding.links(links);
    } else {
      TerminationEvent termination = (TerminationEvent) event;
      Offboarding offboarding = new Offboarding(termination, links, employed, ++processes);
      run(offboarding);
      if (termination.termination().immediate()) {
        PinHandover.close(begun.employeeNumber(), "the person left");
      }
      offboarding.await(waiting);
      employed = offboarding.leftAccess();
      links = offboarding.links();
      if (!offboarding.refusedByApprovers()) {
        PinHandover.close(begun.employeeNumber(), "the person left");
      }
      if (offboarding.wasCancelled()) {
        waiting.addFirst(termination);
      }
    }
    lastProcess = Optional.of(current.workflowId());
    lastOutcome = current.outcome();
    current = null;
    show(lastOutcome);
  }

  private void run(Process process) {
    current = process;
    links
        .posUserId()
        .ifPresent(
            id ->
                Workflow.upsertTypedSearchAttributes(
                    SearchAttributes.POS_USER_ID.valueSet((long) id.value())));
    show("running " + process.workflowId());
  }

  @Override
  public void hrEvent(RawValue raw) {
    Optional<HrEvent> event = Signals.read(raw, HrEvent.class);
    if (event.isEmpty()) {
      ledger.unreadable(now());
    } else if (ledger.take(event.get(), willBeEmployed(), now())) {
      waiting.add(event.get());
    }
  }

  private boolean willBeEmployed() {
    if (!waiting.isEmpty()) {
      return waiting.peekLast() instanceof HireEvent;
    }
    return current == null ? employed : current.grants();
  }

  @Override
  public PersonStatus status() {
    return new PersonStatus(
        begun.employeeNumber(),
        links,
        employed,
        Optional.ofNullable(current).filter(Process::started).map(Process::workflowId),
        lastProcess,
        lastOutcome,
        waiting.size(),
        ledger.records());
  }

  private void show(String what) {
    Workflow.setCurrentDetails(
        begun.employeeNumber() + ": " + what.replaceAll("[^A-Za-z0-9 .:,/_-]", " "));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

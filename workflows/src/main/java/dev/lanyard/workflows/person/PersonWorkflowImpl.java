package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.offboarding.ExitSnapshot;
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
import java.util.function.Supplier;

/** Takes events in order and carries them out one at a time; the processes are its children. */
public final class PersonWorkflowImpl implements PersonWorkflow {

  private static final String HIRE_AMENDS = "hire-amends";

  /** Runs from before take off what they are told to, unasked. */
  private static final String CALL_OFF_ASKS = "call-off-asks";

  private final PersonState begun;
  private final EventLedger ledger;
  private final Deque<HrEvent> waiting = new ArrayDeque<>();
  private final Deque<DryRunEvent> trials = new ArrayDeque<>();
  private final Agenda agenda;
  private final Processes processes;
  private boolean over;

  @WorkflowInit
  public PersonWorkflowImpl(PersonState state) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.begun = state == null ? PersonState.unknown(null) : state;
    this.ledger = new EventLedger(begun);
    this.agenda = new Agenda(begun.agenda());
    this.processes = new Processes(begun, ledger, agenda, waiting);
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
      Workflow.newContinueAsNewStub(PersonWorkflow.class).live(processes.state());
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
      processes.showPlanned();
      Optional<AgendaEntry> due =
          waiting.isEmpty() || agenda.terminationIsDue() ? agenda.due(waiting) : Optional.empty();
      if (due.isPresent()) {
        processes.carryOut(due.get());
      } else if (!waiting.isEmpty()) {
        processes.carryOut(waiting.poll());
      } else if (!trials.isEmpty()) {
        processes.tryOut(trials.poll());
      } else if (historyIsLong(asked)) {
        return;
      } else if (forgettable()) {
        remember(asked);
      } else {
        awaitSomething(asked);
      }
    }
  }

  private void awaitSomething(CancellationScope asked) {
    int seen = agenda.changes();
    processes.show("");
    Supplier<Boolean> something =
        () -> called() || agenda.changes() != seen || historyIsLong(asked);
    Optional<Duration> untilNext = agenda.untilNext();
    if (untilNext.isPresent()) {
      // What ended the wait shows in the next round.
      Workflow.await(untilNext.get(), something);
    } else {
      Workflow.await(something);
    }
  }

  /** A run that was asked to cancel cannot continue as new: the server would close it instead. */
  private boolean historyIsLong(CancellationScope asked) {
    return Workflow.getInfo().isContinueAsNewSuggested()
        && !asked.isCancelRequested()
        && processes.callOffs().isIdle();
  }

  /** Nobody who may still have access, or get it back, is ever forgotten. */
  private boolean forgettable() {
    return processes.standing() == Standing.GONE && agenda.isEmpty();
  }

  /** Keeps the memory of a person without access for a while. */
  private void remember(CancellationScope asked) {
    Duration whileLonger = ActivityStubs.planning().readPolicy().personRememberedFor();
    processes.show("is remembered for a while, and forgotten then");
    boolean called =
        called()
            || (!whileLonger.isZero()
                && Workflow.await(whileLonger, () -> called() || historyIsLong(asked)));
    over = !called && !called();
  }

  private boolean called() {
    return !waiting.isEmpty() || !trials.isEmpty();
  }

  @Override
  public void hrEvent(RawValue raw) {
    Optional<HrEvent> event = Signals.read(raw, HrEvent.class);
    if (event.isEmpty()) {
      ledger.unreadable(now());
    } else if (event.get() instanceof DryRunEvent trial) {
      if (ledger.triable(trial, processes.willBe(trial), now()) && processes.mayTryOut(trial)) {
        trials.add(trial);
      }
    } else if (event.get() instanceof HireEvent hire && amendsTheOpenOne()) {
      amend(hire);
    } else if (ledger.take(event.get(), processes.willBe(event.get()), now())) {
      waiting.add(event.get());
    }
  }

  /** A hire of somebody who is being hired corrects that hire; runs from before refuse it. */
  private boolean amendsTheOpenOne() {
    return processes.openHire().isPresent()
        && waiting.isEmpty()
        && Workflow.getVersion(HIRE_AMENDS, Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  private void amend(HireEvent hire) {
    Onboarding open = processes.openHire().orElseThrow();
    if (!ledger.take(hire, Prospect.of(Standing.GONE), now())) {
      return;
    }
    if (open.amend(hire)) {
      ledger.carriedOutBy(hire.eventId(), open.workflowId());
    } else {
      ledger.giveBack(hire, "the hire was over before this could amend it", now());
    }
  }

  @Override
  public void exitSnapshot(RawValue raw) {
    Signals.read(raw, ExitSnapshot.class).ifPresent(processes::taken);
  }

  @Override
  public DecisionAnswer callOff(CallOff request) {
    if (Workflow.getVersion(CALL_OFF_ASKS, Workflow.DEFAULT_VERSION, 1) >= 1) {
      return processes.callOffs().ask(request);
    }
    boolean there = request != null && request.id() != null && agenda.callOff(request.id());
    return there
        ? new DecisionAnswer(true, "accepted")
        : new DecisionAnswer(false, "nothing with this id is planned; it has begun, or never was");
  }

  @Override
  public PersonStatus status() {
    return processes.status();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

package dev.lanyard.workflows.person;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.pin.PinHandover;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Carries out one event after the other, each as a process of its own, and keeps what that left:
 * the person's links, whether there is access, and what was taken last.
 */
final class Processes {

  private final EmployeeNumber employeeNumber;
  private final EventLedger ledger;
  private final Deque<HrEvent> waiting;
  private final Agenda agenda;
  private final Alterations alterations;
  private PersonLinks links;
  private int processes;
  private boolean employed;
  private Process current;
  private Optional<String> lastProcess;
  private String lastOutcome;
  private Optional<LastExit> lastExit;

  /**
   * @param waiting the events that come next, which a process may have to look at
   */
  Processes(PersonState begun, EventLedger ledger, Agenda agenda, Deque<HrEvent> waiting) {
    this.employeeNumber = begun.employeeNumber();
    this.ledger = ledger;
    this.agenda = agenda;
    this.waiting = waiting;
    this.alterations = new Alterations(begun.employeeNumber());
    this.links = begun.links();
    this.processes = begun.processes();
    this.employed = begun.employed();
    this.lastProcess = begun.lastProcess();
    this.lastOutcome = begun.lastOutcome();
    this.lastExit = begun.lastExit();
  }

  /** Leaves everything as it was but for a line in the list. */
  void tryOut(DryRunEvent trial) {
    if (!(trial.event() instanceof HireEvent hire)) {
      return;
    }
    Optional<String> obstacle = obstacle(hire);
    if (obstacle.isPresent()) {
      ledger.triable(trial, standing(), now());
      return;
    }
    HireEvent whole = withKnownId(hire);
    PersonLinks would = links.hiredAs(whole.hire().posUserId());
    DryRun dryRun =
        new DryRun(
            whole, links.employeeId().filter(id -> would.employeeId().isPresent()), standing());
    run(dryRun);
    dryRun.await(waiting);
    ledger.triedOut(trial, dryRun.outcome(), now());
    current = null;
    show(lastOutcome);
  }

  /** Somebody who comes back has the number of before, unless another one is stated. */
  private HireEvent withKnownId(HireEvent event) {
    boolean known = links.posUserId().isPresent() && links.employeeId().isPresent();
    return event.hire().posUserId() == null && known
        ? new HireEvent(
            event.eventId(),
            event.decidedAt(),
            event.employeeNumber(),
            event.hire().withPosUserId(links.posUserId().get()))
        : event;
  }

  void carryOut(HrEvent event) {
    Optional<String> obstacle = obstacle(event);
    if (obstacle.isPresent()) {
      ledger.giveBack(event, obstacle.get(), now());
      return;
    }
    if (agenda.keeps(event)) {
      show("waits for a later day");
      return;
    }
    processes++;
    if (event instanceof HireEvent hire) {
      hire(hire);
    } else if (event instanceof TerminationEvent termination) {
      terminate(termination);
    } else if (event instanceof LeaveEvent leave) {
      leave(leave);
    } else if (event instanceof ChangeEvent change) {
      change(change);
    } else if (event instanceof TransferEvent transfer) {
      transfer(transfer.transfer(), Optional.empty(), transfer.requester())
          .filter(before -> transfer.transfer().until().isPresent())
          .ifPresent(before -> agenda.loanEnds(transfer, before));
    } else if (event instanceof ReturnEvent back) {
      restore(RestorationInput.RETURN, back.on(), "back from leave", back.requester());
    } else if (event instanceof UndoEvent undo) {
      restore(RestorationInput.UNDO, Optional.empty(), undo.reason(), undo.requester());
    }
    settled();
  }

  void carryOut(AgendaEntry entry) {
    if (entry.event().isPresent()) {
      carryOut(entry.event().get());
    } else if (entry.loanEnd().isPresent()) {
      processes++;
      LoanEnd end = entry.loanEnd().get();
      if (transfer(end.transfer(), Optional.of(end.before()), Optional.empty()).isEmpty()) {
        ledger.dropped(entry, "the loan's end was " + current.outcome(), now());
      }
      settled();
    } else {
      lastExit = Optional.empty();
      if (links.staffId().isPresent()) {
        processes++;
        delete(links.staffId().get());
        settled();
      }
    }
  }

  /** What was right when the event was taken may have changed while it waited. */
  private Optional<String> obstacle(HrEvent event) {
    if (event instanceof HireEvent && employed) {
      return Optional.of("the termination before it left access open; close it first");
    }
    Optional<String> objection =
        event instanceof HireEvent ? Optional.empty() : EventLedger.objectionTo(event, standing());
    if (objection.isPresent() || !(event instanceof UndoEvent)) {
      return objection;
    }
    if (lastExit.isEmpty()) {
      return Optional.of("nothing is known that could be given back; hire again");
    }
    return lastExit.get().undoableUntil().filter(until -> until.isAfter(now())).isPresent()
        ? Optional.empty()
        : Optional.of("the grace period is over; hire again");
  }

  private void hire(HireEvent event) {
    HireEvent hire = withKnownId(event);
    Optional<Integer> formerEmployee = links.employeeId();
    links = links.hiredAs(hire.hire().posUserId());
    Onboarding onboarding =
        new Onboarding(
            hire, formerEmployee.filter(id -> links.employeeId().isPresent()), processes);
    run(onboarding);
    onboarding.await(waiting);
    employed = onboarding.leftAccess();
    links = onboarding.links(links);
    if (employed) {
      lastExit = Optional.empty();
      agenda.clear();
    }
  }

  private void terminate(TerminationEvent termination) {
    boolean wasOnLeave = standing() == Standing.ON_LEAVE;
    Offboarding offboarding = new Offboarding(termination, links, employed, processes);
    run(offboarding);
    if (termination.termination().immediate()) {
      PinHandover.close(employeeNumber, "the person left");
    }
    offboarding.await(waiting);
    employed = offboarding.leftAccess();
    links = offboarding.links();
    if (!offboarding.refusedByApprovers()) {
      PinHandover.close(employeeNumber, "the person left");
      List<AgendaEntry> loans = loanEndsToKeep();
      drop("the person left");
      // What a leave took is not given back by an undo: the person was away when it was decided.
      lastExit =
          offboarding
              .taken()
              .or(() -> wasOnLeave ? Optional.empty() : lastExit)
              .map(exit -> exit.withLoans(loans));
      lastExit
          .flatMap(LastExit::undoableUntil)
          .ifPresent(until -> agenda.graceEnds(termination.eventId(), until));
    }
    if (offboarding.wasCancelled()) {
      waiting.addFirst(termination);
    }
  }

  private void leave(LeaveEvent leave) {
    Offboarding pause = Offboarding.forLeave(leave, links, processes);
    run(pause);
    pause.await(waiting);
    links = pause.links();
    if (pause.refusedByApprovers()) {
      return;
    }
    // Access that a human took over, or that nobody knows of, is access: only what was closed and
    // can be given back makes a leave.
    lastExit = pause.taken();
    employed = pause.leftAccess() || lastExit.isEmpty();
    if (!employed) {
      List<AgendaEntry> loans = loanEndsToKeep();
      lastExit = lastExit.map(exit -> exit.withLoans(loans));
    }
    PinHandover.close(employeeNumber, "the person is on leave");
    if (!employed) {
      leave.leave().returnOn().ifPresent(on -> agenda.returns(leave, on));
    }
    if (pause.wasCancelled()) {
      waiting.addFirst(leave);
    }
  }

  private void change(ChangeEvent event) {
    Alteration<ChangeResult> change = alterations.change(event.change(), links, processes);
    run(change);
    change
        .await(waiting)
        .ifPresent(result -> links = links.with(result.employeeId(), result.staffId()));
  }

  /** What both systems showed before, when something was changed. */
  private Optional<AccessSnapshot> transfer(
      Transfer wanted, Optional<AccessSnapshot> backTo, Optional<String> requester) {
    Alteration<TransferResult> transfer =
        alterations.transfer(wanted, backTo, requester, links, processes);
    run(transfer);
    Optional<TransferResult> result = transfer.await(waiting);
    result.ifPresent(ended -> links = links.with(ended.employeeId(), ended.staffId()));
    return result
        .filter(ended -> ended.outcome().equals(TransferResult.DONE))
        .flatMap(TransferResult::before);
  }

  private void restore(
      String kind, Optional<LocalDate> on, String reason, Optional<String> requester) {
    Alteration<RestorationResult> restoration =
        alterations.restore(
            kind, lastExit.orElseThrow().before(), on, reason, requester, links, processes);
    run(restoration);
    Optional<RestorationResult> result = restoration.await(waiting);
    result.ifPresent(ended -> links = links.with(ended.employeeId(), ended.staffId()));
    boolean done =
        result.filter(ended -> ended.outcome().equals(RestorationResult.DONE)).isPresent();
    employed = done || restoration.unsettled();
    if (employed) {
      List<AgendaEntry> loans = lastExit.map(LastExit::loans).orElse(List.of());
      lastExit = Optional.empty();
      if (loansOutlastExits()) {
        agenda.givenBack(loans);
      } else {
        agenda.clear();
      }
    }
  }

  private void delete(long staffId) {
    Alteration<String> deletion = alterations.delete(staffId, processes);
    run(deletion);
    deletion.await(waiting).ifPresent(words -> links = links.withoutStaffMember(words));
  }

  /**
   * Nobody who is away has what was lent; whoever gets it back has it for no longer than before.
   */
  private List<AgendaEntry> loanEndsToKeep() {
    if (!loansOutlastExits()) {
      return List.of();
    }
    List<AgendaEntry> ends = new ArrayList<>(lastExit.map(LastExit::loans).orElse(List.of()));
    ends.addAll(agenda.takeLoanEnds());
    return List.copyOf(ends);
  }

  /** Runs from before forgot the end of a loan when its person left, or came back. */
  private static boolean loansOutlastExits() {
    return Workflow.getVersion("loans-outlast-exits", Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /** What was planned for somebody with access has nobody to happen to. */
  private void drop(String reason) {
    agenda.clear().forEach(entry -> ledger.dropped(entry, reason, now()));
  }

  private void settled() {
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

  Standing standing() {
    if (employed) {
      return Standing.EMPLOYED;
    }
    return lastExit.filter(LastExit::leave).isPresent() ? Standing.ON_LEAVE : Standing.GONE;
  }

  /** Once all that was taken is carried out, if it succeeds. */
  Standing willBe(HrEvent next) {
    if (next instanceof ReturnEvent && agenda.hasLeave()) {
      return Standing.ON_LEAVE;
    }
    Standing last = current == null ? standing() : current.leadsTo();
    for (HrEvent event : waiting) {
      last = Standing.after(event, last);
    }
    return last;
  }

  void show(String what) {
    Workflow.setCurrentDetails(employeeNumber + ": " + what.replaceAll("[^A-Za-z0-9 .:,/_-]", " "));
  }

  /** The hire that is being carried out, when that is what is done just now. */
  Optional<Onboarding> openHire() {
    return current instanceof Onboarding open ? Optional.of(open) : Optional.empty();
  }

  /** For the next execution of the person's run. */
  PersonState state() {
    return ledger.state(
        links, processes, employed, lastProcess, lastOutcome, agenda.entries(), lastExit);
  }

  PersonStatus status() {
    return new PersonStatus(
        employeeNumber,
        links,
        employed,
        Optional.ofNullable(current).filter(Process::started).map(Process::workflowId),
        lastProcess,
        lastOutcome,
        waiting.size(),
        ledger.records(),
        agenda.planned(),
        standing() == Standing.ON_LEAVE,
        lastExit.flatMap(LastExit::undoableUntil).filter(until -> until.isAfter(now())));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

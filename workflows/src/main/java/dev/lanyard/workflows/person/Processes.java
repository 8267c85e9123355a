package dev.lanyard.workflows.person;

import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.ExitSnapshot;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Carries out one event after the other, each as a process of its own. */
final class Processes {

  private final EmployeeNumber employeeNumber;
  private final EventLedger ledger;
  private final Deque<HrEvent> waiting;
  private final Agenda agenda;
  private final PersonAccess access;
  private final Course course;
  private final Grants grants;
  private final Exits exits;

  /**
   * @param waiting the events that come next, which a process may have to look at
   */
  Processes(PersonState begun, EventLedger ledger, Agenda agenda, Deque<HrEvent> waiting) {
    this.employeeNumber = begun.employeeNumber();
    this.ledger = ledger;
    this.agenda = agenda;
    this.waiting = waiting;
    this.access = new PersonAccess(begun);
    this.course = new Course(begun);
    Alterations alterations = new Alterations(employeeNumber);
    this.grants = new Grants(access, course, agenda, waiting, alterations);
    this.exits = new Exits(employeeNumber, access, course, ledger, agenda, waiting, alterations);
  }

  /**
   * Whether it is its turn soon; else lists why not. A hire may wait for the end of an offboarding;
   * anything else is about what is there now.
   */
  boolean mayTryOut(DryRunEvent trial) {
    boolean busy = course.current().isPresent() || !waiting.isEmpty();
    if (busy && !(trial.event() instanceof HireEvent)) {
      ledger.notTriable(
          trial, "another process of this person is under way; see its status", now());
      return false;
    }
    return true;
  }

  /** Leaves everything as it was but for a line in the list. */
  void tryOut(DryRunEvent trial) {
    Optional<String> obstacle = obstacle(trial.event());
    if (obstacle.isPresent()) {
      if (ledger.triable(trial, standing(), now())) {
        ledger.notTriable(trial, obstacle.get(), now());
      }
      return;
    }
    DryRun dryRun =
        trial.event() instanceof HireEvent hire
            ? ofHire(hire)
            : DryRun.of(trial.event(), access.links(), access.lastExit(), standing());
    course.run(dryRun, access.links());
    dryRun.await(waiting);
    ledger.triedOut(trial, dryRun.outcome(), now());
    course.left();
  }

  private DryRun ofHire(HireEvent hire) {
    HireEvent whole = access.withKnownId(hire);
    return DryRun.ofHire(whole, access.formerEmployee(whole.hire().posUserId()), standing());
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
    if (event instanceof HireEvent hire) {
      grants.hire(hire);
    } else if (event instanceof TerminationEvent termination) {
      exits.terminate(termination);
    } else if (event instanceof LeaveEvent leave) {
      exits.leave(leave);
    } else if (event instanceof ChangeEvent change) {
      grants.change(change);
    } else if (event instanceof TransferEvent transfer) {
      grants
          .transfer(transfer.transfer(), Optional.empty(), transfer.requester())
          .filter(before -> transfer.transfer().until().isPresent())
          .ifPresent(before -> agenda.loanEnds(transfer, before));
    } else if (event instanceof ReturnEvent back) {
      grants.restore(RestorationInput.RETURN, back.on(), "back from leave", back.requester());
    } else if (event instanceof UndoEvent undo) {
      grants.restore(RestorationInput.UNDO, Optional.empty(), undo.reason(), undo.requester());
    }
    course.settled();
  }

  void carryOut(AgendaEntry entry) {
    if (entry.event().isPresent()) {
      carryOut(entry.event().get());
    } else if (entry.loanEnd().isPresent()) {
      endLoan(entry, entry.loanEnd().get());
    } else {
      exits.graceOver();
    }
  }

  private void endLoan(AgendaEntry entry, LoanEnd end) {
    boolean ended =
        grants.transfer(end.transfer(), Optional.of(end.before()), Optional.empty()).isPresent();
    String outcome = course.current().orElseThrow().outcome();
    if (!ended && endsAgain(outcome)) {
      agenda.putBack(entry);
    } else if (!ended) {
      ledger.dropped(entry, "the loan's end was " + outcome, now());
    }
    course.settled();
  }

  /**
   * Withdrawn for a termination, which may be undone; or cancelled, of which the server keeps no
   * result. Access that was lent stays for no longer than that. Runs from before dropped the end.
   */
  private static boolean endsAgain(String outcome) {
    return List.of(TransferResult.WITHDRAWN, Process.CANCELLED).contains(outcome)
        && Workflow.getVersion("loan-end-stays", Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /** What was right when the event was taken may have changed while it waited. */
  private Optional<String> obstacle(HrEvent event) {
    if (event instanceof HireEvent && access.employed()) {
      return Optional.of("the termination before it left access open; close it first");
    }
    Optional<String> objection =
        event instanceof HireEvent ? Optional.empty() : EventLedger.objectionTo(event, standing());
    if (objection.isPresent() || !(event instanceof UndoEvent)) {
      return objection;
    }
    if (access.lastExit().isEmpty()) {
      return Optional.of("nothing is known that could be given back; hire again");
    }
    return access.undoableUntil(now()).isPresent()
        ? Optional.empty()
        : Optional.of("the grace period is over; hire again");
  }

  Standing standing() {
    return access.standing();
  }

  /** Once all that was taken is carried out, if it succeeds. */
  Standing willBe(HrEvent next) {
    if (next instanceof ReturnEvent && agenda.hasLeave()) {
      return Standing.ON_LEAVE;
    }
    Standing last = course.current().map(Process::leadsTo).orElseGet(this::standing);
    for (HrEvent event : waiting) {
      last = Standing.after(event, last);
    }
    return last;
  }

  /** Signal handler. */
  void taken(ExitSnapshot snapshot) {
    course
        .current()
        .filter(Offboarding.class::isInstance)
        .map(Offboarding.class::cast)
        .ifPresent(open -> open.handedOver(snapshot));
  }

  void show(String what) {
    course.show(what);
  }

  /** The hire that is being carried out, when that is what is done just now. */
  Optional<Onboarding> openHire() {
    return course.current().filter(Onboarding.class::isInstance).map(Onboarding.class::cast);
  }

  /** For the next execution of the person's run. */
  PersonState state() {
    return ledger.state(
        access.links(),
        course.processes(),
        access.employed(),
        course.lastProcess(),
        course.lastOutcome(),
        agenda.entries(),
        access.lastExit());
  }

  PersonStatus status() {
    return new PersonStatus(
        employeeNumber,
        access.links(),
        access.employed(),
        course.current().filter(Process::started).map(Process::workflowId),
        course.lastProcess(),
        course.lastOutcome(),
        waiting.size(),
        ledger.records(),
        agenda.planned(),
        standing() == Standing.ON_LEAVE,
        access.undoableUntil(now()));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

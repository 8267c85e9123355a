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
import dev.lanyard.workflows.restoration.RestorationInput;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Deque;
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
    HireEvent whole = access.withKnownId(hire);
    DryRun dryRun = new DryRun(whole, access.formerEmployee(whole.hire().posUserId()), standing());
    course.run(dryRun, access.links());
    dryRun.await(waiting);
    ledger.triedOut(trial, dryRun.outcome(), now());
    course.left();
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
    if (grants.transfer(end.transfer(), Optional.of(end.before()), Optional.empty()).isEmpty()) {
      String outcome = course.current().orElseThrow().outcome();
      ledger.dropped(entry, "the loan's end was " + outcome, now());
    }
    course.settled();
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

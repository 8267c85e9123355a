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
import java.time.LocalDateTime;
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
  private final LaterTerminations laterTerminations;
  private final PlannedCallOffs callOffs;

  /**
   * @param waiting the events that come next, which a process may have to look at
   */
  Processes(PersonState begun, EventLedger ledger, Agenda agenda, Deque<HrEvent> waiting) {
    this.employeeNumber = begun.employeeNumber();
    this.ledger = ledger;
    this.agenda = agenda;
    this.waiting = waiting;
    this.access = new PersonAccess(begun);
    this.course = new Course(begun, ledger, this::show);
    Alterations alterations = new Alterations(employeeNumber);
    this.grants = new Grants(access, course, agenda, waiting, alterations);
    this.callOffs = new PlannedCallOffs(begun, agenda, ledger, access, waiting);
    this.laterTerminations = new LaterTerminations(agenda, ledger);
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
      if (ledger.triable(trial, prospect(), now())) {
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
    Optional<String> obstacle = obstacle(event).or(() -> overtaken(event));
    if (obstacle.isPresent()) {
      ledger.giveBack(event, obstacle.get(), now());
      return;
    }
    if (agenda.keeps(event)) {
      show("");
      return;
    }
    if (event instanceof TerminationEvent termination) {
      terminate(laterTerminations.arrived(termination, access.links()));
      return;
    }
    course.begins(event);
    if (event instanceof HireEvent hire) {
      grants.hire(hire);
    } else if (event instanceof LeaveEvent leave) {
      exits.leave(leave);
    } else if (event instanceof ChangeEvent change) {
      grants.change(change);
    } else if (event instanceof TransferEvent transfer) {
      grants
          .transfer(transfer.transfer(), Optional.empty(), transfer.requester())
          .filter(done -> done.transfer().until().isPresent())
          .ifPresent(done -> agenda.loanEnds(transfer.eventId(), done));
    } else if (event instanceof ReturnEvent back) {
      grants.restore(RestorationInput.RETURN, back.on(), "back from leave", back.requester());
    } else if (event instanceof UndoEvent undo) {
      grants.restore(RestorationInput.UNDO, Optional.empty(), undo.reason(), undo.requester());
    }
    course.settled();
  }

  /**
   * @param begin the first is carried out, the others are passed on to it
   */
  private void terminate(List<TerminationEvent> begin) {
    if (begin.isEmpty()) {
      show("");
      return;
    }
    for (int i = begin.size() - 1; i > 0; i--) {
      waiting.addFirst(begin.get(i));
    }
    course.begins(begin.get(0));
    if (exits.terminate(begin.get(0))) {
      laterTerminations.refused(waiting);
    }
    course.settled();
  }

  void carryOut(AgendaEntry entry) {
    if (entry.termination().isPresent()) {
      terminate(laterTerminations.begins(entry));
    } else if (entry.event().isPresent()) {
      carryOut(entry.event().get());
    } else if (entry.loanEnd().isPresent()) {
      endLoan(entry, entry.loanEnd().get());
    } else {
      exits.graceOver(entry);
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
    if (event instanceof HireEvent && access.employed() && prospect().endsAt().isEmpty()) {
      return Optional.of("the termination before it left access open; close it first");
    }
    Optional<String> objection =
        event instanceof HireEvent && prospect().endsAt().isEmpty()
            ? Optional.empty()
            : prospect().objectionTo(event);
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

  /** What an immediate termination behind it would undo at once never begins. */
  private Optional<String> overtaken(HrEvent event) {
    boolean fired =
        !(event instanceof TerminationEvent)
            && waiting.stream()
                .anyMatch(
                    next ->
                        next instanceof TerminationEvent termination
                            && termination.termination().immediate());
    return fired && Workflow.getVersion("overtaken-unbegun", Workflow.DEFAULT_VERSION, 1) >= 1
        ? Optional.of("a termination that arrived since ends the access now")
        : Optional.empty();
  }

  Standing standing() {
    return access.standing();
  }

  /** As it is now, with the end that is planned. */
  private Prospect prospect() {
    return new Prospect(standing(), laterTerminations.endsAt());
  }

  /** Once all that was taken is carried out, if it succeeds. */
  Prospect willBe(HrEvent next) {
    Prospect last =
        new Prospect(
            course.current().map(Process::leadsTo).orElseGet(this::standing),
            laterTerminations.endsAt());
    if (next instanceof ReturnEvent && agenda.hasLeave()) {
      return new Prospect(Standing.ON_LEAVE, last.endsAt());
    }
    for (HrEvent event : waiting) {
      last = willWait(event) ? last.endingAt(localEnd(event)) : last.after(event);
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

  /** A termination that will wait for its day; until then everything is as it was. */
  private static boolean willWait(HrEvent event) {
    return event instanceof TerminationEvent termination
        && LaterTerminations.liesAhead(termination.termination(), now())
        && LaterTerminations.apply();
  }

  private static LocalDateTime localEnd(HrEvent event) {
    return ((TerminationEvent) event).termination().localEnd().orElseThrow();
  }

  /** In lists and digests too. */
  void showPlanned() {
    laterTerminations.show();
  }

  /**
   * On its page in Temporal UI.
   *
   * @param now what is done just now; empty: nothing
   */
  void show(String now) {
    Workflow.setCurrentDetails(PersonPage.render(status(), now));
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
        access.lastExit(),
        callOffs.asked());
  }

  PlannedCallOffs callOffs() {
    return callOffs;
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
        agenda.planned(callOffs::askedFor),
        standing() == Standing.ON_LEAVE,
        access.undoableUntil(now()));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

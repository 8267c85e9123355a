package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.deletion.DeletionWorkflow;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.pin.PinHandover;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Carries out what takes access away: terminations, leaves, and the end of a grace period. */
final class Exits {

  private final EmployeeNumber employeeNumber;
  private final PersonAccess access;
  private final Course course;
  private final EventLedger ledger;
  private final Agenda agenda;
  private final Deque<HrEvent> waiting;
  private final Alterations alterations;

  Exits(
      EmployeeNumber employeeNumber,
      PersonAccess access,
      Course course,
      EventLedger ledger,
      Agenda agenda,
      Deque<HrEvent> waiting,
      Alterations alterations) {
    this.employeeNumber = employeeNumber;
    this.access = access;
    this.course = course;
    this.ledger = ledger;
    this.agenda = agenda;
    this.waiting = waiting;
    this.alterations = alterations;
  }

  /** True when it was refused or called off. */
  boolean terminate(TerminationEvent termination) {
    boolean wasOnLeave = access.standing() == Standing.ON_LEAVE;
    Offboarding offboarding =
        new Offboarding(termination, access.links(), access.employed(), course.next());
    course.run(offboarding, access.links());
    if (termination.termination().immediate()) {
      PinHandover.close(employeeNumber, "the person left");
    }
    offboarding.await(waiting, ledger);
    access.terminated(offboarding);
    if (!offboarding.refusedByApprovers()) {
      PinHandover.close(employeeNumber, "the person left");
      List<AgendaEntry> loans = loanEndsToKeep();
      drop("the person left");
      // What a leave took is not given back by an undo: the person was away when it was decided.
      access.took(
          offboarding
              .taken()
              .or(() -> wasOnLeave ? Optional.empty() : access.lastExit())
              .map(exit -> exit.withLoans(loans)));
      access
          .lastExit()
          .flatMap(LastExit::undoableUntil)
          .filter(until -> !offboarding.wasCancelled())
          .or(() -> graceWithoutUndo(offboarding))
          .ifPresent(until -> agenda.graceEnds(termination.eventId(), until));
    }
    if (offboarding.wasCancelled()) {
      waiting.addFirst(termination);
    }
    return offboarding.refusedByApprovers();
  }

  /**
   * Of somebody who had nothing any more, such as somebody on leave: policy's deletion comes after
   * the same time, though there is nothing to undo. Runs from before never deleted them.
   */
  private Optional<Instant> graceWithoutUndo(Offboarding offboarding) {
    if (!offboarding.tookNothing()
        || access.links().staffId().isEmpty()
        || Workflow.getVersion("grace-without-undo", Workflow.DEFAULT_VERSION, 1) < 1) {
      return Optional.empty();
    }
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    return policy.deleteLeavers() && !policy.gracePeriod().isZero()
        ? Optional.of(now().plus(policy.gracePeriod()))
        : Optional.empty();
  }

  void leave(LeaveEvent leave) {
    Offboarding pause = Offboarding.forLeave(leave, access.links(), course.next());
    course.run(pause, access.links());
    pause.await(waiting, ledger);
    access.left(pause);
    if (pause.refusedByApprovers()) {
      return;
    }
    if (!access.employed()) {
      List<AgendaEntry> loans = loanEndsToKeep();
      access.took(access.lastExit().map(exit -> exit.withLoans(loans)));
    }
    PinHandover.close(employeeNumber, "the person is on leave");
    if (!access.employed()) {
      leave.leave().returnOn().ifPresent(on -> agenda.returns(leave, on));
    }
    if (pause.wasCancelled()) {
      waiting.addFirst(leave);
    }
  }

  /** The grace period is over: policy's deletion, where there is anything to delete. */
  void graceOver(AgendaEntry entry) {
    access.forgetExit();
    if (access.links().staffId().isPresent()) {
      Alteration<String> deletion =
          alterations.delete(access.links().staffId().get(), course.next());
      course.run(deletion, access.links());
      Optional<String> outcome = deletion.awaitUnlessNeeded(waiting, agenda);
      outcome.ifPresent(access::deleted);
      course.settled();
      if (outcome.filter(DeletionWorkflow.WITHDRAWN::equals).isPresent()) {
        // What came first may come to nothing; a hire that succeeds takes this off again.
        agenda.graceEnds(entry.id(), entry.at());
      }
    }
  }

  /**
   * Nobody who is away has what was lent; whoever gets it back has it for no longer than before.
   */
  private List<AgendaEntry> loanEndsToKeep() {
    if (!loansOutlastExits()) {
      return List.of();
    }
    List<AgendaEntry> ends =
        new ArrayList<>(access.lastExit().map(LastExit::loans).orElse(List.of()));
    ends.addAll(agenda.takeLoanEnds());
    return List.copyOf(ends);
  }

  /** Runs from before forgot the end of a loan when its person left, or came back. */
  static boolean loansOutlastExits() {
    return Workflow.getVersion("loans-outlast-exits", Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /** What was planned for somebody with access has nobody to happen to. */
  private void drop(String reason) {
    agenda.clear().forEach(entry -> ledger.dropped(entry, reason, now()));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

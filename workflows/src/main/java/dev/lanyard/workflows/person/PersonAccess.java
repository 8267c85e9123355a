package dev.lanyard.workflows.person;

import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person has, as far as the processes that ended found out: the records, whether there is
 * access, and what was taken last.
 */
final class PersonAccess {

  private PersonLinks links;
  private boolean employed;
  private Optional<LastExit> lastExit;

  /** What a leave took that somebody cancelled: it looks once more, and finds nothing to take. */
  private Optional<LastExit> cancelledLeave = Optional.empty();

  PersonAccess(PersonState begun) {
    this.links = begun.links();
    this.employed = begun.employed();
    this.lastExit = begun.lastExit();
  }

  PersonLinks links() {
    return links;
  }

  /** Whether the last process that ended left access behind. */
  boolean employed() {
    return employed;
  }

  Optional<LastExit> lastExit() {
    return lastExit;
  }

  Standing standing() {
    if (employed) {
      return Standing.EMPLOYED;
    }
    return lastExit.filter(LastExit::leave).isPresent() ? Standing.ON_LEAVE : Standing.GONE;
  }

  /** Until when what was taken last can be given back; empty once that is over. */
  Optional<Instant> undoableUntil(Instant now) {
    return lastExit.flatMap(LastExit::undoableUntil).filter(until -> until.isAfter(now));
  }

  /** Somebody who comes back has the number of before, unless another one is stated. */
  HireEvent withKnownId(HireEvent event) {
    boolean known = links.posUserId().isPresent() && links.employeeId().isPresent();
    return event.hire().posUserId() == null && known
        ? new HireEvent(
            event.eventId(),
            event.decidedAt(),
            event.employeeNumber(),
            event.hire().withPosUserId(links.posUserId().get()))
        : event;
  }

  /**
   * @return the record that the person had before, when the hire is for the same one
   */
  Optional<Integer> formerEmployee(PosUserId hired) {
    return links.employeeId().filter(id -> links.hiredAs(hired).employeeId().isPresent());
  }

  /** From here on the links are those of the new hire, however it ends. */
  void hiring(PosUserId hired) {
    links = links.hiredAs(hired);
  }

  void hired(Onboarding ended) {
    employed = ended.leftAccess();
    links = ended.links(links);
    if (employed) {
      lastExit = Optional.empty();
    }
  }

  /** A change or a transfer found out more about the records. */
  void found(Optional<Integer> employeeId, Optional<Long> staffId) {
    links = links.with(employeeId, staffId);
  }

  /** A termination ended, also one that was refused or called off. */
  void terminated(Offboarding ended) {
    employed = ended.leftAccess();
    links = ended.links();
  }

  /** A leave ended; employed and the last exit stay as they are where it was refused. */
  void left(Offboarding pause) {
    links = pause.links();
    if (!pause.refusedByApprovers()) {
      // Access that a human took over, or that nobody knows of, is access: only what was closed
      // and can be given back makes a leave.
      lastExit = pause.taken().or(() -> cancelledLeave);
      cancelledLeave = pause.wasCancelled() ? lastExit : Optional.empty();
      employed = pause.leftAccess() || lastExit.isEmpty();
    }
  }

  /** What can be given back from now on. */
  void took(Optional<LastExit> exit) {
    lastExit = exit;
  }

  /**
   * An undo or a return ended.
   *
   * @param access whether it gave access back, or may have
   * @return the ends of loans that go with what was given back
   */
  List<AgendaEntry> restored(boolean access) {
    employed = access;
    if (!access) {
      return List.of();
    }
    List<AgendaEntry> loans = lastExit.map(LastExit::loans).orElse(List.of());
    lastExit = Optional.empty();
    return loans;
  }

  /** The grace period is over: nothing can be given back any more. */
  void forgetExit() {
    lastExit = Optional.empty();
  }

  void deleted(String outcome) {
    links = links.withoutStaffMember(outcome);
  }
}

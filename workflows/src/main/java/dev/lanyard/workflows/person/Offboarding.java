package dev.lanyard.workflows.person;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.offboarding.ExitSnapshot;
import dev.lanyard.workflows.offboarding.OffboardingInput;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.offboarding.OffboardingWorkflow;
import dev.lanyard.workflows.pin.PinHandover;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A termination being carried out. Newer ones are passed on to it: the end may come earlier, not
 * twice.
 */
final class Offboarding implements Process {

  private final String workflowId;
  private final TerminationEvent event;
  private final PersonLinks known;
  private final boolean employed;
  private final boolean leave;
  private final OffboardingWorkflow child;
  private final Promise<WorkflowExecution> start;
  private final Promise<OffboardingResult> end;
  private final Set<String> passedOn = new LinkedHashSet<>();
  private Optional<OffboardingResult> result = Optional.empty();
  private final Optional<String> key;
  private Optional<ExitSnapshot> handedOver = Optional.empty();
  private boolean cancelled;
  private Instant endedAt = Instant.EPOCH;
  private String outcome = "";

  /**
   * @param employed whether the person may have access where {@code links} lead to
   */
  Offboarding(TerminationEvent event, PersonLinks links, boolean employed, int ordinal) {
    this(event, links, employed, false, ordinal);
  }

  /** A leave: the same, but for somebody who comes back. */
  static Offboarding forLeave(LeaveEvent event, PersonLinks links, int ordinal) {
    return new Offboarding(pause(event, links), links, true, true, ordinal);
  }

  /** What ends the access of somebody who goes on leave. */
  static TerminationEvent pause(LeaveEvent event, PersonLinks links) {
    Termination pause =
        new Termination(
            links.posUserId(),
            Optional.empty(),
            event.leave().lastDay(),
            event.leave().lastDay().isEmpty());
    return new TerminationEvent(event.eventId(), event.decidedAt(), event.employeeNumber(), pause);
  }

  /** What the process is started with, but for the key that it is given. */
  static OffboardingInput input(TerminationEvent event, PersonLinks known, boolean leave) {
    Optional<PosUserId> posUserId = known.posUserId().or(() -> event.termination().posUserId());
    return new OffboardingInput(
        event.employeeNumber(),
        event.termination(),
        posUserId,
        posUserId.equals(known.posUserId()) ? known.employeeId() : Optional.empty(),
        known.staffId(),
        leave,
        false,
        Optional.empty());
  }

  private Offboarding(
      TerminationEvent event, PersonLinks links, boolean employed, boolean leave, int ordinal) {
    this.event = event;
    this.known = links;
    this.employed = employed;
    this.leave = leave;
    workflowId =
        leave
            ? WorkflowIds.leave(event.employeeNumber(), ordinal)
            : WorkflowIds.offboarding(event.employeeNumber(), ordinal);
    key = handsOver() ? Optional.of(Workflow.randomUUID().toString()) : Optional.empty();
    child =
        Workflow.newChildWorkflowStub(
            OffboardingWorkflow.class,
            Process.options(
                workflowId,
                (leave ? "Leave of " : "Termination of ") + event.employeeNumber(),
                ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON));
    end = Async.function(child::offboard, input(event, links, leave).handingOverTo(key));
    start = Workflow.getWorkflowExecution(child);
  }

  /**
   * Returns when the child has ended.
   *
   * @param waiting every termination among them is passed on; taken from it are those at its head
   *     that ask for nothing else
   * @param ledger is told what is carried out by this
   */
  void await(Deque<HrEvent> waiting, EventLedger ledger) {
    while (!end.isCompleted()) {
      Workflow.await(() -> end.isCompleted() || next(waiting).isPresent());
      if (!end.isCompleted() && !passOn(next(waiting).get(), waiting, ledger)) {
        Workflow.await(end::isCompleted);
      }
    }
    settle();
  }

  private Optional<TerminationEvent> next(Deque<HrEvent> waiting) {
    return waiting.stream()
        .filter(TerminationEvent.class::isInstance)
        .map(TerminationEvent.class::cast)
        .filter(newer -> !passedOn.contains(newer.eventId()))
        .findFirst();
  }

  /** False when the child has ended before it could be told; then the newer one runs by itself. */
  private boolean passOn(TerminationEvent newer, Deque<HrEvent> waiting, EventLedger ledger) {
    if (!Process.told(child, () -> child.bringForward(newer.termination()))) {
      return false;
    }
    passedOn.add(newer.eventId());
    if (leave) {
      return true; // Whoever only goes on leave comes back: the termination itself has to follow.
    }
    if (LaterTerminations.asksForNothingElse(newer, event, known)) {
      ledger.carriedOutBy(newer.eventId(), workflowId);
    }
    if (newer.termination().immediate()) {
      PinHandover.close(event.employeeNumber(), "the person left");
    }
    while (waiting.peek() instanceof TerminationEvent head
        && passedOn.contains(head.eventId())
        && LaterTerminations.asksForNothingElse(head, event, known)) {
      waiting.remove();
    }
    return true;
  }

  /** The employee number is the key: a POS user ID in an event counts only where none is known. */
  private Optional<PosUserId> posUserId(TerminationEvent termination) {
    return known.posUserId().or(() -> termination.termination().posUserId());
  }

  private boolean ofKnownRecord() {
    return posUserId(event).equals(known.posUserId());
  }

  /** Drawing a key moves the ids of all later activities: runs from before go on without. */
  private static boolean handsOver() {
    return Workflow.getVersion("exits-hand-over", Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /** Signal handler; the newest counts. */
  void handedOver(ExitSnapshot snapshot) {
    if (key.isPresent() && key.get().equals(snapshot.key())) {
      handedOver = Optional.of(snapshot);
    }
  }

  private void settle() {
    try {
      OffboardingResult ended = end.get();
      result = Optional.of(ended);
      outcome = ended.outcome();
    } catch (ChildWorkflowFailure failure) {
      endedAt = Instant.ofEpochMilli(Workflow.currentTimeMillis());
      cancelled = failure.getCause() instanceof CanceledFailure;
      outcome = Process.type(failure);
    }
  }

  /**
   * Somebody asked to cancel it. It went to its end all the same, but the server keeps no result of
   * such a run: the same termination has to look once more.
   */
  boolean wasCancelled() {
    return cancelled;
  }

  /** They refused it or called it off: then the person stays, and so does the PIN. */
  boolean refusedByApprovers() {
    return result.filter(OffboardingResult::staysOn).isPresent();
  }

  /** What was known stays known: a termination may name a wrong record, or an older one. */
  PersonLinks links() {
    return new PersonLinks(
        known.posUserId().or(() -> posUserId(event)),
        ofKnownRecord()
            ? result.flatMap(OffboardingResult::employeeId).or(known::employeeId)
            : known.employeeId(),
        result.flatMap(OffboardingResult::staffId).or(known::staffId));
  }

  /** What was taken, when it is known and somebody had it. */
  Optional<LastExit> taken() {
    return result
        .flatMap(OffboardingResult::before)
        .filter(AccessSnapshot::open)
        .map(before -> new LastExit(leave, before, result.get().undoableUntil()))
        .or(this::handedOverWhenCancelled);
  }

  private Optional<LastExit> handedOverWhenCancelled() {
    return handedOver
        .filter(snapshot -> cancelled)
        .flatMap(ExitSnapshot::before)
        .filter(AccessSnapshot::open)
        .map(
            before ->
                new LastExit(
                    leave,
                    before,
                    Optional.of(handedOver.get().undoableFor())
                        .filter(grace -> !grace.isZero())
                        .map(endedAt::plus)));
  }

  /** Everything was closed before: there was nothing to take, and nothing can be given back. */
  boolean tookNothing() {
    return result
        .filter(OffboardingResult::closedEverywhere)
        .flatMap(OffboardingResult::before)
        .filter(before -> !before.open())
        .isPresent();
  }

  @Override
  public String workflowId() {
    return workflowId;
  }

  @Override
  public boolean started() {
    return start.isCompleted();
  }

  @Override
  public Standing leadsTo() {
    return leave ? Standing.ON_LEAVE : Standing.GONE;
  }

  @Override
  public String outcome() {
    return outcome;
  }

  /** Also when another record was closed than the one that the person is known to have. */
  boolean leftAccess() {
    boolean knownRecordMissed = employed && known.posUserId().isPresent() && !ofKnownRecord();
    return knownRecordMissed || result.filter(OffboardingResult::closedEverywhere).isEmpty();
  }
}

package dev.lanyard.starter.intake;

import dev.lanyard.secrets.Pin;
import dev.lanyard.secrets.PinSealer;
import dev.lanyard.workflows.RunGuide;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.pin.SealedPin;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The only door for HR events, whoever brings them. An event that passes the rules reaches its
 * person by signal-with-start: once {@link #submit} returns it is durable, no worker needed.
 */
public final class HrIntake {

  private final WorkflowClient client;
  private final PinSealer sealer;
  private final String taskQueue;
  private final Clock clock;

  public HrIntake(WorkflowClient client, PinSealer sealer, String taskQueue, Clock clock) {
    this.client = client;
    this.sealer = sealer;
    this.taskQueue = taskQueue;
    this.clock = clock;
  }

  /**
   * Hands the event to its person. Whether the person takes it (it may be a repeat, or older than
   * one that was taken) is answered by the person's status.
   *
   * @throws InputRefused with every problem; nothing was sent
   */
  public Submitted submit(HrEvent event) {
    check(event);
    String personId = WorkflowIds.person(event.employeeNumber());
    client
        .newUntypedWorkflowStub(
            PersonWorkflow.class.getSimpleName(),
            WorkflowOptions.newBuilder()
                .setWorkflowId(personId)
                .setTaskQueue(taskQueue)
                .setTypedSearchAttributes(searchAttributes(event))
                .setStaticSummary("Person " + event.employeeNumber())
                .setStaticDetails(RunGuide.of(personId))
                .build())
        .signalWithStart(
            PersonWorkflow.EVENT_SIGNAL,
            new Object[] {event},
            new Object[] {PersonState.unknown(event.employeeNumber())});
    return new Submitted(
        EventRecord.typeOf(event), event.employeeNumber(), event.eventId(), personId);
  }

  /** The same with a PIN that the caller chose: it is sealed to the worker's key here. */
  public Submitted submit(HireEvent event, Pin pin) {
    check(event);
    SealedPin sealed = new SealedPin(sealer.seal(pin, event.employeeNumber().value()));
    return submit(
        new HireEvent(
            event.eventId(),
            event.decidedAt(),
            event.employeeNumber(),
            event.hire().withPin(sealed),
            event.requester()));
  }

  private void check(HrEvent event) {
    List<InputProblem> problems = IntakeRules.problems(event, clock.instant());
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
  }

  /**
   * Set at the start, so that a termination finds the person by POS user ID before any worker has
   * seen the hire.
   */
  private static io.temporal.common.SearchAttributes searchAttributes(HrEvent event) {
    var attributes =
        io.temporal.common.SearchAttributes.newBuilder()
            .set(SearchAttributes.EMPLOYEE_NUMBER, event.employeeNumber().value());
    posUserId(event)
        .ifPresent(id -> attributes.set(SearchAttributes.POS_USER_ID, (long) id.value()));
    return attributes.build();
  }

  private static Optional<PosUserId> posUserId(HrEvent event) {
    if (event instanceof HireEvent hire) {
      return Optional.ofNullable(hire.hire().posUserId());
    }
    return event instanceof TerminationEvent termination
        ? termination.termination().posUserId()
        : Optional.empty();
  }
}

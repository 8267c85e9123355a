package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.pin.PinHandover;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
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
  private Optional<String> lastProcess = Optional.empty();
  private String lastOutcome = "";

  @WorkflowInit
  public PersonWorkflowImpl(PersonState state) {
    this.begun = state;
    this.ledger = new EventLedger(state);
    this.links = state.links();
    this.processes = state.processes();
    this.employed = state.employed();
  }

  @Override
  public void live(PersonState sameState) {
    HireRules.employeeNumber(begun.employeeNumber())
        .ifPresent(
            problem -> {
              throw ApplicationFailure.newNonRetryableFailure(
                  problem.field() + " " + problem.message(), FailureTypes.INPUT_REFUSED);
            });
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(begun.employeeNumber().value()));
    while (true) {
      if (waiting.isEmpty() && Workflow.getInfo().isContinueAsNewSuggested()) {
        // No process runs here: a parent that continues as new would close its children.
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.newContinueAsNewStub(PersonWorkflow.class)
            .live(ledger.state(links, processes, employed));
      }
      if (!waiting.isEmpty() || !forgettable()) {
        Workflow.await(() -> !waiting.isEmpty());
        carryOut(waiting.poll());
      } else if (!remember()) {
        return;
      }
    }
  }

  /** Nobody who may still have access is ever forgotten. */
  private boolean forgettable() {
    return !employed;
  }

  /** Keeps the memory of a person without access for a while; false when that while is over. */
  private boolean remember() {
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    show("remembered");
    Duration whileLonger = policy.personRememberedFor();
    if (!whileLonger.isZero()) {
      Workflow.await(whileLonger, () -> !waiting.isEmpty());
    }
    return !waiting.isEmpty();
  }

  private void carryOut(HrEvent event) {
    processes++;
    if (event instanceof HireEvent hire) {
      links =
          new PersonLinks(
              Optional.of(hire.hire().posUserId()), links.employeeId(), links.staffId());
      Onboarding onboarding = new Onboarding(hire, processes);
      run(onboarding);
      onboarding.await(waiting);
      employed = onboarding.leftAccess();
      links = onboarding.links(links);
    } else {
      TerminationEvent termination = (TerminationEvent) event;
      if (termination.termination().immediate()) {
        PinHandover.close(begun.employeeNumber(), "the person left");
      }
      Offboarding offboarding = new Offboarding(termination, links, processes);
      run(offboarding);
      offboarding.await(waiting);
      employed = offboarding.leftAccess();
      links = offboarding.links(links);
      if (!employed) {
        PinHandover.close(begun.employeeNumber(), "the person left");
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
    HrEvent event;
    try {
      event =
          DefaultDataConverter.newDefaultInstance()
              .fromPayload(raw.getPayload(), HrEvent.class, HrEvent.class);
    } catch (DataConverterException e) {
      event = null;
    }
    if (event == null) {
      ledger.unreadable(now());
    } else if (ledger.take(event, willBeEmployed(), now())) {
      waiting.add(event);
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
        Optional.ofNullable(current).map(Process::workflowId),
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

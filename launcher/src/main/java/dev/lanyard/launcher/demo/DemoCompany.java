package dev.lanyard.launcher.demo;

import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lanyard.secrets.HandoverKeyPair;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.Pin;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.follow.Watcher;
import dev.lanyard.starter.intake.AmendmentDraft;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.pin.RevealAnswer;
import dev.lanyard.workflows.pin.RevealRequest;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The people of the demo: HR, the manager who approves, the one who collects the PIN. */
final class DemoCompany {

  /** The person's run ends when the last grace period has (the demo's configuration says 20 s). */
  private static final Duration CLOSING_TIME = Duration.ofSeconds(60);

  private final WorkflowClient client;
  private final HrIntake intake;
  private final Follower follower;
  private final Decisions decisions;
  private final Persons persons;

  DemoCompany(WorkflowClient client, Keys keys, String taskQueue) {
    this.client = client;
    this.intake = new HrIntake(client, keys.pinSealer(), taskQueue, Clock.systemUTC());
    this.follower = new Follower(client);
    this.decisions = new Decisions(client);
    this.persons = new Persons(client);
  }

  FollowOutcome hire(EmployeeNumber employeeNumber, Hire hire, Watcher watcher) {
    Submitted submitted =
        intake.submit(new HireEvent(eventId(), Clock.systemUTC().instant(), employeeNumber, hire));
    return follower.follow(submitted, watcher);
  }

  FollowOutcome terminate(EmployeeNumber employeeNumber, Termination termination, Watcher watcher) {
    Submitted submitted =
        intake.submit(
            new TerminationEvent(
                eventId(), Clock.systemUTC().instant(), employeeNumber, termination));
    return follower.follow(submitted, watcher);
  }

  FollowOutcome undo(EmployeeNumber employeeNumber, Watcher watcher) {
    Submitted submitted =
        intake.submit(
            new UndoEvent(
                eventId(), Clock.systemUTC().instant(), employeeNumber, "the wrong person"));
    return follower.follow(submitted, watcher);
  }

  DecisionAnswer correctEmail(String workflowId, String email) {
    return decisions.amend(
        workflowId,
        AmendmentDraft.read(
                JsonNodeFactory.instance.objectNode().put("email", email), "the demo", "mistyped")
            .amendment(AmendmentDraft.Subject.HIRE));
  }

  /** Whether a request was replaced by another one meanwhile. */
  boolean isNoLongerOpen(String workflowId, String requestId) {
    return persons.process(workflowId).awaiting().stream()
        .noneMatch(request -> request.id().equals(requestId));
  }

  DecisionAnswer decide(String workflowId, Decision decision) {
    return decisions.decide(workflowId, decision);
  }

  /** As {@code ./lanyard pin reveal} does it: the answer opens with a key made on the spot only. */
  Pin collectPin(EmployeeNumber employeeNumber) {
    HandoverKeyPair keyPair = HandoverKeyPair.generate();
    RevealAnswer answer =
        client
            .newUntypedWorkflowStub(WorkflowIds.pinHandover(employeeNumber))
            .update(
                "reveal", RevealAnswer.class, new RevealRequest(keyPair.publicKey(), "the demo"));
    return keyPair.open(
        answer.sealed().orElseThrow(() -> new DemoFailed("no PIN: " + answer.reason())),
        employeeNumber.value());
  }

  /** Runs of these people that do not complete by themselves; an undone onboarding is a failure. */
  List<String> unsettledRuns(EmployeeNumber hired, EmployeeNumber undone) {
    Map<String, WorkflowExecutionStatus> expected = new LinkedHashMap<>();
    expected.put(WorkflowIds.onboarding(hired, 1), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    expected.put(WorkflowIds.offboarding(hired, 2), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    expected.put(WorkflowIds.restoration("undo", hired, 3), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    expected.put(WorkflowIds.offboarding(hired, 4), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    expected.put(WorkflowIds.pinHandover(hired), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    expected.put(WorkflowIds.person(hired), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    expected.put(WorkflowIds.onboarding(undone, 1), WORKFLOW_EXECUTION_STATUS_FAILED);
    expected.put(WorkflowIds.person(undone), WORKFLOW_EXECUTION_STATUS_COMPLETED);
    List<String> unsettled = new ArrayList<>();
    expected.forEach(
        (id, status) -> {
          WorkflowExecutionStatus found = closedStatus(id);
          if (found != status) {
            unsettled.add(id + " is " + found);
          }
        });
    return unsettled;
  }

  /** What a demo that was broken off has left open: nobody would ever go on with it. */
  void endRuns(EmployeeNumber... people) {
    for (EmployeeNumber person : people) {
      for (String id :
          List.of(
              WorkflowIds.person(person),
              WorkflowIds.onboarding(person, 1),
              WorkflowIds.offboarding(person, 2),
              WorkflowIds.restoration("undo", person, 3),
              WorkflowIds.offboarding(person, 4),
              WorkflowIds.pinHandover(person))) {
        try {
          client.newUntypedWorkflowStub(id).terminate("the demo was broken off");
        } catch (WorkflowNotFoundException notOpen) {
          continue;
        } catch (WorkflowServiceException unreachable) {
          return;
        }
      }
    }
  }

  private WorkflowExecutionStatus closedStatus(String id) {
    long giveUp = System.nanoTime() + CLOSING_TIME.toNanos();
    WorkflowExecutionStatus status;
    do {
      status = client.newUntypedWorkflowStub(id).describe().getStatus();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    } while (status == WORKFLOW_EXECUTION_STATUS_RUNNING && System.nanoTime() < giveUp);
    return status;
  }

  private static String eventId() {
    return "demo-" + UUID.randomUUID();
  }
}

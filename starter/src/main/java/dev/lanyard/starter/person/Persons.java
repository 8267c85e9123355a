package dev.lanyard.starter.person;

import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalWords;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.RunStatus;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is known of people and of what runs for them. Reads only. */
public final class Persons {

  private static final String STATUS = "status";

  private final WorkflowClient client;

  public Persons(WorkflowClient client) {
    this.client = client;
  }

  /**
   * @throws PersonUnknown when no event ever named this number
   * @throws NoWorkerAnswers when no worker took the question
   */
  public PersonStatus status(EmployeeNumber employeeNumber) {
    String workflowId = WorkflowIds.person(employeeNumber);
    try {
      return asked(workflowId, () -> query(workflowId, PersonStatus.class));
    } catch (WorkflowNotFoundException e) {
      if (TemporalWords.saysNoNamespace(e)) {
        throw e;
      }
      throw new PersonUnknown(employeeNumber, e);
    }
  }

  /**
   * @param workflowId of a process that runs or has ended
   * @throws WorkflowNotFoundException when there is none
   * @throws NoWorkerAnswers when no worker took the question
   */
  public RunStatus process(String workflowId) {
    return asked(workflowId, () -> query(workflowId, RunStatus.class));
  }

  /**
   * Whose events named this POS user ID: those whose run is open, else those whose run has ended.
   * What Temporal indexes may lag by a second.
   */
  public List<EmployeeNumber> withPosUserId(PosUserId posUserId) {
    List<WorkflowExecutionMetadata> found = listed(posUserId);
    List<EmployeeNumber> open = numbers(found, true);
    return open.isEmpty() ? numbers(found, false) : open;
  }

  /**
   * Whether somebody has access or is on the way to it or from it; also when nobody answers, since
   * then it cannot be ruled out.
   */
  public boolean mayHaveAccess(EmployeeNumber employeeNumber) {
    try {
      PersonStatus known = status(employeeNumber);
      return known.employed() || known.currentProcess().isPresent() || known.waiting() > 0;
    } catch (NoWorkerAnswers e) {
      return true;
    } catch (PersonUnknown e) {
      return false;
    }
  }

  private List<WorkflowExecutionMetadata> listed(PosUserId posUserId) {
    try (Stream<WorkflowExecutionMetadata> runs =
        client.listExecutions(
            "WorkflowType = 'PersonWorkflow' AND "
                + SearchAttributes.POS_USER_ID.getName()
                + " = "
                + posUserId.value())) {
      return runs.toList();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        throw new StarterFailure(
            "this Temporal server cannot be searched by POS user ID",
            "say who leaves with --employee-number",
            e);
      }
      throw e;
    }
  }

  private static List<EmployeeNumber> numbers(
      List<WorkflowExecutionMetadata> runs, boolean openOnly) {
    return runs.stream()
        .filter(
            run ->
                !openOnly
                    || run.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING)
        .map(run -> run.getExecution().getWorkflowId())
        .filter(id -> id.startsWith("person/"))
        .map(id -> EmployeeNumber.of(id.substring("person/".length())))
        .distinct()
        .sorted()
        .toList();
  }

  private <R> R query(String workflowId, Class<R> answer) {
    return client.newUntypedWorkflowStub(workflowId).query(STATUS, answer);
  }

  private static <R> R asked(String workflowId, Supplier<R> query) {
    try {
      return query.get();
    } catch (WorkflowServiceException e) {
      if (TemporalWords.saysNoWorker(e)) {
        throw new NoWorkerAnswers(workflowId, e);
      }
      throw e;
    }
  }
}

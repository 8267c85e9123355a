package dev.lanyard.activities.digest;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.common.SearchAttributeKey;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists by visibility, which may be seconds behind, and asks the runs themselves for the rest. */
@SuppressWarnings("deprecation") // A stub of one run by its id; what replaces it is not stable yet.
final class TemporalRuns implements Runs {

  /** What a person's run starts. */
  private static final String PROCESSES =
      "WorkflowType IN ('OnboardingWorkflow', 'OffboardingWorkflow', 'ChangeWorkflow',"
          + " 'TransferWorkflow', 'RestorationWorkflow', 'DeletionWorkflow')";

  private final WorkflowClient client;
  private final String ours;
  private final String persons;

  /**
   * @param taskQueue of the runs that are looked at; another's are none of ours
   */
  TemporalRuns(WorkflowClient client, String taskQueue) {
    this.client = client;
    this.persons =
        "WorkflowType = 'PersonWorkflow' AND ExecutionStatus = 'Running' AND TaskQueue = '"
            + taskQueue
            + "'";
    this.ours = PROCESSES + " AND TaskQueue = '" + taskQueue + "'";
  }

  @Override
  public List<Run> running(int most) {
    return list(ours + " AND ExecutionStatus = 'Running'", most);
  }

  @Override
  public List<Run> endedBadly(Instant since, int most) {
    return list(
        ours
            + " AND ExecutionStatus IN ('Failed', 'TimedOut', 'Terminated')"
            + " AND CloseTime > '"
            + since.truncatedTo(ChronoUnit.SECONDS)
            + "'",
        most);
  }

  @Override
  public List<Run> of(String employeeNumber) {
    // Made from a workflow id, which anybody may have typed: checked before it goes into a query.
    String number = EmployeeNumber.of(employeeNumber).value();
    return list(ours + " AND EmployeeNumber = '" + number + "'", Integer.MAX_VALUE);
  }

  @Override
  public Optional<RunStatus> status(Run run) {
    try {
      return Optional.ofNullable(
          client
              .newUntypedWorkflowStub(run.workflowId(), Optional.of(run.runId()), Optional.empty())
              .query("status", RunStatus.class));
    } catch (WorkflowException noAnswer) {
      return Optional.empty();
    }
  }

  @Override
  public String failureType(Run run) {
    if (!run.ended().equals("failed")) {
      return "";
    }
    try {
      client
          .newUntypedWorkflowStub(run.workflowId(), Optional.of(run.runId()), Optional.empty())
          .getResult(Object.class);
      return "";
    } catch (WorkflowFailedException failed) {
      return failed.getCause() instanceof ApplicationFailure failure ? failure.getType() : "";
    } catch (WorkflowNotFoundException forgottenMeanwhile) {
      return "";
    }
  }

  @Override
  public boolean personRuns(String employeeNumber) {
    try {
      return client
              .newUntypedWorkflowStub(WorkflowIds.person(EmployeeNumber.of(employeeNumber)))
              .describe()
              .getStatus()
          == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    } catch (WorkflowNotFoundException gone) {
      return false;
    }
  }

  @Override
  public List<String> people(int most) {
    return client
        .listExecutions(persons)
        .limit(most)
        .map(TemporalRuns::run)
        .map(Run::employeeNumber)
        .toList();
  }

  @Override
  public List<PlannedEvent> planned(String employeeNumber) {
    try {
      return client
          .newUntypedWorkflowStub(WorkflowIds.person(EmployeeNumber.of(employeeNumber)))
          .query("status", PersonStatus.class)
          .planned();
    } catch (WorkflowException noAnswer) {
      return List.of();
    }
  }

  private List<Run> list(String query, int most) {
    return client.listExecutions(query).limit(most).map(TemporalRuns::run).toList();
  }

  private static Run run(WorkflowExecutionMetadata found) {
    return new Run(
        found.getExecution().getWorkflowId(),
        found.getExecution().getRunId(),
        found.getWorkflowType(),
        ended(found.getStatus()),
        found.getStartTime(),
        Optional.ofNullable(found.getCloseTime()),
        text(found, SearchAttributes.STAGE),
        text(found, SearchAttributes.AWAITING_GROUP),
        Optional.ofNullable(found.getTypedSearchAttributes().get(SearchAttributes.EFFECTIVE_AT))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(found.getTypedSearchAttributes().get(SearchAttributes.SITES))
            .orElse(List.of()));
  }

  private static String text(WorkflowExecutionMetadata found, SearchAttributeKey<String> key) {
    return Optional.ofNullable(found.getTypedSearchAttributes().get(key)).orElse("");
  }

  private static String ended(WorkflowExecutionStatus status) {
    return switch (status) {
      case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> "timed out";
      case WORKFLOW_EXECUTION_STATUS_CANCELED -> "cancelled";
      default -> status.name().replace("WORKFLOW_EXECUTION_STATUS_", "").toLowerCase(Locale.ROOT);
    };
  }
}

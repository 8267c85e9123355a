package dev.lanyard.workflows.fake;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.stream.Stream;

/** Every run of a test server, read by a client that leaves its clock alone. */
public final class Runs {

  private final WorkflowClient client;

  /**
   * @param client over the environment's service stubs, not the environment's own
   */
  public Runs(WorkflowClient client) {
    this.client = client;
  }

  public WorkflowClient client() {
    return client;
  }

  public List<WorkflowExecutionInfo> open() {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .listOpenWorkflowExecutions(
            ListOpenWorkflowExecutionsRequest.newBuilder().setNamespace(namespace()).build())
        .getExecutionsList();
  }

  public List<WorkflowExecutionInfo> closed() {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .listClosedWorkflowExecutions(
            ListClosedWorkflowExecutionsRequest.newBuilder().setNamespace(namespace()).build())
        .getExecutionsList();
  }

  private String namespace() {
    return client.getOptions().getNamespace();
  }

  public List<HistoryEvent> history(String workflowId) {
    return client.fetchHistory(workflowId).getEvents();
  }

  public WorkflowExecutionHistory history(WorkflowExecution run) {
    return client.fetchHistory(run.getWorkflowId(), run.getRunId());
  }

  /** The latest run of this id is over. */
  public boolean isOver(String workflowId) {
    return client.newUntypedWorkflowStub(workflowId).describe().getStatus()
        != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  /** Whether this run's parent ended without hearing that this one had. */
  boolean endedUntold(WorkflowExecution child) {
    HistoryEvent started = history(child).getEvents().get(0);
    WorkflowExecution parent =
        started.getWorkflowExecutionStartedEventAttributes().getParentWorkflowExecution();
    return !parent.getRunId().isEmpty()
        && client
                .newUntypedWorkflowStub(
                    WorkflowTargetOptions.newBuilder()
                        .setWorkflowId(parent.getWorkflowId())
                        .setRunId(parent.getRunId())
                        .build())
                .describe()
                .getStatus()
            != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
        && history(parent).getEvents().stream().flatMap(Runs::endOfChild).noneMatch(child::equals);
  }

  private static Stream<WorkflowExecution> endOfChild(HistoryEvent event) {
    return switch (event.getEventType()) {
      case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED ->
          Stream.of(
              event.getChildWorkflowExecutionCompletedEventAttributes().getWorkflowExecution());
      case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED ->
          Stream.of(event.getChildWorkflowExecutionFailedEventAttributes().getWorkflowExecution());
      case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED ->
          Stream.of(
              event.getChildWorkflowExecutionCanceledEventAttributes().getWorkflowExecution());
      case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT ->
          Stream.of(
              event.getChildWorkflowExecutionTimedOutEventAttributes().getWorkflowExecution());
      default -> Stream.empty();
    };
  }

  /** Each is replayed, and none may have failed a task: such a run is tried again for ever. */
  public void requireAllReplay(Worker worker) {
    Stream.concat(open().stream(), closed().stream())
        .map(WorkflowExecutionInfo::getExecution)
        .forEach(
            run -> {
              WorkflowExecutionHistory history = history(run);
              requireNoFailedTask(run, history);
              requireReplay(run, history, worker);
            });
  }

  private static void requireNoFailedTask(WorkflowExecution run, WorkflowExecutionHistory history) {
    history.getEvents().stream()
        .filter(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
        .filter(
            event ->
                event.getWorkflowTaskFailedEventAttributes().getCause()
                    != WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
        .findFirst()
        .ifPresent(
            event -> {
              throw new AssertionError(run.getWorkflowId() + " failed a task: " + event);
            });
  }

  private static void requireReplay(
      WorkflowExecution run, WorkflowExecutionHistory history, Worker worker) {
    try {
      WorkflowReplayer.replayWorkflowExecution(history, worker);
    } catch (Exception differs) {
      throw new AssertionError(run.getWorkflowId() + " does not replay", differs);
    }
  }

  /** The last events of a run, for a failure's words. */
  public String tail(String workflowId) {
    List<String> types =
        history(workflowId).stream()
            .map(event -> event.getEventType().name().substring(11))
            .toList();
    return types.subList(Math.max(0, types.size() - 15), types.size()).toString();
  }
}

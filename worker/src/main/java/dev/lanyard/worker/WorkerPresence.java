package dev.lanyard.worker;

import com.google.protobuf.util.Timestamps;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;

/** Whether somebody takes the work of a task queue, as Temporal sees it. */
final class WorkerPresence {

  /** A poll lasts up to a minute; the server forgets pollers after five. */
  private static final long FRESH_MILLISECONDS = 90_000;

  private WorkerPresence() {}

  /**
   * @throws TemporalUnavailable when Temporal does not answer the question
   */
  static boolean isPolled(TemporalSession session, String taskQueue) throws TemporalUnavailable {
    try {
      long now = System.currentTimeMillis();
      return session
          .serviceStubs()
          .blockingStub()
          .describeTaskQueue(
              DescribeTaskQueueRequest.newBuilder()
                  .setNamespace(session.namespace())
                  .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                  .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                  .build())
          .getPollersList()
          .stream()
          .anyMatch(p -> now - Timestamps.toMillis(p.getLastAccessTime()) < FRESH_MILLISECONDS);
    } catch (StatusRuntimeException e) {
      throw new TemporalUnavailable(
          "Temporal did not answer about task queue " + taskQueue + ": " + e.getStatus(), e);
    }
  }
}

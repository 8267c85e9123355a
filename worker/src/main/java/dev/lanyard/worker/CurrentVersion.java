package dev.lanyard.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells Temporal that this build is the one to go on with. Every open run moves to it with its next
 * task: runs that wait for months are never pinned to a worker that is long gone.
 */
final class CurrentVersion {

  /** The server knows a version once its pollers have registered, seconds later (measured). */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BETWEEN = Duration.ofMillis(500);

  private CurrentVersion() {}

  /**
   * @throws StatusRuntimeException when the server does not take it
   */
  static void make(WorkflowClient client, String buildId) {
    SetWorkerDeploymentCurrentVersionRequest request =
        SetWorkerDeploymentCurrentVersionRequest.newBuilder()
            .setNamespace(client.getOptions().getNamespace())
            .setDeploymentName(Build.DEPLOYMENT)
            .setBuildId(buildId)
            .setIdentity(client.getOptions().getIdentity())
            .setIgnoreMissingTaskQueues(true)
            .build();
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        var answer =
            client
                .getWorkflowServiceStubs()
                .blockingStub()
                .setWorkerDeploymentCurrentVersion(request);
        if (answer.isInitialized()) {
          return;
        }
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED || System.nanoTime() > giveUp) {
          throw e;
        }
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }
}

package dev.lanyard.starter.connection;

import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Updates that a person waits for. The SDK's own call waits for a worker for ever; this one gives
 * up and says so.
 */
public final class Updates {

  /** Longer than a worker needs to come back from a pause, shorter than patience (guessed). */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private final WorkflowClient client;
  private final Duration patience;

  public Updates(WorkflowClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /**
   * @throws NoWorkerAnswers when nobody took it in time; the run may still get the update
   * @throws NoAnswerYet when the run took it and has no answer in time
   * @throws io.temporal.client.WorkflowUpdateException when the run's validator refused it
   */
  public <R> R ask(String workflowId, String update, Class<R> answer, Object question) {
    AtomicBoolean taken = new AtomicBoolean();
    CompletableFuture<R> asked = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                WorkflowUpdateHandle<R> handle = start(workflowId, update, answer, question);
                taken.set(true);
                asked.complete(handle.getResult());
              } catch (RuntimeException e) {
                asked.completeExceptionally(e);
              }
            },
            "update " + update);
    waiting.setDaemon(true);
    waiting.start();
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw taken.get() ? new NoAnswerYet(workflowId, e) : new NoWorkerAnswers(workflowId, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + workflowId, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      waiting.interrupt();
    }
  }

  private <R> WorkflowUpdateHandle<R> start(
      String workflowId, String update, Class<R> answer, Object question) {
    return client
        .newUntypedWorkflowStub(workflowId)
        .startUpdate(
            UpdateOptions.newBuilder(answer)
                .setUpdateName(update)
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build(),
            question);
  }
}

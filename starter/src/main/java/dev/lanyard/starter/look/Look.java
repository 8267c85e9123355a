package dev.lanyard.starter.look;

import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a remote system through a run of its own, for somebody who waits: only the worker holds the
 * credentials. The run writes nothing there.
 */
public final class Look {

  /** A worker takes a run within milliseconds when it is there (guessed, with a wide margin). */
  private static final Duration TAKEN = Duration.ofSeconds(15);

  /** Such a run usually gives up after 90 seconds of an outage; then it says so. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final WorkflowClient client;
  private final String taskQueue;
  private final Duration taken;
  private final Duration patience;

  public Look(WorkflowClient client, String taskQueue) {
    this(client, taskQueue, TAKEN, PATIENCE);
  }

  Look(WorkflowClient client, String taskQueue, Duration taken) {
    this(client, taskQueue, taken, PATIENCE);
  }

  private Look(WorkflowClient client, String taskQueue, Duration taken, Duration patience) {
    this.client = client;
    this.taskQueue = taskQueue;
    this.taken = taken;
    this.patience = patience;
  }

  /** For a run that takes longer by itself. */
  public Look waiting(Duration longer) {
    return new Look(client, taskQueue, taken, longer);
  }

  /**
   * @param workflow the interface of a run that only looks
   * @param workflowId says nothing about what is asked: ids are plain text for ever
   * @param question the run's one argument
   * @throws NoWorkerAnswers when no worker took it
   * @throws StarterFailure when the system could not be asked, with the failure's own words
   */
  public <A> A ask(Class<?> workflow, String workflowId, Object question, Class<A> answer) {
    WorkflowStub run =
        client.newUntypedWorkflowStub(
            workflow.getSimpleName(),
            WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(taskQueue)
                // Nobody waits for it any longer then.
                .setWorkflowExecutionTimeout(patience)
                .build());
    run.start(question);
    try {
      return result(run, workflowId, answer);
    } catch (TimeoutException e) {
      run.cancel("nobody waits for it any more");
      throw new StarterFailure(
          "no answer came in time",
          "look at " + workflowId + " in Temporal UI, and ask again later",
          e);
    } catch (WorkflowFailedException e) {
      throw failed(e);
    }
  }

  private <A> A result(WorkflowStub run, String workflowId, Class<A> answer)
      throws TimeoutException {
    try {
      return run.getResult(taken.toMillis(), TimeUnit.MILLISECONDS, answer);
    } catch (TimeoutException e) {
      // Two events: it was started, and a worker was asked for.
      if (run.describe().getHistoryLength() <= 2) {
        run.cancel("nobody waits for it any more");
        throw new NoWorkerAnswers(workflowId, e);
      }
      return run.getResult(patience.toMillis(), TimeUnit.MILLISECONDS, answer);
    }
  }

  private static StarterFailure failed(WorkflowFailedException e) {
    for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
      if (t instanceof ApplicationFailure failure) {
        return new StarterFailure(
            failure.getType() + ": " + failure.getOriginalMessage(),
            "the README's failure catalogue has the remedy",
            e);
      }
    }
    return new StarterFailure("the look did not end: " + e.getCause(), "ask again", e);
  }
}

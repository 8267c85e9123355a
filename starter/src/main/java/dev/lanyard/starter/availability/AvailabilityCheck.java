package dev.lanyard.starter.availability;

import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.workflows.availability.AvailabilityWorkflow;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks Backoffice, through a run, what is free: only the worker holds the credentials. */
public final class AvailabilityCheck {

  /** A worker takes a run within milliseconds when it is there (guessed, with a wide margin). */
  private static final Duration TAKEN = Duration.ofSeconds(15);

  /** The run itself gives up after 90 seconds of an outage; then it says so. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final WorkflowClient client;
  private final String taskQueue;
  private final Duration taken;

  public AvailabilityCheck(WorkflowClient client, String taskQueue) {
    this(client, taskQueue, TAKEN);
  }

  AvailabilityCheck(WorkflowClient client, String taskQueue, Duration taken) {
    this.client = client;
    this.taskQueue = taskQueue;
    this.taken = taken;
  }

  /**
   * @param id makes the run's id; says nothing about what is asked
   * @throws NoWorkerAnswers when no worker took it
   * @throws StarterFailure when Backoffice could not be asked, with the failure's own words
   */
  public Availability ask(AvailabilityQuestion question, String id) {
    String workflowId = "check/" + id;
    WorkflowStub run =
        client.newUntypedWorkflowStub(
            AvailabilityWorkflow.class.getSimpleName(),
            WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(taskQueue)
                // Nobody waits for it any longer then.
                .setWorkflowExecutionTimeout(PATIENCE)
                .build());
    run.start(question);
    try {
      return result(run, workflowId);
    } catch (TimeoutException e) {
      run.cancel("nobody waits for it any more");
      throw new StarterFailure(
          "Backoffice did not answer in time",
          "look at " + workflowId + " in Temporal UI, and ask again later",
          e);
    } catch (WorkflowFailedException e) {
      throw failed(e);
    }
  }

  private Availability result(WorkflowStub run, String workflowId) throws TimeoutException {
    try {
      return run.getResult(taken.toMillis(), TimeUnit.MILLISECONDS, Availability.class);
    } catch (TimeoutException e) {
      // Two events: it was started, and a worker was asked for.
      if (run.describe().getHistoryLength() <= 2) {
        run.cancel("nobody waits for it any more");
        throw new NoWorkerAnswers(workflowId, e);
      }
      return run.getResult(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, Availability.class);
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
    return new StarterFailure("the check did not end: " + e.getCause(), "ask again", e);
  }
}

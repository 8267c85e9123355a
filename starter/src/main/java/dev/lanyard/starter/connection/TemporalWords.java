package dev.lanyard.starter.connection;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import java.util.Optional;

/** What Temporal's errors mean for the one who typed the command. */
public final class TemporalWords {

  private static final String START_A_WORKER = "start one with ./lanyard worker, then ask again";

  private TemporalWords() {}

  /** Nobody listens, or nobody that speaks Temporal. */
  static StarterFailure unreachable(String address, Throwable cause) {
    return new StarterFailure(
        "no Temporal server answers at " + address,
        "start one with ./lanyard worker, or name another in TEMPORAL_ADDRESS",
        cause);
  }

  /** The server answers, and no worker does. */
  public static StarterFailure noWorker(TemporalConnection connection) {
    return new StarterFailure(
        "no worker answers on task queue "
            + connection.taskQueue()
            + " at "
            + connection.address()
            + ", namespace "
            + connection.namespace(),
        START_A_WORKER);
  }

  /**
   * An exception of the SDK as a failure with a remedy; empty when it is none that a user or an
   * operator can do something about.
   */
  public static Optional<StarterFailure> explain(
      RuntimeException thrown, TemporalConnection connection) {
    if (thrown instanceof StarterFailure already) {
      return Optional.of(already);
    }
    if (thrown instanceof WorkflowUpdateTimeoutOrCancelledException) {
      return Optional.of(noWorker(connection));
    }
    if (thrown instanceof WorkflowQueryException query) {
      return Optional.of(
          new StarterFailure(
              "the run could not answer: " + words(query),
              "look at the run in Temporal UI; the worker may be older than the run",
              query));
    }
    if (thrown instanceof WorkflowUpdateException update) {
      return Optional.of(new StarterFailure("the run refused: " + words(update), "", update));
    }
    if (thrown instanceof WorkflowNotFoundException gone && !saysNoNamespace(gone)) {
      return Optional.of(
          new StarterFailure(
              "no run " + gone.getExecution().getWorkflowId() + " is known, or it has ended",
              "./lanyard status says what is running",
              gone));
    }
    return status(thrown).map(status -> explain(status, thrown, connection));
  }

  /** Whether this says that no worker took the question. */
  public static boolean saysNoWorker(RuntimeException thrown) {
    return thrown instanceof WorkflowUpdateTimeoutOrCancelledException
        || status(thrown).filter(TemporalWords::workerIsMissing).isPresent();
  }

  /** Whether it is the namespace that is missing, rather than the run in it. */
  public static boolean saysNoNamespace(WorkflowNotFoundException thrown) {
    return status(thrown)
        .map(Status::getDescription)
        .filter(said -> said.startsWith("Namespace "))
        .isPresent();
  }

  private static StarterFailure explain(
      Status status, RuntimeException thrown, TemporalConnection connection) {
    if (workerIsMissing(status)) {
      return noWorker(connection);
    }
    String said = said(status);
    return switch (status.getCode()) {
      case UNAVAILABLE -> unreachable(connection.address(), thrown);
      case NOT_FOUND ->
          new StarterFailure(
              "Temporal at " + connection.address() + " says: " + said,
              "TEMPORAL_NAMESPACE names the namespace; now it is " + connection.namespace(),
              thrown);
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          new StarterFailure(
              "Temporal at " + connection.address() + " refuses the credentials: " + said,
              "check TEMPORAL_API_KEY or the TLS settings of temporal.toml",
              thrown);
      case INVALID_ARGUMENT ->
          new StarterFailure(
              "Temporal at " + connection.address() + " refuses the request: " + said,
              said.contains("search attribute") ? "./lanyard setup registers what is missing" : "",
              thrown);
      default ->
          new StarterFailure(
              "Temporal at " + connection.address() + " answers " + status.getCode() + ": " + said,
              "",
              thrown);
    };
  }

  /** A query that ran out of time, or the server's own "no poller seen for task queue recently". */
  private static boolean workerIsMissing(Status status) {
    return status.getCode() == Status.Code.DEADLINE_EXCEEDED
        || (status.getCode() == Status.Code.FAILED_PRECONDITION
            && said(status).contains("no poller"));
  }

  /** The server's own words, as a part of a sentence. */
  private static String said(Status status) {
    String said = status.getDescription() == null ? "" : status.getDescription();
    return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
  }

  private static Optional<Status> status(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof StatusRuntimeException grpc) {
        return Optional.of(grpc.getStatus());
      }
    }
    return Optional.empty();
  }

  private static String words(WorkflowException thrown) {
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}

package dev.lanyard.starter.connection;

/** Temporal has the question, and no worker took it in time. It may still take an update later. */
public final class NoWorkerAnswers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoWorkerAnswers(String workflowId, Throwable cause) {
    super("no worker answers for " + workflowId, cause);
  }
}

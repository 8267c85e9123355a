package dev.lanyard.starter.connection;

/** A run took what it was asked, and has no answer yet: people may have to decide first. */
public final class NoAnswerYet extends StarterFailure {

  private static final long serialVersionUID = 1L;

  NoAnswerYet(String workflowId, Throwable cause) {
    super(
        workflowId + " took the request and has no answer yet",
        "it may wait for an approval: ./lanyard status shows whom it waits for",
        cause);
  }
}

package dev.lanyard.workflows;

/**
 * The task queues of a worker. A workflow derives the others from its own, so that a demo and a
 * real worker on the same Temporal never take each other's work. Plain text in Temporal.
 */
public final class TaskQueues {

  /** Workflows, and the activities that touch no remote system. */
  public static final String DEFAULT = "lanyard";

  private TaskQueues() {}

  public static String backoffice(String own) {
    return own + "-backoffice";
  }

  public static String staffApi(String own) {
    return own + "-staff-api";
  }

  /**
   * One of its own, so that a mail server that hangs holds none of the slots of plans, PINs and
   * dates.
   */
  public static String notifications(String own) {
    return own + "-notifications";
  }
}

package dev.lanyard.workflows.person;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.RunGuide;
import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.Withdrawal;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/** One process of a person, as the person's run sees it. */
interface Process {

  /** The outcome of one that somebody cancelled. */
  String CANCELLED = "cancelled";

  String workflowId();

  /** Whether the server has started it, so that it can be asked. */
  boolean started();

  /** Where the person stands once it has succeeded. */
  Standing leadsTo();

  /** How it ended, in one line without personal data. */
  String outcome();

  /**
   * @param summary shown in Temporal UI's list and on the run's page; encrypted, may name the
   *     person
   * @param whenEndedByForce what becomes of the process when its person's run is terminated: it
   *     goes on by itself or undoes everything, and never stays half done
   */
  static ChildWorkflowOptions options(
      String workflowId, String summary, ParentClosePolicy whenEndedByForce) {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setStaticSummary(summary)
        .setStaticDetails(RunGuide.of(workflowId))
        .setParentClosePolicy(whenEndedByForce)
        .build();
  }

  /**
   * A process that gives access, or changes it: without its person's run it undoes what it began.
   */
  static <W> W child(Class<W> workflow, String workflowId, String summary) {
    return Workflow.newChildWorkflowStub(
        workflow,
        options(workflowId, summary, ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL));
  }

  /** What a process of this requester is started with: the key is new, and known to nobody else. */
  static Mandate mandate(Optional<String> requester) {
    // Drawing one moves the ids of all later activities: runs from before go on without.
    boolean drawn = Workflow.getVersion("mandates", Workflow.DEFAULT_VERSION, 1) >= 1;
    return new Mandate(
        requester, drawn ? Optional.of(Workflow.randomUUID().toString()) : Optional.empty());
  }

  /** A termination arrived: the process that was started with this has to settle, unasked. */
  static Withdrawal withdrawal(Mandate mandate) {
    return new Withdrawal(
        "the person's run", "a termination arrived", Optional.empty(), mandate.key());
  }

  /** Signals a process once it has started; false when it did not start, or has ended. */
  static boolean told(Object child, Runnable signal) {
    try {
      Workflow.getWorkflowExecution(child).get();
    } catch (ChildWorkflowFailure neverStarted) {
      return false;
    }
    return Signals.delivered(signal);
  }

  /** Whether a child that failed like this is known to have left nothing behind. */
  static boolean settled(ChildWorkflowFailure failure) {
    return failure.getCause() instanceof CanceledFailure
        || (failure.getCause() instanceof ApplicationFailure cause
            && FailureTypes.leavesNothing(cause.getType()));
  }

  /** The failure's type, which is plain text anyway; its message may name a person. */
  static String type(ChildWorkflowFailure failure) {
    return failure.getCause() instanceof ApplicationFailure cause
        ? cause.getType()
        : failure.getCause() instanceof CanceledFailure
            ? CANCELLED
            : "ended by force: check both systems";
  }
}

package dev.lanyard.starter.follow;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.DryRunResult;
import dev.lanyard.workflows.progress.RunStatus;
import java.util.List;

/** How following ended. */
public sealed interface FollowOutcome {

  /** Whether the person has (or no longer has) access, as asked. */
  boolean done();

  /** An onboarding ended by itself: done, undone, rejected or withdrawn. */
  record OnboardingEnded(String workflowId, OnboardingResult result) implements FollowOutcome {
    @Override
    public boolean done() {
      return OnboardingResult.DONE.equals(result.outcome());
    }
  }

  /** A dry run ended: whatever it found, nothing was written. */
  record DryRunEnded(String workflowId, DryRunResult result) implements FollowOutcome {
    @Override
    public boolean done() {
      return false;
    }
  }

  /** An offboarding ended by itself; not done while something is left to a human. */
  record OffboardingEnded(String workflowId, OffboardingResult result) implements FollowOutcome {
    @Override
    public boolean done() {
      return result.closedEverywhere() && !result.foundNowhere();
    }
  }

  /**
   * A change, a transfer, an undo or a return ended by itself.
   *
   * @param reason why it was not done; empty when it was
   * @param result the whole of it, for programs
   */
  record AlterationEnded(
      String workflowId, String outcome, String reason, List<String> warnings, Object result)
      implements FollowOutcome {
    @Override
    public boolean done() {
      return outcome.equals("done");
    }
  }

  /**
   * A process ended as a failure, was cancelled or terminated.
   *
   * @param type a failure's type, {@code CANCELED}, {@code TERMINATED} or {@code TIMED_OUT}
   */
  record ProcessFailed(String workflowId, String type, String reason) implements FollowOutcome {
    @Override
    public boolean done() {
      return false;
    }
  }

  /** The person did not take the event, or took it and nothing had to be started for it. */
  record EventSettled(EventRecord record) implements FollowOutcome {
    @Override
    public boolean done() {
      return false;
    }
  }

  /** The process waits for a decision, and the watcher did not want to wait with it. */
  record Waiting(String workflowId, OpenRequest request) implements FollowOutcome {
    @Override
    public boolean done() {
      return false;
    }
  }

  /** The process goes on, and the watcher has seen enough of it. */
  record SeenEnough(String workflowId, RunStatus status) implements FollowOutcome {
    @Override
    public boolean done() {
      return false;
    }
  }
}

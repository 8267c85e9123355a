package dev.lanyard.starter.follow;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.DryRunResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a watcher has been told of one process, and how that process ended. */
final class ProcessWatch {

  private final String workflowId;
  private final WorkflowStub run;
  private final Watcher watcher;
  private final List<StepStatus> told = new ArrayList<>();
  private final Set<String> requests = new HashSet<>();

  ProcessWatch(WorkflowClient client, String workflowId, Watcher watcher) {
    this.workflowId = workflowId;
    this.run = client.newUntypedWorkflowStub(workflowId);
    this.watcher = watcher;
  }

  boolean closed() {
    return run.describe().getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  /** Tells what is new; an outcome when the watcher has seen enough. */
  Optional<FollowOutcome> tell(RunStatus status, boolean closed) {
    for (int i = 0; i < status.steps().size(); i++) {
      StepStatus step = status.steps().get(i);
      if (i >= told.size()) {
        told.add(step);
        watcher.step(step);
      } else if (!told.get(i).equals(step)) {
        told.set(i, step);
        watcher.step(step);
      }
    }
    for (OpenRequest request : closed ? List.<OpenRequest>of() : status.awaiting()) {
      if (requests.add(request.id()) && !watcher.request(workflowId, request, status)) {
        return Optional.of(new FollowOutcome.Waiting(workflowId, request));
      }
    }
    return !closed && watcher.enough(status)
        ? Optional.of(new FollowOutcome.SeenEnough(workflowId, status))
        : Optional.empty();
  }

  /** Of a process that is closed. */
  FollowOutcome outcome() {
    try {
      return ended(workflowId.substring(0, workflowId.indexOf('/')));
    } catch (WorkflowFailedException e) {
      return failed(e);
    }
  }

  private FollowOutcome ended(String process) {
    switch (process) {
      case "dry-run":
        return new FollowOutcome.DryRunEnded(workflowId, run.getResult(DryRunResult.class));
      case "onboarding":
        return new FollowOutcome.OnboardingEnded(workflowId, run.getResult(OnboardingResult.class));
      case "change":
        ChangeResult change = run.getResult(ChangeResult.class);
        return new FollowOutcome.AlterationEnded(
            workflowId, change.outcome(), change.reason(), change.warnings(), change);
      case "transfer":
        TransferResult transfer = run.getResult(TransferResult.class);
        return new FollowOutcome.AlterationEnded(
            workflowId, transfer.outcome(), transfer.reason(), transfer.warnings(), transfer);
      case RestorationInput.UNDO, RestorationInput.RETURN:
        RestorationResult back = run.getResult(RestorationResult.class);
        return new FollowOutcome.AlterationEnded(
            workflowId, back.outcome(), back.reason(), back.warnings(), back);
      default:
        return new FollowOutcome.OffboardingEnded(
            workflowId, run.getResult(OffboardingResult.class));
    }
  }

  private FollowOutcome failed(WorkflowFailedException e) {
    if (e.getCause() instanceof ApplicationFailure failure) {
      return undone(failure)
          .<FollowOutcome>map(result -> new FollowOutcome.OnboardingEnded(workflowId, result))
          .orElseGet(
              () ->
                  new FollowOutcome.ProcessFailed(
                      workflowId, failure.getType(), failure.getOriginalMessage()));
    }
    if (e.getCause() instanceof CanceledFailure) {
      return new FollowOutcome.ProcessFailed(workflowId, "CANCELED", "it was cancelled");
    }
    if (e.getCause() instanceof TerminatedFailure) {
      return new FollowOutcome.ProcessFailed(
          workflowId, "TERMINATED", "it was terminated from outside, and nothing was undone");
    }
    return new FollowOutcome.ProcessFailed(
        workflowId, "FAILED", e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
  }

  private static Optional<OnboardingResult> undone(ApplicationFailure failure) {
    if (!FailureTypes.ONBOARDING_UNDONE.equals(failure.getType())
        || failure.getDetails().getSize() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          failure.getDetails().get(0, OnboardingResult.class, OnboardingResult.class));
    } catch (DataConverterException e) {
      // Of an older worker: then the failure's own words have to do.
      return Optional.empty();
    }
  }
}

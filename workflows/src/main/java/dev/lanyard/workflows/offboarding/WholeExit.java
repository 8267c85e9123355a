package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backoffice, the staff API and web users side by side: none of them waits for another to act. */
final class WholeExit {

  private final OffboardingInput input;
  private final Progress progress;
  private final LastMoment lastMoment;
  private final ProcessPolicy policy;
  private final Before before;
  private final BackofficeExit backoffice;
  private final StaffApiExit staffApi;
  private final WebUserExit webUsers;

  WholeExit(
      OffboardingInput input,
      NameGuard guard,
      AttendedSteps steps,
      Asking asking,
      Progress progress,
      LastMoment lastMoment,
      ProcessPolicy policy) {
    this.input = input;
    this.progress = progress;
    this.lastMoment = lastMoment;
    this.policy = policy;
    before = new Before(input, progress, policy);
    backoffice =
        new BackofficeExit(input, guard, steps, progress, lastMoment, policy, Optional.of(before));
    staffApi =
        new StaffApiExit(
            input, guard, steps, progress, lastMoment, policy, backoffice, Optional.of(before));
    webUsers =
        new WebUserExit(input, guard, steps, asking, progress, lastMoment, policy, backoffice);
  }

  /** Returns when nothing is open any more, or a human has it; empty when it was called off. */
  Optional<OffboardingResult> run() {
    // First, so that its first request goes out before the employee is disabled.
    Promise<Void> ofWebUsers = Async.procedure(webUsers::run);
    Promise<Void> inBackoffice = Async.procedure(backoffice::run);
    Promise<Void> inStaffApi = Async.procedure(staffApi::run);
    Promise.allOf(List.of(ofWebUsers, inBackoffice, inStaffApi)).get();
    if (wasCalledOff()) {
      return Optional.empty();
    }
    lastMoment.reach();
    OffboardingResult closed = result(Optional.empty(), Optional.empty());
    Optional<AccessSnapshot> taken = before.snapshot().filter(AccessSnapshot::open);
    if (input.leave() || !closed.closedEverywhere()) {
      return Optional.of(ended(before.snapshot(), Optional.empty()));
    }
    if (taken.isPresent() && !policy.gracePeriod().isZero()) {
      Instant until = Instant.ofEpochMilli(Workflow.currentTimeMillis()).plus(policy.gracePeriod());
      return Optional.of(ended(taken, Optional.of(until)));
    }
    warnOfNoDeletion();
    return Optional.of(ended(before.snapshot(), Optional.empty()));
  }

  /** Also when a newer termination arrived since, which the branches did not see any more. */
  private boolean wasCalledOff() {
    return lastMoment.calledOff() || backoffice.outcome().isEmpty() || staffApi.outcome().isEmpty();
  }

  /**
   * Where the policy deletes at the end of the grace period and this run has nothing to undo: an
   * earlier termination's period may still run, and a deletion would end it.
   */
  private void warnOfNoDeletion() {
    if (policy.deleteLeavers()
        && !policy.gracePeriod().isZero()
        && staffApi.staffId().isPresent()) {
      progress.warn(
          new Finding(
              "NOT_DELETED",
              "staffId",
              before.known()
                  ? "The staff member was not deleted: it had no access any more, and an earlier"
                      + " termination may still be undone. It is deleted with the next end of a"
                      + " grace period."
                  : "The staff member was not deleted: what it had before is not known. Delete it"
                      + " by hand when nobody needs it."));
    }
  }

  /** The same with the warnings that came since. */
  OffboardingResult ended(OffboardingResult ended) {
    return result(ended.before(), ended.undoableUntil());
  }

  private OffboardingResult ended(Optional<AccessSnapshot> taken, Optional<Instant> undoableUntil) {
    progress.stage(Stages.DONE);
    return result(taken, undoableUntil);
  }

  private OffboardingResult result(
      Optional<AccessSnapshot> taken, Optional<Instant> undoableUntil) {
    return new OffboardingResult(
        OffboardingResult.DONE,
        backoffice.employeeId(),
        staffApi.staffId(),
        backoffice.outcome(),
        staffApi.outcome(),
        progress.warningTexts(),
        taken,
        undoableUntil,
        webUsers.outcome());
  }
}

package dev.lanyard.workflows.approval;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether a run may be withdrawn by whoever asks for it. Its person's run may at any time, since a
 * termination must not wait; everybody else passes the policy.
 */
public final class WithdrawalGate {

  private final Mandate mandate;
  private final Approvals approvals;
  private final Progress progress;
  private Supplier<Optional<String>> refusal = Optional::empty;

  public WithdrawalGate(Mandate mandate, Approvals approvals, Progress progress) {
    this.mandate = mandate;
    this.approvals = approvals;
    this.progress = progress;
  }

  /** Nobody but the run's own person may, for a reason that is looked up when it matters. */
  public void refuse(Supplier<Optional<String>> why) {
    refusal = why;
  }

  /**
   * For a signal's handler; may wait for people, and lists what came of it.
   *
   * @param about the access that the run is about, of any kind
   * @param over the run has ended by itself meanwhile
   */
  public boolean admits(Withdrawal asked, Supplier<AccessRequest> about, BooleanSupplier over) {
    if (mandate.key().isEmpty() || mandate.key().equals(asked.key())) {
      return true;
    }
    Optional<String> refused = refusal.get();
    if (refused.isPresent()) {
      list(asked, refused.get());
      return false;
    }
    ApprovalOutcome outcome =
        approvals.guard(
            about.get().withKind(AccessRequest.WITHDRAW),
            "May this be withdrawn, as " + asked.by() + " asks?",
            List.of("Everything that was done so far would be undone."),
            MessageDigests.of(List.of(AccessRequest.WITHDRAW)),
            Optional.of(
                new Decision(
                    AccessRequest.WITHDRAW,
                    Decision.APPROVE,
                    asked.by(),
                    asked.reason(),
                    asked.token())),
            over);
    if (!outcome.approved()) {
      list(asked, outcome.reason());
    }
    return outcome.approved();
  }

  private void list(Withdrawal asked, String reason) {
    progress.decision(
        new DecisionRecord(
            "",
            Decision.WITHDRAW,
            asked.by(),
            false,
            reason,
            Instant.ofEpochMilli(Workflow.currentTimeMillis())));
  }
}

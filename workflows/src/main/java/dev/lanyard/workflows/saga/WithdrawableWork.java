package dev.lanyard.workflows.saga;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.approval.WithdrawalGate;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that can be withdrawn or cancelled at any moment until it has ended: it ends by itself, or
 * everything that it did is undone, and those who were asked for it are told which.
 */
public final class WithdrawableWork {

  /** What is done, and how it is undone. */
  public interface Work {

    /** In a scope of its own, which a withdrawal cancels. */
    void carryOut();

    /** Why it ended by itself without having been done; empty when it was. */
    Optional<String> refusal();

    /** What those are told who were asked for it, when it was done. */
    String success();

    boolean wroteNothing();

    /** Only called when something was written. */
    void undo();

    /** Gives back what was only held; called once, however it ends. */
    default void release() {}
  }

  /** Everything is as it was before. */
  public static final class Undone {

    private final boolean withdrawn;
    private final String reason;
    private final TemporalFailure failure;

    private Undone(boolean withdrawn, String reason, TemporalFailure failure) {
      this.withdrawn = withdrawn;
      this.reason = reason;
      this.failure = failure;
    }

    /** Whether somebody withdrew it, rather than that it failed or was compensated. */
    public boolean withdrawn() {
      return withdrawn;
    }

    /** In one line. */
    public String reason() {
      return reason;
    }

    /** What ended it. */
    public TemporalFailure failure() {
      return failure;
    }
  }

  private final Approvals approvals;
  private final Progress progress;
  private final WithdrawalGate gate;
  private final Supplier<AccessRequest> about;
  private Optional<Withdrawal> withdrawal = Optional.empty();
  private Optional<String> compensatedBy = Optional.empty();
  private Optional<CancellationScope> scope = Optional.empty();
  private String approvers = "";
  private boolean over;

  /**
   * @param mandate on whose behalf
   * @param about what is asked for, as far as it is known when a withdrawal arrives
   */
  public WithdrawableWork(
      Mandate mandate, Approvals approvals, Progress progress, Supplier<AccessRequest> about) {
    this.approvals = approvals;
    this.progress = progress;
    this.gate = new WithdrawalGate(mandate, approvals, progress);
    this.about = about;
  }

  /** The worker's policy as it stands now; from here on the groups that it names are told. */
  public ProcessPolicy begin() {
    approvals.begin();
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    approvers = policy.approvers();
    progress.notices().follow(policy);
    return policy;
  }

  /**
   * Carries it out; whatever ends it early, everything is undone first. Empty: it ended by itself.
   *
   * @throws CanceledFailure when the run was cancelled from outside, once everything is undone
   */
  public Optional<Undone> carryOut(Work work) {
    try {
      inScope(work::carryOut);
      // Before it is settled how the run ends: asked to stop meanwhile, it undoes everything.
      Optional<String> refusal = work.refusal();
      tellEnd(
          work,
          refusal.isEmpty() ? Notice.DONE : Notice.REFUSED,
          refusal.orElseGet(work::success),
          true);
      stopIfAsked();
      return Optional.empty();
    } catch (TemporalFailure failure) {
      return Optional.of(undone(work, failure));
    }
  }

  /**
   * Only looks: nothing is undone and nobody is told. Empty: it ended by itself; else why not.
   *
   * @throws CanceledFailure when it was withdrawn or cancelled
   */
  public Optional<String> tryOut(Runnable look) {
    try {
      inScope(look);
      return Optional.empty();
    } catch (TemporalFailure failure) {
      if (isCancellation(failure)) {
        throw new CanceledFailure("the dry run was stopped; nothing was written");
      }
      return Optional.of(reason(failure));
    }
  }

  /** From here on nothing can be withdrawn; returns when every message has been answered. */
  public void close() {
    over = true;
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  private void inScope(Runnable work) {
    CancellationScope begun = Workflow.newCancellationScope(work);
    scope = Optional.of(begun);
    if (withdrawal.isPresent()) {
      begun.cancel("withdrawn");
    }
    begun.run();
  }

  /**
   * Asked while the last step was ending. The server closes a run as cancelled whatever it returns,
   * once that was asked, and its person must be able to rely on "cancelled" meaning "undone".
   */
  private void stopIfAsked() {
    if (stopAsked(CancellationScope.current())) {
      throw new CanceledFailure("asked to stop as the last step ended");
    }
  }

  private boolean stopAsked(CancellationScope whole) {
    return withdrawal.isPresent() || whole.isCancelRequested();
  }

  /** To those who were asked for it; a run that ended before it read the policy tells nobody. */
  private void tellEnd(Work work, String kind, String words, boolean mayBeStopped) {
    CancellationScope whole = CancellationScope.current();
    work.release();
    progress.notices().tell(kind, approvers, words, progress.warningTexts());
    progress.notices().settle(() -> mayBeStopped && stopAsked(whole));
  }

  private Undone undone(Work work, TemporalFailure failure) {
    if (!work.wroteNothing()) {
      detached(() -> progress.stage(Stages.UNDOING));
      work.undo();
    }
    detached(() -> progress.stage(Stages.UNDONE));
    String reason =
        withdrawal
            .map(given -> "withdrawn by " + given.by())
            .or(() -> compensatedBy.map(by -> "compensated by " + by))
            .orElseGet(() -> reason(failure));
    tellEnd(work, withdrawal.isPresent() ? Notice.WITHDRAWN : Notice.UNDONE, reason, false);
    if (withdrawal.isEmpty() && compensatedBy.isEmpty() && isCancellation(failure)) {
      throw new CanceledFailure("cancelled, and everything was undone");
    }
    return new Undone(withdrawal.isPresent(), reason, failure);
  }

  private static void detached(Runnable act) {
    Workflow.newDetachedCancellationScope(act).run();
  }

  /**
   * Whoever is not the person's own run is refused, and told so.
   *
   * @param why empty: they pass the policy, as otherwise
   */
  public void refuseWithdrawals(Supplier<Optional<String>> why) {
    gate.refuse(why);
  }

  /** Signal handler; the first one that the policy admits counts. */
  public void withdraw(Withdrawal asked) {
    Withdrawal given = asked == null ? new Withdrawal("", "") : asked;
    if (withdrawal.isEmpty() && gate.admits(given, about, () -> over || withdrawal.isPresent())) {
      stop(given);
    }
  }

  /** A parked step was answered so; the policy has been asked. */
  public void withdraw(Decision decision) {
    stop(new Withdrawal(decision.by(), decision.reason()));
  }

  /** The same, but for who says so, and for how the run ends. */
  public void compensate(Decision decision) {
    compensatedBy = Optional.of(decision.by());
    scope.ifPresent(begun -> begun.cancel("compensated"));
  }

  private void stop(Withdrawal given) {
    if (withdrawal.isEmpty()) {
      withdrawal = Optional.of(given);
      scope.ifPresent(begun -> begun.cancel("withdrawn"));
    }
  }

  private static boolean isCancellation(TemporalFailure failure) {
    return failure instanceof CanceledFailure
        || (failure instanceof ActivityFailure && failure.getCause() instanceof CanceledFailure);
  }

  private static String reason(TemporalFailure failure) {
    if (failure.getCause() instanceof ApplicationFailure cause) {
      return cause.getType() + ": " + cause.getOriginalMessage();
    }
    return isCancellation(failure) ? "cancelled" : "it failed in a way that says nothing more";
  }
}

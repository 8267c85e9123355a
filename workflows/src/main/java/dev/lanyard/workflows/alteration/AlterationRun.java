package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.approval.WithdrawalGate;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Compensations;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What every process has that alters what somebody has: it can be withdrawn or cancelled at any
 * moment, waits for people and for its day, and undoes what it did unless it succeeds.
 */
public final class AlterationRun {

  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final Compensations compensations = new Compensations();
  private final Mandate mandate;
  private final WithdrawalGate gate;
  private boolean over;
  private Withdrawal withdrawal;
  private CancellationScope work;
  private String rejection = "";
  private String approvers = "";
  private AccessRequest about;

  /**
   * @param process as {@code status} calls it
   * @param kind of {@link AccessRequest}: under which the policy knows it
   * @param mandate on whose behalf
   */
  public AlterationRun(
      String process, String kind, EmployeeNumber employeeNumber, Mandate mandate) {
    this.progress = new Progress(process, employeeNumber);
    this.requests = new Requests(progress);
    this.approvals = new Approvals(progress, requests);
    this.mandate = mandate;
    this.gate = new WithdrawalGate(mandate, approvals, progress);
    this.about = AccessRequest.about(kind, employeeNumber).withRequester(mandate.requester());
  }

  /** The worker's policy as it stands now; from here on the groups that it names are told. */
  public ProcessPolicy begin() {
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    approvers = policy.approvers();
    progress.notices().follow(policy);
    return policy;
  }

  /** What is asked for, as far as it is known: whoever is on the protected list parks. */
  public AccessRequest about() {
    return about;
  }

  public void about(AccessRequest request) {
    about = request.withRequester(mandate.requester());
  }

  public Progress progress() {
    return progress;
  }

  public Requests requests() {
    return requests;
  }

  public Compensations compensations() {
    return compensations;
  }

  /**
   * Carries the process out; whatever ends it early, everything is undone first.
   *
   * @throws CanceledFailure when the run was cancelled from outside, once everything is undone
   */
  public Ending carryOut(Runnable process) {
    work = Workflow.newCancellationScope(process);
    Ending ending;
    try {
      if (withdrawal != null) {
        work.cancel("withdrawn");
      }
      work.run();
      // Before it is settled how the run ends: asked to stop meanwhile, it undoes everything.
      tellEnd(rejection.isEmpty() ? Notice.DONE : Notice.REFUSED, rejection);
      stopIfAsked();
      progress.stage(rejection.isEmpty() ? Stages.DONE : Stages.REFUSED);
      ending = new Ending(rejection.isEmpty() ? Ending.DONE : Ending.REJECTED, rejection);
    } catch (TemporalFailure failure) {
      ending = undo(failure);
    }
    over = true;
    Workflow.await(Workflow::isEveryHandlerFinished);
    return ending;
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
    return withdrawal != null || whole.isCancelRequested();
  }

  /** To those who were asked for it; a run that ended before it read the policy tells nobody. */
  private void tellEnd(String kind, String reason) {
    CancellationScope whole = CancellationScope.current();
    boolean undone = kind.equals(Notice.UNDONE) || kind.equals(Notice.WITHDRAWN);
    progress
        .notices()
        .tell(
            kind,
            approvers,
            reason.isEmpty() ? "It is done, and read back." : reason,
            progress.warningTexts());
    progress.notices().settle(() -> !undone && stopAsked(whole));
  }

  private Ending undo(TemporalFailure failure) {
    if (!compensations.isEmpty()) {
      detached(() -> progress.stage(Stages.UNDOING));
      compensations.run();
    }
    detached(() -> progress.stage(Stages.UNDONE));
    tellEnd(
        withdrawal != null ? Notice.WITHDRAWN : Notice.UNDONE,
        withdrawal != null ? "withdrawn by " + withdrawal.by() : reason(failure));
    if (withdrawal != null) {
      return new Ending(Ending.WITHDRAWN, "withdrawn by " + withdrawal.by());
    }
    if (isCancellation(failure)) {
      throw new CanceledFailure("cancelled, and everything was undone");
    }
    return new Ending(Ending.REJECTED, reason(failure));
  }

  private static void detached(Runnable act) {
    Workflow.newDetachedCancellationScope(act).run();
  }

  /** Steps that park what a human can do something about, and throw on what undoes. */
  public AttendedSteps steps(ProcessPolicy policy) {
    return attended(policy, true);
  }

  /** Steps of which none undoes anything: every final failure parks. */
  public AttendedSteps forwardSteps(ProcessPolicy policy) {
    return attended(policy, false);
  }

  private AttendedSteps attended(ProcessPolicy policy, boolean undoes) {
    return new AttendedSteps(
        progress,
        this::askParked,
        policy.operators(),
        List.of(Decision.WITHDRAW),
        type -> !undoes || !FailureTypes.undoes(type),
        this::withdraw,
        () -> 0);
  }

  /** While undoing nothing can be withdrawn any more, and nothing is skipped. */
  public AttendedSteps undoing(ProcessPolicy policy) {
    return new AttendedSteps(
        progress,
        this::askParked,
        policy.operators(),
        List.of(),
        type -> true,
        decision -> {},
        () -> 0);
  }

  /** What is asked for may have become known since the step began. */
  private Optional<Decision> askParked(
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      BooleanSupplier overtaken) {
    return approvals.parked(about).ask(question, detail, group, choices, overtaken);
  }

  /** Waits until somebody says to look again; a withdrawal ends the run instead. */
  public void park(String question, List<String> detail, ProcessPolicy policy) {
    String choice = park(question, detail, policy, List.of());
    if (!choice.equals(Decision.RETRY)) {
      throw new IllegalStateException("answered with " + choice);
    }
  }

  /**
   * The same, with further choices; returns what was chosen.
   *
   * @param others besides {@code retry} and {@code withdraw}
   */
  public String park(
      String question, List<String> detail, ProcessPolicy policy, List<String> others) {
    List<String> choices = new ArrayList<>(List.of(Decision.RETRY, Decision.WITHDRAW));
    choices.addAll(others);
    Decision decision =
        askParked(question, detail, policy.operators(), choices, () -> false)
            .orElseThrow(() -> new IllegalStateException("a parked run does not expire"));
    if (decision.choice().equals(Decision.WITHDRAW)) {
      withdraw(decision);
      CancellationScope.throwCanceled();
    }
    return decision.choice();
  }

  /** Shows what was found; parks while there are problems, and returns false to look again. */
  public boolean passes(List<Finding> problems, List<Finding> warnings, ProcessPolicy policy) {
    progress.findings(problems, warnings);
    if (problems.isEmpty()) {
      return true;
    }
    park(
        "The check found "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + "; nothing was written.",
        problems.stream().map(Finding::text).toList(),
        policy);
    return false;
  }

  /**
   * Asks by the policy, bound to the digest; false ends the run as rejected.
   *
   * @param digest of exactly what is shown
   */
  public boolean approved(
      AccessRequest request, String question, List<String> lines, String digest) {
    ApprovalOutcome outcome = approvals.ask(request, question, lines, digest, () -> false);
    rejection = outcome.approved() ? "" : outcome.reason();
    return outcome.approved();
  }

  /** Shown in Temporal UI's list; absent: at once. */
  public void effectiveAt(Optional<Instant> moment) {
    moment.ifPresent(
        at ->
            Workflow.upsertTypedSearchAttributes(
                SearchAttributes.EFFECTIVE_AT.valueSet(at.atOffset(ZoneOffset.UTC))));
  }

  /** Whether there was anything to wait for: what was looked up before is stale then. */
  public boolean waitFor(Optional<Instant> moment) {
    return moment.filter(this::waited).isPresent();
  }

  private boolean waited(Instant moment) {
    Duration left = Duration.between(now(), moment);
    if (left.isNegative() || left.isZero()) {
      return false;
    }
    progress.stage(Stages.WAITING_FOR_DATE);
    progress.waiting("effective date", "until " + moment);
    Workflow.sleep(left);
    progress.done("effective date", "reached");
    return true;
  }

  private void withdraw(Decision decision) {
    stop(new Withdrawal(decision.by(), decision.reason()));
  }

  /** Signal handler; the first one counts. */
  public void withdraw(Withdrawal asked) {
    Withdrawal given = asked == null ? new Withdrawal("", "") : asked;
    if (withdrawal == null && gate.admits(given, () -> about, () -> over || withdrawal != null)) {
      stop(given);
    }
  }

  private void stop(Withdrawal given) {
    if (withdrawal == null) {
      withdrawal = given;
      if (work != null) {
        work.cancel("withdrawn");
      }
    }
  }

  private static boolean isCancellation(TemporalFailure failure) {
    return failure instanceof CanceledFailure
        || (failure instanceof ActivityFailure && failure.getCause() instanceof CanceledFailure);
  }

  private static String reason(TemporalFailure failure) {
    return failure.getCause() instanceof ApplicationFailure cause
        ? cause.getType() + ": " + cause.getOriginalMessage()
        : "it failed in a way that says nothing more";
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

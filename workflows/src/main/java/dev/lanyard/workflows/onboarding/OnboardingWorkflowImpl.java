package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.WithdrawalGate;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.PlanText;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * The order of an onboarding; the steps themselves stand in {@link PreFlight} and {@link Grant}.
 */
public final class OnboardingWorkflowImpl implements OnboardingWorkflow {

  private static final Logger LOG = Workflow.getLogger(OnboardingWorkflowImpl.class);

  private final OnboardingInput input;
  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final Amendments amendments;
  private final HireCompletion completion;
  private final WithdrawalGate gate;
  private boolean over;
  private Withdrawal withdrawal;
  private Optional<String> compensatedBy = Optional.empty();
  private CancellationScope work;
  private String rejection = "";
  private boolean byPolicy;

  /** How many amendments had taken effect when the check began that everything now rests on. */
  private int seen;

  private String approvers = "";
  private List<Finding> dryProblems = List.of();

  @WorkflowInit
  public OnboardingWorkflowImpl(OnboardingInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input = input == null ? new OnboardingInput(null, null) : input;
    this.progress =
        new Progress(this.input.dryRun() ? "dry run" : "onboarding", this.input.employeeNumber());
    this.requests = new Requests(progress);
    this.approvals = new Approvals(progress, requests);
    this.gate = new WithdrawalGate(this.input.mandate(), approvals, progress);
    this.amendments =
        new Amendments(this.input.employeeNumber(), this.input.hire(), progress, approvals);
    this.completion = new HireCompletion(this.input, progress, amendments);
  }

  @Override
  public OnboardingResult onboard(OnboardingInput sameInput) {
    PersonConsent.require(
        input.employeeNumber(), HireRules.problems(input.employeeNumber(), input.hire()));
    Hire hire = input.hire();
    Workflow.upsertTypedSearchAttributes(attributes(hire));
    progress.headline((input.dryRun() ? "Dry run: " : "") + hire.described());

    Grant grant = new Grant(input.employeeNumber(), progress, this::undoing);
    work = Workflow.newCancellationScope(() -> process(grant));
    OnboardingResult result;
    try {
      if (withdrawal != null) {
        work.cancel("withdrawn");
      }
      work.run();
      amendments.close();
      if (input.dryRun()) {
        return planned(dryProblems.stream().map(Finding::text).toList());
      }
      // Before it is settled how the run ends: asked to stop meanwhile, it undoes everything.
      tellEnd(
          grant.isComplete() ? Notice.DONE : Notice.REFUSED,
          grant.isComplete() ? given() : rejection);
      stopIfAsked();
      result =
          grant.isComplete() ? done(grant) : ended(OnboardingResult.REJECTED, grant, rejection);
    } catch (TemporalFailure failure) {
      result = input.dryRun() ? dryRunEnded(failure) : undo(grant, failure);
    }
    over = true;
    Workflow.await(Workflow::isEveryHandlerFinished);
    return result;
  }

  /** A person who is hired by a role has no POS user ID yet; a dry run is nobody's record. */
  private SearchAttributeUpdate<?>[] attributes(Hire hire) {
    List<SearchAttributeUpdate<?>> known = new ArrayList<>();
    known.add(SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    if (hire.posUserId() != null) {
      known.add(SearchAttributes.POS_USER_ID.valueSet((long) hire.posUserId().value()));
    }
    return known.toArray(SearchAttributeUpdate[]::new);
  }

  private OnboardingResult planned(List<String> problems) {
    progress.stage(Stages.PLANNED);
    return new OnboardingResult(
        OnboardingResult.PLANNED,
        amendments.hire().posUserId(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        progress.warningTexts(),
        problems.isEmpty() ? "" : "it could not be carried out",
        problems);
  }

  /** Nothing was written, so nothing is undone; nobody is told. */
  private OnboardingResult dryRunEnded(TemporalFailure failure) {
    if (isCancellation(failure)) {
      throw new CanceledFailure("the dry run was stopped; nothing was written");
    }
    return planned(List.of(reason(failure)));
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

  private void process(Grant grant) {
    if (input.dryRun()) {
      dryRun(grant);
      return;
    }
    byPolicy = Approvals.apply();
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    approvers = policy.approvers();
    progress.notices().follow(policy);
    AttendedSteps steps = attended(policy);
    PreFlight preFlight =
        new PreFlight(
            input,
            progress,
            asking(),
            policy,
            steps,
            this::withdraw,
            amendments,
            grant,
            completion);
    String approvedDigest = "";
    Optional<BackofficeTarget> approved = Optional.empty();
    while (!grant.isComplete()) {
      seen = amendments.count();
      try {
        progress.stage(Stages.CHECKING);
        AccessPlan plan = preFlight.plan(approved);
        if (!plan.digest().equals(approvedDigest)) {
          if (!approve(plan, policy)) {
            return;
          }
          approvedDigest = plan.digest();
          approved = Optional.of(plan.backoffice().target());
          waitFor(plan.effectiveAt(), policy);
        } else if (!waitFor(plan.effectiveAt(), policy)) {
          progress.stage(Stages.GRANTING);
          grant.carryOut(plan, amendments.hire(), policy, steps);
        }
      } catch (PlanAmended again) {
        LOG.debug("back to the check, for a hire that is another one by now");
      }
    }
  }

  /** Looks, and ends: whoever is at fault is told in the result, and nothing parks. */
  private void dryRun(Grant grant) {
    progress.stage(Stages.CHECKING);
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    AttendedSteps steps =
        new AttendedSteps(
            progress,
            requests::askParked,
            policy.operators(),
            List.of(),
            type -> false,
            decision -> {},
            () -> 0);
    dryProblems =
        new PreFlight(
                input,
                progress,
                requests::askParked,
                policy,
                steps,
                this::withdraw,
                amendments,
                grant,
                completion)
            .look(Optional.empty())
            .problems();
  }

  /**
   * Bound to the digest: the request shows one plan, and another plan is another request.
   *
   * @throws PlanAmended when an amendment came before an answer
   */
  private boolean approve(AccessPlan plan, ProcessPolicy policy) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EFFECTIVE_AT.valueSet(plan.effectiveAt().atOffset(ZoneOffset.UTC)),
        SearchAttributes.SITES.valueSet(
            plan.backoffice().target().sites().sites().stream().map(site -> site.name()).toList()));
    if (byPolicy) {
      ApprovalOutcome outcome =
          approvals.ask(
              AccessRequest.of(kind(plan), plan)
                  .withRole(amendments.hire().role())
                  .withRequester(input.mandate().requester()),
              "May " + amendments.hire().fullName() + " have this access?",
              PlanText.lines(plan),
              plan.digest(),
              this::amended);
      if (outcome.result() == ApprovalOutcome.Result.OVERTAKEN) {
        throw new PlanAmended();
      }
      rejection = outcome.reason();
      return outcome.approved();
    }
    progress.stage(Stages.AWAITING_APPROVAL);
    progress.waiting("approval", "asked of " + policy.approvers());
    Optional<Decision> decision =
        requests.ask(
            OpenRequest.APPROVAL,
            "May " + amendments.hire().fullName() + " have this access?",
            PlanText.lines(plan),
            policy.approvers(),
            List.of(Decision.APPROVE, Decision.REJECT),
            Optional.of(policy.approvalExpiresAfter()),
            this::amended);
    if (decision.isEmpty()) {
      amendments.requireNoneSince(seen);
    }
    if (decision.filter(given -> given.choice().equals(Decision.APPROVE)).isPresent()) {
      progress.done("approval", "given by " + decision.get().by());
      return true;
    }
    rejection =
        decision
            .map(given -> "rejected by " + given.by())
            .orElse("nobody approved within " + policy.approvalExpiresAfter().toDays() + " days");
    progress.failed("approval", rejection);
    return false;
  }

  private boolean amended() {
    return amendments.count() != seen;
  }

  private static String kind(AccessPlan plan) {
    return plan.backoffice().target().formerEmployee().isPresent()
        ? AccessRequest.REHIRE
        : AccessRequest.ONBOARD;
  }

  /**
   * Whether there was anything to wait for: what was looked up before is stale then. A wait that
   * reaches past the hour of the second check ends there, for that check.
   *
   * @throws PlanAmended when an amendment came meanwhile
   */
  private boolean waitFor(Instant moment, ProcessPolicy policy) {
    Duration left = Duration.between(now(), moment);
    if (left.isNegative() || left.isZero()) {
      return false;
    }
    Duration untilCheck = left.minus(policy.secondCheckBefore());
    boolean checkFirst = !untilCheck.isNegative() && !untilCheck.isZero();
    progress.stage(Stages.WAITING_FOR_DATE);
    progress.waiting("effective date", "until " + moment);
    // What ended the wait shows in what was amended.
    Workflow.await(checkFirst ? untilCheck : left, this::amended);
    progress.done(
        "effective date",
        amended()
            ? "amended"
            : untilCheck.equals(left) || !checkFirst ? "reached" : "checked before it");
    amendments.requireNoneSince(seen);
    return true;
  }

  private OnboardingResult done(Grant grant) {
    progress.stage(Stages.DONE);
    return ended(OnboardingResult.DONE, grant, "");
  }

  /**
   * Withdrawal, cancellation and final failure alike: everything is undone, then the run says why.
   */
  private OnboardingResult undo(Grant grant, TemporalFailure failure) {
    String reason =
        compensatedBy.map(by -> "compensated by " + by).orElseGet(() -> reason(failure));
    amendments.close();
    if (grant.wroteNothing()) {
      Workflow.newDetachedCancellationScope(() -> progress.stage(Stages.UNDONE)).run();
    } else {
      Workflow.newDetachedCancellationScope(() -> progress.stage(Stages.UNDOING)).run();
      grant.undo();
      Workflow.newDetachedCancellationScope(() -> progress.stage(Stages.UNDONE)).run();
    }
    tellEnd(
        withdrawal != null ? Notice.WITHDRAWN : Notice.UNDONE,
        withdrawal != null ? "withdrawn by " + withdrawal.by() : reason);
    if (withdrawal != null) {
      return ended(OnboardingResult.WITHDRAWN, grant, "withdrawn by " + withdrawal.by());
    }
    if (isCancellation(failure) && compensatedBy.isEmpty()) {
      throw new CanceledFailure("cancelled, and everything was undone");
    }
    throw ApplicationFailure.newNonRetryableFailureWithCause(
        "Everything was undone: " + reason,
        FailureTypes.ONBOARDING_UNDONE,
        failure,
        ended(OnboardingResult.UNDONE, grant, reason));
  }

  /** To those who were asked for it; a run that ended before it read the policy tells nobody. */
  private void tellEnd(String kind, String what) {
    CancellationScope run = CancellationScope.current();
    completion.release();
    boolean undone = kind.equals(Notice.UNDONE) || kind.equals(Notice.WITHDRAWN);
    progress.notices().tell(kind, approvers, what, progress.warningTexts());
    progress.notices().settle(() -> !undone && stopAsked(run));
  }

  private String given() {
    return "Access was given, and read back. The PIN waits: ./lanyard pin reveal "
        + input.employeeNumber();
  }

  private boolean stopAsked(CancellationScope run) {
    return withdrawal != null || run.isCancelRequested();
  }

  private OnboardingResult ended(String outcome, Grant grant, String reason) {
    if (outcome.equals(OnboardingResult.REJECTED)) {
      progress.stage(Stages.REFUSED);
    }
    return grant.result(outcome, amendments.hire().posUserId(), progress.warningTexts(), reason);
  }

  private AttendedSteps attended(ProcessPolicy policy) {
    return new AttendedSteps(
        progress,
        asking(),
        policy.operators(),
        List.of(Decision.WITHDRAW, Decision.COMPENSATE),
        type -> policy.parksRefusals() || !FailureTypes.undoes(type),
        this::stop,
        amendments::count,
        () -> amendments.requireNoneSince(seen));
  }

  private Asking asking() {
    if (!byPolicy) {
      return requests::askParked;
    }
    // Of the hire as it stands when it is asked: a role may not have completed it before.
    return (question, detail, group, choices, overtaken) ->
        approvals
            .parked(
                AccessRequest.of(AccessRequest.ONBOARD, input.employeeNumber(), amendments.hire()))
            .ask(question, detail, group, choices, overtaken);
  }

  /** While undoing nothing can be withdrawn any more, and nothing is skipped. */
  private AttendedSteps undoing(String operators) {
    return new AttendedSteps(
        progress, asking(), operators, List.of(), type -> true, decision -> {}, () -> 0);
  }

  /** Both undo everything; they differ in who says so, and in how the run ends. */
  private void stop(Decision decision) {
    if (decision.choice().equals(Decision.COMPENSATE)) {
      compensatedBy = Optional.of(decision.by());
      work.cancel("compensated");
    } else {
      withdraw(decision);
    }
  }

  private void withdraw(Decision decision) {
    stop(new Withdrawal(decision.by(), decision.reason()));
  }

  @Override
  public void withdraw(Withdrawal asked) {
    Withdrawal given = asked == null ? new Withdrawal("", "") : asked;
    if (withdrawal == null && gate.admits(given, this::about, () -> over || withdrawal != null)) {
      stop(given);
    }
  }

  private AccessRequest about() {
    return AccessRequest.of(AccessRequest.ONBOARD, input.employeeNumber(), amendments.hire())
        .withRequester(input.mandate().requester());
  }

  private void stop(Withdrawal given) {
    if (withdrawal == null) {
      withdrawal = given;
      if (work != null) {
        work.cancel("withdrawn");
      }
    }
  }

  @Override
  public void amend(RawValue amendment) {
    amendments.amend(amendment);
  }

  @Override
  public DecisionAnswer amendNow(HireAmendment amendment) {
    return amendments.amend(amendment);
  }

  @Override
  public void validateAmendNow(HireAmendment amendment) {
    Amendments.requireWellFormed(amendment);
  }

  @Override
  public void decide(RawValue decision) {
    requests.decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return requests.decide(decision);
  }

  @Override
  public void validateDecideNow(Decision decision) {
    Requests.requireWellFormed(decision);
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }

  private static boolean isCancellation(TemporalFailure failure) {
    return failure instanceof CanceledFailure
        || (failure instanceof ActivityFailure && failure.getCause() instanceof CanceledFailure);
  }

  private static String reason(TemporalFailure failure) {
    return failure.getCause() instanceof ApplicationFailure cause
        ? cause.getType() + ": " + cause.getOriginalMessage()
        : "cancelled";
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

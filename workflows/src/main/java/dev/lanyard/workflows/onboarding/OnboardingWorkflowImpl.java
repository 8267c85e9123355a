package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Amendable;
import dev.lanyard.workflows.saga.PlanAmended;
import dev.lanyard.workflows.saga.WithdrawableWork;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
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
  private final Amendments amendments;
  private final HireApproval approval;
  private final HireCompletion completion;
  private final WithdrawableWork work;

  /** How many amendments had taken effect when the check began that everything now rests on. */
  private int seen;

  @WorkflowInit
  public OnboardingWorkflowImpl(OnboardingInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input = input == null ? new OnboardingInput(null, null) : input;
    this.progress =
        new Progress(this.input.dryRun() ? "dry run" : "onboarding", this.input.employeeNumber());
    this.requests = new Requests(progress);
    Approvals approvals = new Approvals(progress, requests);
    this.amendments =
        new Amendments(this.input.employeeNumber(), this.input.hire(), progress, approvals);
    this.approval = new HireApproval(this.input, progress, requests, approvals, amendments);
    this.completion = new HireCompletion(this.input, progress, amendments);
    this.work = new WithdrawableWork(this.input.mandate(), approvals, progress, approval::about);
  }

  @Override
  public OnboardingResult onboard(OnboardingInput sameInput) {
    PersonConsent.require(
        input.employeeNumber(), HireRules.problems(input.employeeNumber(), input.hire()));
    Hire hire = input.hire();
    Workflow.upsertTypedSearchAttributes(attributes(hire));
    progress.headline((input.dryRun() ? "Dry run: " : "") + hire.described());
    Grant grant = new Grant(input.employeeNumber(), progress, this::undoing);
    return input.dryRun() ? tryOut(grant) : carryOut(grant);
  }

  private OnboardingResult carryOut(Grant grant) {
    Optional<WithdrawableWork.Undone> undone = work.carryOut(new Onboarding(grant));
    if (undone.isPresent()) {
      return undone(undone.get(), grant);
    }
    progress.stage(grant.isComplete() ? Stages.DONE : Stages.REFUSED);
    OnboardingResult result =
        grant.isComplete()
            ? result(OnboardingResult.DONE, grant, "")
            : result(OnboardingResult.REJECTED, grant, approval.rejection());
    work.close();
    return result;
  }

  /**
   * A final failure and a compensation fail the run, so that Temporal's list shows it; a withdrawal
   * is what somebody wanted.
   */
  private OnboardingResult undone(WithdrawableWork.Undone undone, Grant grant) {
    if (!undone.withdrawn()) {
      throw ApplicationFailure.newNonRetryableFailureWithCause(
          "Everything was undone: " + undone.reason(),
          FailureTypes.ONBOARDING_UNDONE,
          undone.failure(),
          result(OnboardingResult.UNDONE, grant, undone.reason()));
    }
    OnboardingResult result = result(OnboardingResult.WITHDRAWN, grant, undone.reason());
    work.close();
    return result;
  }

  private OnboardingResult result(String outcome, Grant grant, String reason) {
    return grant.result(outcome, amendments.hire().posUserId(), progress.warningTexts(), reason);
  }

  /** A hire as work that can be withdrawn. */
  private final class Onboarding implements WithdrawableWork.Work {

    private final Grant grant;

    private Onboarding(Grant grant) {
      this.grant = grant;
    }

    @Override
    public void carryOut() {
      try {
        process(grant);
      } finally {
        amendments.close();
      }
    }

    @Override
    public Optional<String> refusal() {
      return grant.isComplete() ? Optional.empty() : Optional.of(approval.rejection());
    }

    @Override
    public String success() {
      return "Access was given, and read back. The PIN waits: ./lanyard pin reveal "
          + input.employeeNumber();
    }

    @Override
    public boolean wroteNothing() {
      return grant.wroteNothing();
    }

    @Override
    public void undo() {
      grant.undo();
    }

    @Override
    public void release() {
      completion.release();
    }
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

  /** Looks, and ends: whoever is at fault is told in the result, and nothing parks. */
  private OnboardingResult tryOut(Grant grant) {
    List<Finding> found = new ArrayList<>();
    Optional<String> obstacle = work.tryOut(() -> found.addAll(look(grant)));
    amendments.close();
    List<String> problems =
        obstacle.map(List::of).orElseGet(() -> found.stream().map(Finding::text).toList());
    progress.stage(Stages.PLANNED);
    work.close();
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

  private List<Finding> look(Grant grant) {
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
    return preFlight(requests::askParked, policy, steps, grant).look(Optional.empty()).problems();
  }

  private PreFlight preFlight(
      Asking asking, ProcessPolicy policy, AttendedSteps steps, Grant grant) {
    return new PreFlight(
        input, progress, asking, policy, steps, work::withdraw, amendments, grant, completion);
  }

  private void process(Grant grant) {
    approval.begin();
    ProcessPolicy policy = work.begin();
    AttendedSteps steps = attended(policy);
    PreFlight preFlight = preFlight(approval.parked(), policy, steps, grant);
    String approvedDigest = "";
    Optional<BackofficeTarget> approved = Optional.empty();
    while (!grant.isComplete()) {
      seen = amendments.count();
      try {
        progress.stage(Stages.CHECKING);
        AccessPlan plan = preFlight.plan(approved);
        if (!plan.digest().equals(approvedDigest)) {
          show(plan);
          if (!approval.given(plan, policy, seen)) {
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

  private static void show(AccessPlan plan) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EFFECTIVE_AT.valueSet(plan.effectiveAt().atOffset(ZoneOffset.UTC)),
        SearchAttributes.SITES.valueSet(
            plan.backoffice().target().sites().sites().stream().map(site -> site.name()).toList()));
  }

  private boolean amended() {
    return amendments.count() != seen;
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

  private AttendedSteps attended(ProcessPolicy policy) {
    return new AttendedSteps(
        progress,
        approval.parked(),
        policy.operators(),
        List.of(Decision.WITHDRAW, Decision.COMPENSATE),
        type -> policy.parksRefusals() || !FailureTypes.undoes(type),
        this::stop,
        amendments::count,
        () -> amendments.requireNoneSince(seen));
  }

  /** While undoing nothing can be withdrawn any more, and nothing is skipped. */
  private AttendedSteps undoing(String operators) {
    return new AttendedSteps(
        progress, approval.parked(), operators, List.of(), type -> true, decision -> {}, () -> 0);
  }

  /** Both undo everything; they differ in who says so, and in how the run ends. */
  private void stop(Decision decision) {
    if (decision.choice().equals(Decision.COMPENSATE)) {
      work.compensate(decision);
    } else {
      work.withdraw(decision);
    }
  }

  @Override
  public void withdraw(Withdrawal asked) {
    work.withdraw(asked);
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
    Amendable.requireWellFormed(amendment);
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

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

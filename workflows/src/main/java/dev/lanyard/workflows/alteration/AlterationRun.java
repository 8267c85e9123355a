package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Compensations;
import dev.lanyard.workflows.saga.WithdrawableWork;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What every process has that alters what somebody has: it can be withdrawn or cancelled at any
 * moment, waits for people and for its day, and undoes what it did unless it succeeds.
 */
public final class AlterationRun {

  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final boolean dryRun;
  private final Compensations compensations = new Compensations();
  private final Mandate mandate;
  private final WithdrawableWork work;
  private String rejection = "";
  private BooleanSupplier refusesWithdrawals = () -> false;
  private AccessRequest about;

  /**
   * @param process as {@code status} calls it
   * @param kind of {@link AccessRequest}: under which the policy knows it
   * @param mandate on whose behalf
   * @param dryRun it ends with its plan
   */
  public AlterationRun(
      String process, String kind, EmployeeNumber employeeNumber, Mandate mandate, boolean dryRun) {
    this.dryRun = dryRun;
    this.progress = new Progress(dryRun ? "dry run" : process, employeeNumber);
    this.requests = new Requests(progress);
    this.approvals = new Approvals(progress, requests);
    this.mandate = mandate;
    this.work = new WithdrawableWork(mandate, approvals, progress, () -> about);
    this.about = AccessRequest.about(kind, employeeNumber).withRequester(mandate.requester());
  }

  /** The worker's policy as it stands now; from here on the groups that it names are told. */
  public ProcessPolicy begin() {
    return work.begin();
  }

  /** What is asked for, as far as it is known: whoever is on the protected list parks. */
  public AccessRequest about() {
    return about;
  }

  public void about(AccessRequest request) {
    about = of(request);
  }

  private AccessRequest of(AccessRequest request) {
    return request.withRequester(mandate.requester());
  }

  /** Who and what this is, for the first line of the run's page. */
  public void headline(String text) {
    progress.headline((dryRun ? "Dry run: " : "") + text);
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
    Optional<WithdrawableWork.Undone> undone = work.carryOut(alteration(process));
    if (undone.isEmpty()) {
      progress.stage(rejection.isEmpty() ? Stages.DONE : Stages.REFUSED);
    }
    work.close();
    return undone
        .map(end -> new Ending(end.withdrawn() ? Ending.WITHDRAWN : Ending.REJECTED, end.reason()))
        .orElseGet(
            () -> new Ending(rejection.isEmpty() ? Ending.DONE : Ending.REJECTED, rejection));
  }

  /**
   * Looks, and ends: whoever is at fault is told in the result, and nothing parks.
   *
   * @param look shows the plan and returns every problem
   * @throws CanceledFailure when somebody stopped it
   */
  public Ending tryOut(Supplier<List<Finding>> look) {
    List<Finding> found = new ArrayList<>();
    Optional<String> obstacle = work.tryOut(() -> found.addAll(look.get()));
    progress.stage(Stages.PLANNED);
    work.close();
    return Ending.planned(
        obstacle.map(List::of).orElseGet(() -> found.stream().map(Finding::text).toList()));
  }

  /** As far as a course gets that only looks: all of its problems. */
  public <C> List<Finding> planned(AlterationCourse<C> course) {
    progress.stage(Stages.CHECKING);
    C found = course.look();
    List<Finding> problems = course.problems(found);
    progress.findings(problems, course.warnings(found));
    if (problems.isEmpty() && course.plan(found).isPresent()) {
      showWhoApproves(course.request(found));
    }
    return problems;
  }

  /** Of a dry run: adds to its plan what the policy asks for. */
  public void showWhoApproves(AccessRequest request) {
    PlanOutline shown = progress.status().outline().orElseThrow();
    List<String> lines = new ArrayList<>(shown.lines());
    lines.add("Approval: " + ActivityStubs.approvals().assess(of(request)).describe());
    progress.outline(new PlanOutline(shown.digest(), lines));
  }

  /**
   * Until what was approved is what would be written: looks, asks, waits for the day, looks again,
   * and writes.
   */
  public <C> void follow(AlterationCourse<C> course, ProcessPolicy policy) {
    String approvedDigest = "";
    while (true) {
      progress.stage(Stages.CHECKING);
      C found = course.look();
      if (!passes(course.problems(found), course.warnings(found), policy)) {
        continue;
      }
      Optional<AlterationPlan> planned = course.plan(found);
      if (planned.isEmpty()) {
        return;
      }
      AlterationPlan plan = planned.get();
      if (!plan.digest().equals(approvedDigest)) {
        if (!approved(
            course.request(found), course.question(found), course.detail(), plan.digest())) {
          return;
        }
        approvedDigest = plan.digest();
        course.approved(found);
        waitFor(plan.effectiveAt());
      } else if (!waitFor(plan.effectiveAt())) {
        course.write(found, plan, policy);
        return;
      }
    }
  }

  private WithdrawableWork.Work alteration(Runnable process) {
    return new WithdrawableWork.Work() {
      @Override
      public void carryOut() {
        process.run();
      }

      @Override
      public Optional<String> refusal() {
        return Optional.of(rejection).filter(reason -> !reason.isEmpty());
      }

      @Override
      public String success() {
        return "It is done, and read back.";
      }

      @Override
      public boolean wroteNothing() {
        return compensations.isEmpty();
      }

      @Override
      public void undo() {
        compensations.run();
      }
    };
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
        withdrawal(),
        type -> !undoes || !FailureTypes.undoes(type),
        work::withdraw,
        () -> 0);
  }

  /** Steps of a dry run: none parks, and none asks anybody. */
  public AttendedSteps lookingSteps() {
    return new AttendedSteps(
        progress, this::askParked, "", List.of(), type -> false, decision -> {}, () -> 0);
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
   * @param others besides {@code retry}, and {@code withdraw} where that is possible
   */
  public String park(
      String question, List<String> detail, ProcessPolicy policy, List<String> others) {
    List<String> choices = new ArrayList<>(List.of(Decision.RETRY));
    choices.addAll(withdrawal());
    choices.addAll(others);
    Decision decision =
        askParked(question, detail, policy.operators(), choices, () -> false)
            .orElseThrow(() -> new IllegalStateException("a parked run does not expire"));
    if (decision.choice().equals(Decision.WITHDRAW)) {
      work.withdraw(decision);
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
    ApprovalOutcome outcome = approvals.ask(of(request), question, lines, digest, () -> false);
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

  private List<String> withdrawal() {
    return refusesWithdrawals.getAsBoolean() ? List.of() : List.of(Decision.WITHDRAW);
  }

  /**
   * From here on only the person's own run withdraws it; everybody else is told why not.
   *
   * @param whether runs from before may be withdrawn; asked when it matters
   */
  public void neverWithdrawn(BooleanSupplier whether, String reason) {
    refusesWithdrawals = whether;
    work.refuseWithdrawals(
        () -> Optional.of(reason).filter(given -> refusesWithdrawals.getAsBoolean()));
  }

  /** Signal handler; the first one counts. */
  public void withdraw(Withdrawal asked) {
    work.withdraw(asked);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Amendable;
import dev.lanyard.workflows.saga.Compensations;
import dev.lanyard.workflows.saga.PlanAmended;
import dev.lanyard.workflows.saga.WithdrawableWork;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * How every process goes that alters what somebody has: it can be withdrawn or cancelled at any
 * moment, waits for its day, and undoes what it did unless it succeeds. What it asks of people
 * meanwhile stands in {@link AlterationAsking}.
 */
public final class AlterationRun {

  private static final Logger LOG = Workflow.getLogger(AlterationRun.class);

  /** Told to whoever amends too late. */
  private static final String BEGUN =
      "it was carried out, or is being written already; hand in another event for the rest";

  private final Progress progress;
  private final AlterationAsking asking;
  private final boolean dryRun;
  private final Compensations compensations = new Compensations();
  private final WithdrawableWork work;
  private final Approvals approvals;
  private final Amended amended;
  private BooleanSupplier refusesWithdrawals = () -> false;

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
    Requests requests = new Requests(progress);
    this.approvals = new Approvals(progress, requests);
    this.amended = new Amended(String.valueOf(employeeNumber));
    this.work = new WithdrawableWork(mandate, approvals, progress, this::about);
    this.asking =
        new AlterationAsking(
            progress,
            requests,
            approvals,
            mandate,
            AccessRequest.about(kind, employeeNumber),
            work::withdraw,
            () -> refusesWithdrawals.getAsBoolean(),
            amended);
  }

  /** The worker's policy as it stands now; from here on the groups that it names are told. */
  public ProcessPolicy begin() {
    return work.begin();
  }

  /** What it asks of people. */
  public AlterationAsking asking() {
    return asking;
  }

  private AccessRequest about() {
    return asking.about();
  }

  /**
   * What was asked for may be amended, until anything is written.
   *
   * @param closed why it may not after all; empty: it may
   */
  public <T> Amendable<T> amendable(
      T stated, Amendable.Subject<T> subject, Optional<String> closed) {
    Amendable<T> amendable = new Amendable<>(stated, progress, approvals, subject);
    closed
        .or(() -> dryRun ? Optional.of("a dry run is not amended") : Optional.empty())
        .ifPresent(amendable::close);
    amended.by(amendable);
    return amendable;
  }

  /** Who and what this is, for the first line of the run's page. */
  public void headline(String text) {
    progress.headline((dryRun ? "Dry run: " : "") + text);
  }

  public Progress progress() {
    return progress;
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
    String rejection = asking.rejection();
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
      asking.showWhoApproves(course.request(found));
    }
    return problems;
  }

  /**
   * Until what was approved is what would be written: looks, asks, waits for the day, looks again,
   * and writes. An amendment goes back to the look.
   */
  public <C> void follow(AlterationCourse<C> course, ProcessPolicy policy) {
    String[] approvedDigest = {""};
    untilUnamended(() -> tried(course, policy, approvedDigest));
  }

  /**
   * Again and again until it says that it is through.
   *
   * @param look one round, from its look on; may throw {@link PlanAmended}
   */
  public void untilUnamended(BooleanSupplier look) {
    boolean through = false;
    while (!through) {
      amended.begin();
      try {
        through = look.getAsBoolean();
      } catch (PlanAmended again) {
        LOG.debug("back to the look, for something else by now");
      }
    }
  }

  /** One round; false: look again. */
  private <C> boolean tried(
      AlterationCourse<C> course, ProcessPolicy policy, String[] approvedDigest) {
    progress.stage(Stages.CHECKING);
    C found = course.look();
    if (!asking.passes(course.problems(found), course.warnings(found), policy)) {
      return false;
    }
    Optional<AlterationPlan> planned = course.plan(found);
    if (planned.isEmpty()) {
      closeAmendments();
      return true;
    }
    AlterationPlan plan = planned.get();
    if (!plan.digest().equals(approvedDigest[0])) {
      if (!asking.approved(
          course.request(found), course.question(found), course.detail(), plan.digest())) {
        return true;
      }
      approvedDigest[0] = plan.digest();
      course.approved(found);
      waitFor(plan.effectiveAt());
      return false;
    }
    if (waitFor(plan.effectiveAt())) {
      return false;
    }
    closeAmendments();
    course.write(found, plan, policy);
    return true;
  }

  /**
   * To be called right before anything is written, and before it is said that nothing has to be.
   *
   * @throws PlanAmended when an amendment took effect since the look began
   */
  public void closeAmendments() {
    amended.requireNone();
    amended.close(BEGUN);
  }

  private WithdrawableWork.Work alteration(Runnable process) {
    return new WithdrawableWork.Work() {
      @Override
      public void carryOut() {
        try {
          process.run();
        } finally {
          amended.close(BEGUN);
        }
      }

      @Override
      public Optional<String> refusal() {
        return Optional.of(asking.rejection()).filter(reason -> !reason.isEmpty());
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
    boolean reached = !Workflow.await(left, amended::isAny);
    progress.done("effective date", reached ? "reached" : "amended");
    return true;
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

package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.AlterationCourse;
import dev.lanyard.workflows.alteration.AlterationProcess;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Ending;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PersonRules;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of a transfer: check, approval of the whole resulting access, the day, check again, one
 * write after the other, one look at everything, and the wage, which cannot be taken back, last.
 * The end of a loan goes the same way without approval, and forward only.
 */
public final class TransferWorkflowImpl extends AlterationProcess implements TransferWorkflow {

  private static final String NOT_WITHDRAWN =
      "the end of a loan is not withdrawn: what was lent was approved until then only. To keep it,"
          + " hand in a transfer, which is approved: ./lanyard transfer";

  private final TransferInput input;
  private Optional<AccessSnapshot> before = Optional.empty();

  /** Of the end of a loan: whether only its person's run may withdraw it. */
  private Optional<Boolean> stays = Optional.empty();

  @WorkflowInit
  public TransferWorkflowImpl(TransferInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this(input == null ? new TransferInput(null, null, null, null, null, null) : input, "transfer");
  }

  private TransferWorkflowImpl(TransferInput input, String process) {
    super(
        new AlterationRun(
            process,
            AccessRequest.TRANSFER,
            input.employeeNumber(),
            input.mandate(),
            input.dryRun()),
        input.backTo().isPresent() ? "End of the loan of" : "Transfer of",
        input.posUserId(),
        input.employeeId(),
        input.staffId());
    this.input = input;
    if (input.backTo().isPresent()) {
      run().neverWithdrawn(this::staysItsCourse, NOT_WITHDRAWN);
    }
  }

  @Override
  public TransferResult transfer(TransferInput sameInput) {
    admit(input.employeeNumber(), problems());
    Ending ending = ending();
    return new TransferResult(
        ending.outcome(),
        employeeId(),
        staffId(),
        before,
        run().progress().warningTexts(),
        ending.reason(),
        ending.problems());
  }

  private Ending ending() {
    if (input.dryRun()) {
      return run().tryOut(() -> run().planned(new Moving(run().lookingSteps())));
    }
    if (input.backTo().isEmpty()) {
      return run().carryOut(this::alter);
    }
    stays = Optional.of(Workflow.getVersion("loan-end-stays", Workflow.DEFAULT_VERSION, 1) >= 1);
    if (!staysItsCourse()) {
      return run().carryOut(this::endLoan);
    }
    // The access was lent until this day and no longer: cancellation is not followed.
    Ending[] ending = new Ending[1];
    Workflow.newDetachedCancellationScope(() -> ending[0] = run().carryOut(this::endLoan)).run();
    return ending[0];
  }

  /** Runs from before could be withdrawn and cancelled, and the access stayed lent. */
  private boolean staysItsCourse() {
    if (stays.isEmpty()) {
      // A withdrawal may be handled before the run has begun.
      Workflow.await(() -> stays.isPresent());
    }
    return stays.get();
  }

  private List<InputProblem> problems() {
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(input.employeeNumber()).ifPresent(found::add);
    found.addAll(PersonRules.problems(input.transfer()));
    if (input.posUserId().isEmpty() && input.employeeId().isEmpty()) {
      found.add(new InputProblem("employeeId", "is not known, and neither is the POS user ID"));
    }
    return found;
  }

  private void alter() {
    ProcessPolicy policy = run().begin();
    run().follow(new Moving(run().steps(policy)), policy);
  }

  /** To other access, for good or as a loan. */
  private final class Moving implements AlterationCourse<TransferCheck> {

    private final AttendedSteps steps;
    private final BothSystems both;
    private Optional<NamedAccess> approved = Optional.empty();

    private Moving(AttendedSteps steps) {
      this.steps = steps;
      this.both = both(steps);
    }

    @Override
    public TransferCheck look() {
      return new TransferCheck(input.transfer(), steps).of(read(both), approved);
    }

    @Override
    public List<Finding> problems(TransferCheck check) {
      return check.problems();
    }

    @Override
    public List<Finding> warnings(TransferCheck check) {
      return check.warnings();
    }

    @Override
    public Optional<AlterationPlan> plan(TransferCheck check) {
      if (check.difference().isNone()) {
        run().progress().outline(new PlanOutline("", List.of("Nothing is different.")));
        return Optional.empty();
      }
      return Optional.of(planned(check.difference()));
    }

    @Override
    public AccessRequest request(TransferCheck check) {
      return check.difference().request(input.employeeNumber(), input.transfer().from());
    }

    @Override
    public String question(TransferCheck check) {
      return "May " + check.difference().base().fullName() + " have this access?";
    }

    @Override
    public List<String> detail() {
      return run().progress().status().outline().orElseThrow().lines();
    }

    @Override
    public void approved(TransferCheck check) {
      approved = Optional.of(check.names());
    }

    @Override
    public void write(TransferCheck check, AlterationPlan plan, ProcessPolicy policy) {
      TransferWorkflowImpl.this.write(check.difference(), plan, steps, policy, both);
    }
  }

  private BothSystems both(AttendedSteps steps) {
    return new BothSystems(
        input.employeeNumber(), input.posUserId(), input.employeeId(), input.staffId(), steps);
  }

  private AlterationPlan planned(AccessDifference difference) {
    AlterationPlan plan =
        ActivityStubs.alterationPlanning()
            .compose(difference.resulting(input.employeeNumber(), input.transfer().from()));
    List<String> lines = new ArrayList<>(difference.lines());
    lines.add(
        "Counts from: "
            + plan.effectiveAt().map(at -> at + " (" + plan.zone() + ")").orElse("at once"));
    input
        .transfer()
        .until()
        .ifPresent(until -> lines.add("Until " + until + "; then everything is as it is now"));
    run().progress().outline(new PlanOutline(plan.digest(), lines));
    run().effectiveAt(plan.effectiveAt());
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.SITES.valueSet(
            difference
                .target()
                .sites()
                .or(() -> difference.base().employee().flatMap(EmployeeSnapshot::sites))
                .map(SiteGrant::sites)
                .orElse(List.of())
                .stream()
                .map(SiteRef::name)
                .toList()));
    return plan;
  }

  private void write(
      AccessDifference difference,
      AlterationPlan plan,
      AttendedSteps steps,
      ProcessPolicy policy,
      BothSystems both) {
    run().progress().stage(Stages.GRANTING);
    before = Optional.of(difference.base().snapshot());
    AccessWriting writing =
        new AccessWriting(
            run(), input.employeeNumber(), difference, steps, Optional.of(run().undoing(policy)));
    writing.writeAccess(plan.order());
    run().progress().stage(Stages.VERIFYING);
    verify(difference, both, policy);
    writing.recordWage(wageFrom(difference, plan));
  }

  /** Not before what Backoffice takes: its own page says it. */
  private static LocalDate wageFrom(AccessDifference difference, AlterationPlan plan) {
    return difference
        .base()
        .employee()
        .flatMap(EmployeeSnapshot::wages)
        .flatMap(WageHistory::earliestNext)
        .filter(earliest -> earliest.isAfter(plan.firstDay()))
        .orElse(plan.firstDay());
  }

  /** Both are read once more after all writes; what is not as wanted parks until it is. */
  private void verify(AccessDifference written, BothSystems both, ProcessPolicy policy) {
    while (true) {
      Present now = read(both);
      List<String> left = new ArrayList<>();
      if (now.employee().filter(EmployeeSnapshot::active).isEmpty()) {
        left.add("The Backoffice record is not active any more.");
      }
      if (now.employee().isPresent()) {
        AccessDifference difference = new AccessDifference(now, written.target());
        left.addAll(difference.lines().stream().filter(line -> !line.startsWith("Wage:")).toList());
      }
      if (left.isEmpty()) {
        return;
      }
      run().park("Not everything is as written; somebody may have changed it.", left, policy);
    }
  }

  /** What the loan touched becomes as it was; who changed it meanwhile is asked first. */
  private void endLoan() {
    ProcessPolicy policy = run().begin();
    AttendedSteps steps = run().forwardSteps(policy);
    BothSystems both = both(steps);
    boolean ownOnly = Workflow.getVersion("loan-returns-own", Workflow.DEFAULT_VERSION, 1) >= 1;
    LoanReturn loan = new LoanReturn(input.transfer(), input.backTo().orElseThrow(), ownOnly);
    boolean nevertheless = false;
    while (true) {
      run().progress().stage(Stages.CHECKING);
      Present now = read(both);
      if (now.employee().isEmpty() || !now.strangers().isEmpty()) {
        run().park("The record of the loan is not there, or another person's.", texts(now), policy);
        continue;
      }
      List<String> changed = nevertheless ? List.of() : loan.changedSince(now, steps);
      if (!changed.isEmpty()) {
        nevertheless =
            run()
                .park(
                    "Somebody changed during the loan what its end would set back; approve sets it"
                        + " back all the same.",
                    changed,
                    policy,
                    List.of(Decision.APPROVE))
                .equals(Decision.APPROVE);
        continue;
      }
      AccessDifference difference = loan.difference(now);
      before = before.or(() -> Optional.of(now.snapshot()));
      if (difference.isNone()) {
        return;
      }
      run().progress().outline(new PlanOutline("", difference.lines()));
      run().progress().stage(Stages.GRANTING);
      new AccessWriting(run(), input.employeeNumber(), difference, steps, Optional.empty())
          .writeAccess(AlterationPlan.OLD_BEFORE_NEW);
      nevertheless = false;
      run().progress().stage(Stages.VERIFYING);
    }
  }

  private static List<String> texts(Present now) {
    return now.strangers().isEmpty()
        ? List.of("Backoffice shows no such record.")
        : now.strangers().stream().map(finding -> finding.text()).toList();
  }
}

package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Ending;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PersonRules;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.common.converter.RawValue;
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
public final class TransferWorkflowImpl implements TransferWorkflow {

  private final TransferInput input;
  private final AlterationRun run;
  private Optional<Integer> employeeId = Optional.empty();
  private Optional<Long> staffId = Optional.empty();
  private Optional<AccessSnapshot> before = Optional.empty();

  @WorkflowInit
  public TransferWorkflowImpl(TransferInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input = input == null ? new TransferInput(null, null, null, null, null, null) : input;
    this.run =
        new AlterationRun(
            "transfer", AccessRequest.TRANSFER, this.input.employeeNumber(), this.input.mandate());
  }

  @Override
  public TransferResult transfer(TransferInput sameInput) {
    PersonConsent.require(input.employeeNumber(), problems());
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    run.progress().headline(what() + input.employeeNumber());
    Ending ending = run.carryOut(input.backTo().isPresent() ? this::endLoan : this::alter);
    return new TransferResult(
        ending.outcome(),
        employeeId,
        staffId,
        before,
        run.progress().warningTexts(),
        ending.reason());
  }

  private String what() {
    return input.backTo().isPresent() ? "End of the loan of " : "Transfer of ";
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
    ProcessPolicy policy = run.begin();
    AttendedSteps steps = run.steps(policy);
    BothSystems both = both(steps);
    String approvedDigest = "";
    Optional<NamedAccess> approved = Optional.empty();
    while (true) {
      run.progress().stage(Stages.CHECKING);
      Present now = read(both);
      TransferCheck check = new TransferCheck(input.transfer(), steps).of(now, approved);
      if (!run.passes(check.problems(), check.warnings(), policy)) {
        continue;
      }
      AccessDifference difference = check.difference();
      if (difference.isNone()) {
        run.progress().outline(new PlanOutline("", List.of("Nothing is different.")));
        return;
      }
      AlterationPlan plan = plan(difference);
      if (plan.digest().equals(approvedDigest) && !run.waitFor(plan.effectiveAt())) {
        write(difference, plan, steps, policy, both);
        return;
      }
      if (!plan.digest().equals(approvedDigest)) {
        if (!run.approved(
            difference.request(input.employeeNumber(), input.transfer().from()),
            "May " + now.fullName() + " have this access?",
            run.progress().status().outline().orElseThrow().lines(),
            plan.digest())) {
          return;
        }
        approvedDigest = plan.digest();
        approved = Optional.of(check.names());
        run.waitFor(plan.effectiveAt());
      }
    }
  }

  private BothSystems both(AttendedSteps steps) {
    return new BothSystems(
        input.employeeNumber(), input.posUserId(), input.employeeId(), input.staffId(), steps);
  }

  private Present read(BothSystems both) {
    Present now = both.read();
    employeeId = now.employee().map(EmployeeSnapshot::employeeId).or(input::employeeId);
    staffId = now.staff().map(member -> member.id()).or(input::staffId);
    run.about(
        run.about()
            .withRecords(
                now.employee().map(EmployeeSnapshot::posUserId).or(input::posUserId), staffId));
    if (!now.fullName().isEmpty()) {
      run.progress().headline(what() + now.fullName());
    }
    return now;
  }

  private AlterationPlan plan(AccessDifference difference) {
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
    run.progress().outline(new PlanOutline(plan.digest(), lines));
    run.effectiveAt(plan.effectiveAt());
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
    run.progress().stage(Stages.GRANTING);
    before = Optional.of(difference.base().snapshot());
    AccessWriting writing =
        new AccessWriting(
            run, input.employeeNumber(), difference, steps, Optional.of(run.undoing(policy)));
    writing.writeAccess(plan.order());
    run.progress().stage(Stages.VERIFYING);
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
      run.park("Not everything is as written; somebody may have changed it.", left, policy);
    }
  }

  /** What the loan touched becomes as it was; who changed it meanwhile is asked first. */
  private void endLoan() {
    ProcessPolicy policy = run.begin();
    AttendedSteps steps = run.forwardSteps(policy);
    BothSystems both = both(steps);
    boolean ownOnly = Workflow.getVersion("loan-returns-own", Workflow.DEFAULT_VERSION, 1) >= 1;
    LoanReturn loan = new LoanReturn(input.transfer(), input.backTo().orElseThrow(), ownOnly);
    boolean nevertheless = false;
    while (true) {
      run.progress().stage(Stages.CHECKING);
      Present now = read(both);
      if (now.employee().isEmpty() || !now.strangers().isEmpty()) {
        run.park("The record of the loan is not there, or another person's.", texts(now), policy);
        continue;
      }
      List<String> changed = nevertheless ? List.of() : loan.changedSince(now, steps);
      if (!changed.isEmpty()) {
        nevertheless =
            run.park(
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
      run.progress().outline(new PlanOutline("", difference.lines()));
      run.progress().stage(Stages.GRANTING);
      new AccessWriting(run, input.employeeNumber(), difference, steps, Optional.empty())
          .writeAccess(AlterationPlan.OLD_BEFORE_NEW);
      nevertheless = false;
      run.progress().stage(Stages.VERIFYING);
    }
  }

  private static List<String> texts(Present now) {
    return now.strangers().isEmpty()
        ? List.of("Backoffice shows no such record.")
        : now.strangers().stream().map(finding -> finding.text()).toList();
  }

  @Override
  public void withdraw(Withdrawal asked) {
    run.withdraw(asked);
  }

  @Override
  public void decide(RawValue decision) {
    run.requests().decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return run.requests().decide(decision);
  }

  @Override
  public void validateDecideNow(Decision decision) {
    Requests.requireWellFormed(decision);
  }

  @Override
  public RunStatus status() {
    return run.progress().status();
  }
}

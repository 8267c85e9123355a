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
import dev.lanyard.workflows.approval.MessageDigests;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PersonRules;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferAmendment;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Amendable;
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
public final class TransferWorkflowImpl extends AlterationProcess implements TransferWorkflow {

  private final TransferInput input;
  private final Amendable<Transfer> wanted;
  private final Optional<EndOfLoan> end;
  private Optional<AccessSnapshot> before = Optional.empty();

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
    this.end = input.backTo().map(then -> new EndOfLoan(run(), input, this::read));
    this.wanted =
        run().amendable(input.transfer(), new Correction(), end.map(loan -> EndOfLoan.NOT_AMENDED));
  }

  /** To those who judge an amendment. */
  private final class Correction implements Amendable.Subject<Transfer> {

    @Override
    public List<InputProblem> problems(Transfer amended) {
      return PersonRules.problems(amended);
    }

    @Override
    public AccessRequest request(String kind, Amendment<Transfer> amendment) {
      AccessRequest about = run().asking().about();
      return AccessRequest.of(kind, input.employeeNumber(), amendment.appliedTo(transfer()))
          .withRecords(about.posUserId().or(input::posUserId), about.staffId());
    }

    @Override
    public String question(String by) {
      return "May the transfer of " + input.employeeNumber() + " be amended by " + by + "?";
    }
  }

  /** As it stands by now. */
  private Transfer transfer() {
    return wanted.stated();
  }

  @Override
  public TransferResult transfer(TransferInput sameInput) {
    admit(input.employeeNumber(), problems());
    Ending ending = ending();
    return new TransferResult(
        ending.outcome(),
        employeeId(),
        staffId(),
        end.map(EndOfLoan::before).orElse(before),
        run().progress().warningTexts(),
        ending.reason(),
        ending.problems(),
        wanted.count() == 0 ? Optional.empty() : Optional.of(transfer()));
  }

  private Ending ending() {
    if (input.dryRun()) {
      return run().tryOut(() -> run().planned(new Moving(run().asking().lookingSteps())));
    }
    return end.map(EndOfLoan::ending).orElseGet(() -> run().carryOut(this::alter));
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
    run().follow(new Moving(run().asking().steps(policy)), policy);
  }

  /** To other access, for good or as a loan. */
  private final class Moving implements AlterationCourse<TransferCheck> {

    private final AttendedSteps steps;
    private final BothSystems both;
    private Optional<NamedAccess> approved = Optional.empty();
    private int approvedAfter;

    private Moving(AttendedSteps steps) {
      this.steps = steps;
      this.both = both(steps);
    }

    @Override
    public TransferCheck look() {
      if (wanted.count() != approvedAfter) {
        // Other names, or none any more, stand for what was approved.
        approved = Optional.empty();
      }
      return new TransferCheck(transfer(), steps).of(read(both), approved);
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
      return check.difference().request(input.employeeNumber(), transfer().from());
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
      approvedAfter = wanted.count();
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
            .compose(difference.resulting(input.employeeNumber(), transfer().from()));
    List<String> lines = new ArrayList<>(difference.lines());
    lines.add(
        "Counts from: "
            + plan.effectiveAt().map(at -> at + " (" + plan.zone() + ")").orElse("at once"));
    transfer()
        .until()
        .ifPresent(until -> lines.add("Until " + until + "; then everything is as it is now"));
    AlterationPlan shown = lentFor(plan);
    run().progress().outline(new PlanOutline(shown.digest(), lines));
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
    return shown;
  }

  /** Lent for longer than was approved is not what was approved. */
  private AlterationPlan lentFor(AlterationPlan plan) {
    return transfer().until().equals(input.transfer().until())
        ? plan
        : plan.withDigest(
            MessageDigests.of(
                List.of(
                    plan.digest(),
                    transfer().until().map(LocalDate::toString).orElse("for good"))));
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
            run(),
            input.employeeNumber(),
            difference,
            steps,
            Optional.of(run().asking().undoing(policy)));
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
      run()
          .asking()
          .park("Not everything is as written; somebody may have changed it.", left, policy);
    }
  }

  @Override
  public void amend(RawValue amendment) {
    wanted.amend(
        amendment,
        TransferAmendment.class,
        "{\"by\":\"maria\",\"sites\":{\"names\":[\"Harbor Wash\"]}}");
  }

  @Override
  public DecisionAnswer amendNow(TransferAmendment amendment) {
    return wanted.amend(amendment);
  }

  @Override
  public void validateAmendNow(TransferAmendment amendment) {
    Amendable.requireWellFormed(amendment);
  }
}

package dev.lanyard.workflows.restoration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
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
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.staffapi.StaffAccess;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of an undo or a return: check, approval of the whole access, the day, check again, a
 * new PIN sealed, both systems, the proof, and only then the PIN's hand-over.
 */
public final class RestorationWorkflowImpl implements RestorationWorkflow {

  private final RestorationInput input;
  private final AlterationRun run;
  private final String kind;
  private Optional<Integer> employeeId = Optional.empty();
  private Optional<Long> staffId = Optional.empty();
  private List<String> differences = List.of();

  @WorkflowInit
  public RestorationWorkflowImpl(RestorationInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input =
        input == null
            ? new RestorationInput(null, null, null, null, null, null, null, null)
            : input;
    boolean back = RestorationInput.RETURN.equals(this.input.kind());
    this.kind = back ? AccessRequest.RETURN : AccessRequest.UNDO;
    this.run =
        new AlterationRun(
            back ? RestorationInput.RETURN : RestorationInput.UNDO,
            kind,
            this.input.employeeNumber(),
            this.input.mandate());
  }

  @Override
  public RestorationResult restore(RestorationInput sameInput) {
    PersonConsent.require(input.employeeNumber(), problems());
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    run.progress().headline(what() + input.employeeNumber());
    Ending ending = run.carryOut(this::process);
    return new RestorationResult(
        ending.outcome(),
        employeeId,
        staffId,
        ending.outcome().equals(Ending.DONE) ? List.of() : differences,
        run.progress().warningTexts(),
        ending.reason());
  }

  private String what() {
    return RestorationInput.RETURN.equals(input.kind())
        ? "Return of "
        : "Undo of the termination of ";
  }

  private List<InputProblem> problems() {
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(input.employeeNumber()).ifPresent(found::add);
    if (!RestorationInput.UNDO.equals(input.kind())
        && !RestorationInput.RETURN.equals(input.kind())) {
      found.add(new InputProblem("kind", "must be undo or return"));
    }
    if (input.before() == null || !input.before().open()) {
      found.add(new InputProblem("before", "let nobody in, so there is nothing to give back"));
    }
    return found;
  }

  private void process() {
    ProcessPolicy policy = run.begin();
    AttendedSteps steps = run.steps(policy);
    // The snapshot says whose records they are; what the person's run knows may be newer.
    BothSystems both =
        new BothSystems(
            input.employeeNumber(),
            input.before().employee().map(EmployeeSnapshot::posUserId).or(input::posUserId),
            input.before().employee().map(EmployeeSnapshot::employeeId).or(input::employeeId),
            input.before().staff().map(StaffAccess::staffId).or(input::staffId),
            steps);
    String approvedDigest = "";
    while (true) {
      run.progress().stage(Stages.CHECKING);
      SnapshotCheck check = look(both);
      if (!run.passes(check.problems(), check.warnings(), policy)) {
        continue;
      }
      AlterationPlan plan = plan(check);
      if (plan.digest().equals(approvedDigest) && !run.waitFor(plan.effectiveAt())) {
        write(check, both, steps, policy);
        return;
      }
      if (!plan.digest().equals(approvedDigest)) {
        if (!run.approved(
            check.request(kind, input.employeeNumber(), input.on()),
            question(check),
            detail(),
            plan.digest())) {
          return;
        }
        approvedDigest = plan.digest();
        run.waitFor(plan.effectiveAt());
      }
    }
  }

  private SnapshotCheck look(BothSystems both) {
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
    return new SnapshotCheck(input.before(), now);
  }

  private AlterationPlan plan(SnapshotCheck check) {
    AlterationPlan plan =
        ActivityStubs.alterationPlanning()
            .compose(check.resulting(input.employeeNumber(), input.on()));
    List<String> lines = new ArrayList<>(check.lines());
    lines.add(
        "Access opens: "
            + plan.effectiveAt().map(at -> at + " (" + plan.zone() + ")").orElse("at once"));
    run.progress().outline(new PlanOutline(plan.digest(), lines));
    run.effectiveAt(plan.effectiveAt());
    return plan;
  }

  private String question(SnapshotCheck check) {
    return "May "
        + check.now().fullName()
        + " have back exactly the access from before"
        + (RestorationInput.RETURN.equals(input.kind())
            ? " the leave?"
            : " the termination? Reason: " + input.reason());
  }

  private List<String> detail() {
    List<String> detail = new ArrayList<>(run.progress().status().outline().orElseThrow().lines());
    detail.addAll(run.progress().warningTexts());
    return detail;
  }

  private void write(
      SnapshotCheck check, BothSystems both, AttendedSteps steps, ProcessPolicy policy) {
    run.progress().stage(Stages.GRANTING);
    Regrant regrant = new Regrant(input.employeeNumber(), run, policy, steps);
    check.employee().ifPresent(then -> regrant.inBackoffice(then, check.now().employee().get()));
    check.staff().ifPresent(regrant::inStaffApi);
    run.progress().stage(Stages.VERIFYING);
    prove(both, policy);
    regrant.handPinOver();
  }

  /** Both are read again and compared with the snapshot, field by field. */
  private void prove(BothSystems both, ProcessPolicy policy) {
    while (true) {
      differences = look(both).differences();
      if (differences.isEmpty()) {
        return;
      }
      run.park(
          "Not everything is as it was before; somebody may have changed it.", differences, policy);
    }
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

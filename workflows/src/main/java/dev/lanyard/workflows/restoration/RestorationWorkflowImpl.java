package dev.lanyard.workflows.restoration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.AlterationCourse;
import dev.lanyard.workflows.alteration.AlterationProcess;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Ending;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.staffapi.StaffAccess;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of an undo or a return: check, approval of the whole access, the day, check again, a
 * new PIN sealed, both systems, the proof, and only then the PIN's hand-over.
 */
public final class RestorationWorkflowImpl extends AlterationProcess
    implements RestorationWorkflow {

  private final RestorationInput input;
  private final boolean back;
  private List<String> differences = List.of();

  @WorkflowInit
  public RestorationWorkflowImpl(RestorationInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this(
        input == null
            ? new RestorationInput(null, null, null, null, null, null, null, null)
            : input,
        input != null && RestorationInput.RETURN.equals(input.kind()));
  }

  private RestorationWorkflowImpl(RestorationInput input, boolean back) {
    super(
        new AlterationRun(
            back ? RestorationInput.RETURN : RestorationInput.UNDO,
            back ? AccessRequest.RETURN : AccessRequest.UNDO,
            input.employeeNumber(),
            input.mandate(),
            input.dryRun()),
        back ? "Return of" : "Undo of the termination of",
        input.posUserId(),
        input.employeeId(),
        input.staffId());
    this.input = input;
    this.back = back;
  }

  @Override
  public RestorationResult restore(RestorationInput sameInput) {
    admit(input.employeeNumber(), problems());
    Ending ending =
        input.dryRun()
            ? run().tryOut(() -> run().planned(new GivingBack(run().asking().lookingSteps())))
            : run().carryOut(this::process);
    return new RestorationResult(
        ending.outcome(),
        employeeId(),
        staffId(),
        ending.outcome().equals(Ending.DONE) ? List.of() : differences,
        run().progress().warningTexts(),
        ending.reason(),
        ending.problems());
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
    ProcessPolicy policy = run().begin();
    run().follow(new GivingBack(run().asking().steps(policy)), policy);
  }

  /** What a snapshot shows, to whose records these are. */
  private final class GivingBack implements AlterationCourse<SnapshotCheck> {

    private final AttendedSteps steps;
    private final BothSystems both;

    private GivingBack(AttendedSteps steps) {
      this.steps = steps;
      // The snapshot says whose records they are; what the person's run knows may be newer.
      this.both =
          new BothSystems(
              input.employeeNumber(),
              input.before().employee().map(EmployeeSnapshot::posUserId).or(input::posUserId),
              input.before().employee().map(EmployeeSnapshot::employeeId).or(input::employeeId),
              input.before().staff().map(StaffAccess::staffId).or(input::staffId),
              steps);
    }

    @Override
    public SnapshotCheck look() {
      return new SnapshotCheck(input.before(), read(both));
    }

    @Override
    public List<Finding> problems(SnapshotCheck check) {
      return check.problems();
    }

    @Override
    public List<Finding> warnings(SnapshotCheck check) {
      return check.warnings();
    }

    @Override
    public Optional<AlterationPlan> plan(SnapshotCheck check) {
      return Optional.of(planned(check));
    }

    @Override
    public AccessRequest request(SnapshotCheck check) {
      return check.request(
          back ? AccessRequest.RETURN : AccessRequest.UNDO, input.employeeNumber(), input.on());
    }

    @Override
    public String question(SnapshotCheck check) {
      return "May "
          + check.now().fullName()
          + " have back exactly the access from before"
          + (back ? " the leave?" : " the termination? Reason: " + input.reason());
    }

    @Override
    public List<String> detail() {
      List<String> detail =
          new ArrayList<>(run().progress().status().outline().orElseThrow().lines());
      detail.addAll(run().progress().warningTexts());
      return detail;
    }

    @Override
    public void write(SnapshotCheck check, AlterationPlan plan, ProcessPolicy policy) {
      run().progress().stage(Stages.GRANTING);
      Regrant regrant = new Regrant(input.employeeNumber(), run(), policy, steps);
      check.employee().ifPresent(then -> regrant.inBackoffice(then, check.now().employee().get()));
      check.staff().ifPresent(regrant::inStaffApi);
      run().progress().stage(Stages.VERIFYING);
      prove(policy);
      regrant.handPinOver();
    }

    /** Both are read again and compared with the snapshot, field by field. */
    private void prove(ProcessPolicy policy) {
      while (true) {
        differences = look().differences();
        if (differences.isEmpty()) {
          return;
        }
        run()
            .asking()
            .park(
                "Not everything is as it was before; somebody may have changed it.",
                differences,
                policy);
      }
    }
  }

  private AlterationPlan planned(SnapshotCheck check) {
    AlterationPlan plan =
        ActivityStubs.alterationPlanning()
            .compose(check.resulting(input.employeeNumber(), input.on()));
    List<String> lines = new ArrayList<>(check.lines(plan.staffSites()));
    lines.add(
        "Access opens: "
            + plan.effectiveAt().map(at -> at + " (" + plan.zone() + ")").orElse("at once"));
    run().progress().outline(new PlanOutline(plan.digest(), lines));
    run().effectiveAt(plan.effectiveAt());
    return plan;
  }
}

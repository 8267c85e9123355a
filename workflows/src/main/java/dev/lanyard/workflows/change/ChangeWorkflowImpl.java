package dev.lanyard.workflows.change;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.AlterationProcess;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Ending;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.alteration.StaffHalf;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.MessageDigests;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PersonRules;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks, writes what is not so already in one system after the other, and looks again. */
public final class ChangeWorkflowImpl extends AlterationProcess implements ChangeWorkflow {

  private static final String SAID_ALREADY = "was so already";
  private static final String NO_RECORD = "no record there";

  private final ChangeInput input;
  private List<String> approved = List.of();
  private String backoffice = "nothing was written";
  private String staffApi = "nothing was written";

  @WorkflowInit
  public ChangeWorkflowImpl(ChangeInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this(input == null ? new ChangeInput(null, null, null, null, null) : input, "change");
  }

  private ChangeWorkflowImpl(ChangeInput input, String process) {
    super(
        new AlterationRun(
            process, AccessRequest.CHANGE, input.employeeNumber(), input.mandate(), input.dryRun()),
        "Change of",
        input.posUserId(),
        input.employeeId(),
        input.staffId());
    this.input = input;
  }

  @Override
  public ChangeResult change(ChangeInput sameInput) {
    admit(input.employeeNumber(), problems());
    Ending ending = input.dryRun() ? run().tryOut(this::look) : run().carryOut(this::process);
    boolean done = ending.outcome().equals(Ending.DONE);
    return new ChangeResult(
        ending.outcome(),
        employeeId(),
        staffId(),
        done ? backoffice : "as before",
        done ? staffApi : "as before",
        run().progress().warningTexts(),
        ending.reason(),
        ending.problems());
  }

  private List<InputProblem> problems() {
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(input.employeeNumber()).ifPresent(found::add);
    found.addAll(PersonRules.problems(input.change()));
    return found;
  }

  private List<Finding> look() {
    run().progress().stage(Stages.CHECKING);
    Present now = read(both(run().lookingSteps()));
    List<Finding> problems = ProfileChange.problems(input.change(), now);
    run().progress().findings(problems, List.of());
    if (problems.isEmpty()) {
      ProfileChange change = ProfileChange.of(input.change(), now);
      show(change);
      if (!change.isNone()) {
        run().showWhoApproves(request(now));
      }
    }
    return problems;
  }

  private BothSystems both(AttendedSteps steps) {
    return new BothSystems(
        input.employeeNumber(), input.posUserId(), input.employeeId(), input.staffId(), steps);
  }

  private void process() {
    ProcessPolicy policy = run().begin();
    AttendedSteps steps = run().steps(policy);
    BothSystems both = both(steps);
    while (true) {
      run().progress().stage(Stages.CHECKING);
      Present now = read(both);
      if (!run().passes(ProfileChange.problems(input.change(), now), List.of(), policy)
          || run().waitFor(begins(now))) {
        continue;
      }
      ProfileChange change = ProfileChange.of(input.change(), now);
      show(change);
      if (!change.isNone() && !change.lines().equals(approved)) {
        if (!allowed(change, now)) {
          return;
        }
        continue;
      }
      carryOut(change, now, steps, run().undoing(policy));
      run().progress().stage(Stages.VERIFYING);
      if (verified(both, policy)) {
        return;
      }
    }
  }

  private void show(ProfileChange change) {
    run()
        .progress()
        .outline(
            new PlanOutline(
                "", change.isNone() ? List.of("Nothing is different.") : change.lines()));
  }

  /** Where the policy wants nobody asked, and nobody is protected, this passes by itself. */
  private boolean allowed(ProfileChange change, Present now) {
    AccessRequest request = request(now);
    run().about(request);
    approved = change.lines();
    return run()
        .approved(
            request,
            "May this be changed about " + now.fullName() + "?",
            change.lines(),
            MessageDigests.of(change.lines()));
  }

  private AccessRequest request(Present now) {
    return run()
        .about()
        .withRecords(
            now.employee().map(EmployeeSnapshot::posUserId).or(input::posUserId),
            now.staff().map(member -> member.id()))
        .withStartsOn(input.change().from());
  }

  /** In the zone of the person's sites, the earliest where they lie in several. */
  private Optional<Instant> begins(Present now) {
    List<String> sites =
        now
            .employee()
            .flatMap(EmployeeSnapshot::sites)
            .map(SiteGrant::sites)
            .orElse(List.of())
            .stream()
            .map(SiteRef::name)
            .toList();
    return input
        .change()
        .from()
        .map(
            from ->
                ActivityStubs.planning().resolve(new EffectiveDate(from.minusDays(1), sites)).at());
  }

  private void carryOut(
      ProfileChange change, Present now, AttendedSteps steps, AttendedSteps undoing) {
    run().progress().stage(Stages.GRANTING);
    backoffice = now.employee().map(one -> SAID_ALREADY).orElse(NO_RECORD);
    if (!change.nothingInBackoffice()) {
      EmployeeSnapshot employee = now.employee().orElseThrow();
      run()
          .compensations()
          .beforeActing(
              () ->
                  changeEmployee(
                      employee, change.backoffice(), change.backofficeBefore(), undoing, "undo"));
      changeEmployee(
          employee, change.backofficeBefore(), change.backoffice(), steps, now.fullName());
      backoffice = "changed";
    }
    staffApi = now.staff().map(member -> SAID_ALREADY).orElse(NO_RECORD);
    if (!change.staff().isNone()) {
      StaffHalf half =
          new StaffHalf(input.employeeNumber(), now.staff().orElseThrow(), change.staff());
      run().compensations().beforeActing(() -> half.restore(undoing));
      half.apply(steps, now.fullName());
      staffApi = "changed";
    }
  }

  private void changeEmployee(
      EmployeeSnapshot employee,
      EmployeeFields from,
      EmployeeFields to,
      AttendedSteps steps,
      String summary) {
    steps.run(
        "change employee",
        () ->
            ActivityStubs.employeeChanges(summary)
                .changeEmployee(
                    new ChangeEmployee(
                        input.employeeNumber(),
                        employee.employeeId(),
                        employee.posUserId(),
                        employee.active(),
                        from,
                        to)),
        changed ->
            "employee "
                + employee.employeeId()
                + (changed.written() ? " is read back" : " was so already"));
  }

  /** Once more in both, after both were written; false when somebody said to begin again. */
  private boolean verified(BothSystems both, ProcessPolicy policy) {
    ProfileChange left = ProfileChange.of(input.change(), both.read());
    if (left.isNone()) {
      return true;
    }
    run().park("Not everything is as wanted; somebody may have changed it.", left.lines(), policy);
    return false;
  }
}

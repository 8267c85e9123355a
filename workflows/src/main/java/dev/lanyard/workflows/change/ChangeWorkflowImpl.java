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
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.ChangeAmendment;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.PersonRules;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.Amendable;
import io.temporal.common.converter.RawValue;
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
  private final Amendable<PersonChange> wanted;
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
    this.wanted = run().amendable(input.change(), new Change(), Optional.empty());
  }

  /** To those who judge an amendment of it. */
  private final class Change implements Amendable.Subject<PersonChange> {

    @Override
    public List<InputProblem> problems(PersonChange amended) {
      return PersonRules.problems(amended);
    }

    @Override
    public AccessRequest request(String kind, Amendment<PersonChange> amendment) {
      return run()
          .asking()
          .about()
          .withKind(kind)
          .withStartsOn(amendment.appliedTo(change()).from());
    }

    @Override
    public String question(String by) {
      return "May the change of " + input.employeeNumber() + " be amended by " + by + "?";
    }
  }

  /** As it stands by now. */
  private PersonChange change() {
    return wanted.stated();
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
    Present now = read(both(run().asking().lookingSteps()));
    List<Finding> problems = ProfileChange.problems(change(), now);
    run().progress().findings(problems, List.of());
    if (problems.isEmpty()) {
      ProfileChange change = ProfileChange.of(change(), now);
      show(change);
      if (!change.isNone()) {
        run().asking().showWhoApproves(request(now));
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
    AttendedSteps steps = run().asking().steps(policy);
    BothSystems both = both(steps);
    run().untilUnamended(() -> tried(both, steps, policy));
  }

  /** One round; false: look again. */
  private boolean tried(BothSystems both, AttendedSteps steps, ProcessPolicy policy) {
    run().progress().stage(Stages.CHECKING);
    Present now = read(both);
    if (!run().asking().passes(ProfileChange.problems(change(), now), List.of(), policy)
        || run().waitFor(begins(now))) {
      return false;
    }
    ProfileChange change = ProfileChange.of(change(), now);
    show(change);
    if (!change.isNone() && !change.lines().equals(approved)) {
      return !allowed(change, now);
    }
    run().closeAmendments();
    carryOut(change, now, steps, run().asking().undoing(policy));
    run().progress().stage(Stages.VERIFYING);
    return verified(both, policy);
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
    run().asking().about(request);
    boolean given =
        run()
            .asking()
            .approved(
                request,
                "May this be changed about " + now.fullName() + "?",
                change.lines(),
                MessageDigests.of(change.lines()));
    approved = change.lines();
    return given;
  }

  private AccessRequest request(Present now) {
    return run()
        .asking()
        .about()
        .withRecords(
            now.employee().map(EmployeeSnapshot::posUserId).or(input::posUserId),
            now.staff().map(member -> member.id()))
        .withStartsOn(change().from());
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
    return change()
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
    ProfileChange left = ProfileChange.of(change(), both.read());
    if (left.isNone()) {
      return true;
    }
    run()
        .asking()
        .park("Not everything is as wanted; somebody may have changed it.", left.lines(), policy);
    return false;
  }

  @Override
  public void amend(RawValue amendment) {
    wanted.amend(amendment, ChangeAmendment.class, "{\"by\":\"maria\",\"phone\":\"6155550000\"}");
  }

  @Override
  public DecisionAnswer amendNow(ChangeAmendment amendment) {
    return wanted.amend(amendment);
  }

  @Override
  public void validateAmendNow(ChangeAmendment amendment) {
    Amendable.requireWellFormed(amendment);
  }
}

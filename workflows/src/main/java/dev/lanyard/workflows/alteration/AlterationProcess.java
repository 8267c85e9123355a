package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * What a change, a transfer and a restoration have alike: how they begin, how they look at their
 * person, and how they are talked to.
 */
public abstract class AlterationProcess implements AlterationMessages {

  private final AlterationRun run;
  private final String what;
  private final Optional<PosUserId> knownPosUserId;
  private final Optional<Integer> knownEmployeeId;
  private final Optional<Long> knownStaffId;
  private Optional<Integer> employeeId = Optional.empty();
  private Optional<Long> staffId = Optional.empty();

  /**
   * @param what before the person's name: {@code Transfer of}
   * @param posUserId as the person's run knows it, as the other two
   */
  protected AlterationProcess(
      AlterationRun run,
      String what,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId) {
    this.run = run;
    this.what = what;
    this.knownPosUserId = posUserId;
    this.knownEmployeeId = employeeId;
    this.knownStaffId = staffId;
  }

  /** Whoever started it, and with whatever: only the person's run may, and only with this. */
  protected final void admit(EmployeeNumber employeeNumber, List<InputProblem> problems) {
    PersonConsent.require(employeeNumber, problems);
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(employeeNumber.value()));
    run.headline(what + " " + employeeNumber);
  }

  protected final AlterationRun run() {
    return run;
  }

  /** Where the records are by now is what the run is about from here on. */
  protected final Present read(BothSystems both) {
    Present now = both.read();
    employeeId = now.employee().map(EmployeeSnapshot::employeeId).or(() -> knownEmployeeId);
    staffId = now.staff().map(member -> member.id()).or(() -> knownStaffId);
    run.asking()
        .about(
            run.asking()
                .about()
                .withRecords(
                    now.employee().map(EmployeeSnapshot::posUserId).or(() -> knownPosUserId),
                    staffId));
    if (!now.fullName().isEmpty()) {
      run.headline(what + " " + now.fullName());
    }
    return now;
  }

  /** Once it has been looked for. */
  protected final Optional<Integer> employeeId() {
    return employeeId;
  }

  /** Once it has been looked for. */
  protected final Optional<Long> staffId() {
    return staffId;
  }

  @Override
  public void withdraw(Withdrawal asked) {
    run.withdraw(asked);
  }

  @Override
  public void decide(RawValue decision) {
    run.asking().requests().decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return run.asking().requests().decide(decision);
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

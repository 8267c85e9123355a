package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.AlterationRun;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Ending;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * The end of a loan: without approval, which was given with the loan, forward only, and neither
 * withdrawn nor amended. What the loan touched becomes as it was; who changed it meanwhile is asked
 * first.
 */
final class EndOfLoan {

  private static final String NOT_WITHDRAWN =
      "the end of a loan is not withdrawn: what was lent was approved until then only. To keep it,"
          + " hand in a transfer, which is approved: ./lanyard transfer";

  static final String NOT_AMENDED =
      "the end of a loan is not amended: what was lent was approved until then only. To keep it,"
          + " hand in a transfer, which is approved: ./lanyard transfer";

  /** How the process looks at both systems, and keeps what it found. */
  interface Reading {
    Present read(BothSystems both);
  }

  private final AlterationRun run;
  private final TransferInput input;
  private final Reading reading;
  private Optional<AccessSnapshot> before = Optional.empty();

  /** Whether only its person's run may withdraw it. */
  private Optional<Boolean> stays = Optional.empty();

  EndOfLoan(AlterationRun run, TransferInput input, Reading reading) {
    this.run = run;
    this.input = input;
    this.reading = reading;
    run.neverWithdrawn(this::staysItsCourse, NOT_WITHDRAWN);
  }

  Ending ending() {
    stays = Optional.of(Workflow.getVersion("loan-end-stays", Workflow.DEFAULT_VERSION, 1) >= 1);
    if (!staysItsCourse()) {
      return run.carryOut(this::process);
    }
    // The access was lent until this day and no longer: cancellation is not followed.
    Ending[] ending = new Ending[1];
    Workflow.newDetachedCancellationScope(() -> ending[0] = run.carryOut(this::process)).run();
    return ending[0];
  }

  /** What both systems showed before anything was written; empty before a look. */
  Optional<AccessSnapshot> before() {
    return before;
  }

  /** Runs from before could be withdrawn and cancelled, and the access stayed lent. */
  private boolean staysItsCourse() {
    if (stays.isEmpty()) {
      // A withdrawal may be handled before the run has begun.
      Workflow.await(() -> stays.isPresent());
    }
    return stays.get();
  }

  private void process() {
    ProcessPolicy policy = run.begin();
    AttendedSteps steps = run.asking().forwardSteps(policy);
    BothSystems both =
        new BothSystems(
            input.employeeNumber(), input.posUserId(), input.employeeId(), input.staffId(), steps);
    boolean ownOnly = Workflow.getVersion("loan-returns-own", Workflow.DEFAULT_VERSION, 1) >= 1;
    LoanReturn loan = new LoanReturn(input.transfer(), input.backTo().orElseThrow(), ownOnly);
    boolean nevertheless = false;
    while (true) {
      run.progress().stage(Stages.CHECKING);
      Present now = reading.read(both);
      if (now.employee().isEmpty() || !now.strangers().isEmpty()) {
        run.asking()
            .park("The record of the loan is not there, or another person's.", texts(now), policy);
        continue;
      }
      List<String> changed = nevertheless ? List.of() : loan.changedSince(now, steps);
      if (!changed.isEmpty()) {
        nevertheless = setsBack(changed, policy);
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

  private boolean setsBack(List<String> changed, ProcessPolicy policy) {
    return run.asking()
        .park(
            "Somebody changed during the loan what its end would set back; approve sets it back all"
                + " the same.",
            changed,
            policy,
            List.of(Decision.APPROVE))
        .equals(Decision.APPROVE);
  }

  private static List<String> texts(Present now) {
    return now.strangers().isEmpty()
        ? List.of("Backoffice shows no such record.")
        : now.strangers().stream().map(Finding::text).toList();
  }
}

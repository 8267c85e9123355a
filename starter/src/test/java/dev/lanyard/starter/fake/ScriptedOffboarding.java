package dev.lanyard.starter.fake;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.offboarding.OffboardingInput;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.offboarding.OffboardingWorkflow;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import java.util.Optional;

/**
 * An offboarding that touches nothing; a person called {@link #LEFT_OPEN} is left to a human, for
 * one called {@link #PARKS_TWICE} both systems wait for one.
 */
public final class ScriptedOffboarding implements OffboardingWorkflow {

  public static final String LEFT_OPEN = "Open";
  public static final String PARKS_TWICE = "Twice";

  private final OffboardingInput input;
  private final Progress progress;
  private final Requests requests;

  @WorkflowInit
  public ScriptedOffboarding(OffboardingInput input) {
    this.input = input;
    progress = new Progress("offboarding", input.employeeNumber());
    requests = new Requests(progress);
  }

  @Override
  public OffboardingResult offboard(OffboardingInput same) {
    if (input.dryRun()) {
      return planned();
    }
    progress.stage(Stages.REVOKING);
    progress.begin("disable employee");
    progress.done("disable employee", "employee 413 disabled");
    progress.begin("verify (Backoffice)");
    progress.done("verify (Backoffice)", "inactive");
    progress.warn(new Finding("NOT_IN_STAFF_API", "employeeNumber", "Not found in the staff API."));
    progress.begin("find web users");
    progress.done("find web users", "none found");
    if (input.termination().lastName().filter(PARKS_TWICE::equals).isPresent()) {
      Promise<Void> other = Async.procedure(() -> park("staff API"));
      park("Backoffice");
      other.get();
    }
    progress.stage(Stages.DONE);
    boolean open = input.termination().lastName().filter(LEFT_OPEN::equals).isPresent();
    return new OffboardingResult(
        OffboardingResult.DONE,
        Optional.of(4711),
        Optional.empty(),
        "disabled",
        open ? OffboardingResult.LEFT_TO_A_HUMAN : "not found",
        List.of());
  }

  private OffboardingResult planned() {
    boolean open = input.termination().lastName().filter(LEFT_OPEN::equals).isPresent();
    progress.outline(
        new PlanOutline("", List.of("Backoffice: make employee 413 inactive", "Access ends: now")));
    progress.stage(Stages.PLANNED);
    return new OffboardingResult(
        OffboardingResult.PLANNED,
        Optional.empty(),
        Optional.empty(),
        "not touched",
        "not touched",
        List.of("a web user has the same name"),
        Optional.empty(),
        Optional.empty(),
        "",
        open ? List.of("another last name") : List.of());
  }

  private void park(String system) {
    requests.ask(
        OpenRequest.PARKED,
        system + " is parked",
        List.of("its \u001b[31mown words"),
        "operations",
        List.of(Decision.RETRY, Decision.SKIP),
        Optional.empty(),
        () -> false);
  }

  @Override
  public void decide(RawValue decision) {
    requests.decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return requests.decide(decision);
  }

  @Override
  public void validateDecideNow(Decision decision) {
    Requests.requireWellFormed(decision);
  }

  @Override
  public void bringForward(Termination termination) {
    progress.begin("brought forward");
  }

  @Override
  public void callOff(RawValue request) {
    progress.begin("call off");
  }

  @Override
  public DecisionAnswer callOffNow(Withdrawal request) {
    progress.begin("call off, asked by " + request.by());
    return input.termination().immediate()
        ? new DecisionAnswer(false, "access is being taken")
        : new DecisionAnswer(true, "accepted; it takes effect once it is approved");
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}

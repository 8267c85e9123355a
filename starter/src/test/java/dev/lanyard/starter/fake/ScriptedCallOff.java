package dev.lanyard.starter.fake;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.calloff.CallOffInput;
import dev.lanyard.workflows.calloff.CallOffResult;
import dev.lanyard.workflows.calloff.CallOffWorkflow;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import java.util.Optional;

/** Asks the managers, whatever is to be called off. */
public final class ScriptedCallOff implements CallOffWorkflow {

  private final CallOffInput input;
  private final Progress progress;
  private final Requests requests;
  private boolean overtaken;

  @WorkflowInit
  public ScriptedCallOff(CallOffInput input) {
    this.input = input;
    progress = new Progress("call-off", input.about().employeeNumber());
    requests = new Requests(progress);
  }

  @Override
  public CallOffResult ask(CallOffInput same) {
    Optional<Decision> decision =
        requests.ask(
            OpenRequest.APPROVAL,
            "May the " + input.what() + " be called off?",
            List.of("Asked for by " + input.by()),
            "managers",
            List.of(Decision.APPROVE, Decision.REJECT),
            Optional.empty(),
            () -> overtaken);
    return new CallOffResult(
        decision.filter(given -> given.choice().equals(Decision.APPROVE)).isPresent(),
        decision.map(given -> "given by " + given.by()).orElse("no longer needed"));
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
  public void overtaken() {
    overtaken = true;
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}

package dev.lanyard.workflows.calloff;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Asks, by the policy, whether something that is planned for a later day may be called off. Runs
 * beside whatever runs for the person, holds nothing up, and writes nothing anywhere.
 */
@WorkflowInterface
public interface CallOffWorkflow {

  @WorkflowMethod
  CallOffResult ask(CallOffInput input);

  /** A {@link Decision}, from Temporal UI or a program. */
  @SignalMethod(
      name = "decide",
      description =
          "Answer a request: {\"requestId\":\"…\",\"choice\":\"approve\",\"by\":\"your name\"}")
  void decide(RawValue decision);

  /** The same with an answer: accepted, or refused with the reason. */
  @UpdateMethod(
      name = "decide",
      description =
          "Answer a request: {\"requestId\":\"…\",\"choice\":\"approve\",\"by\":\"your name\"}")
  DecisionAnswer decideNow(Decision decision);

  /** Refuses what is malformed before it leaves a trace. */
  @UpdateValidatorMethod(updateName = "decide")
  void validateDecideNow(Decision decision);

  /** What was planned has begun, or is not planned any more: nobody has to be asked. */
  @SignalMethod(name = "overtaken", description = "From the person's run: it has begun meanwhile")
  void overtaken();

  @QueryMethod(name = "status", description = "Stage, steps, who is awaited, warnings")
  RunStatus status();
}

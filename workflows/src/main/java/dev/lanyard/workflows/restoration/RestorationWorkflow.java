package dev.lanyard.workflows.restoration;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Gives back exactly what a termination or a leave took, with another PIN. */
@WorkflowInterface
public interface RestorationWorkflow {

  /** Ends done, proven by an empty difference to the snapshot, or with no access at all. */
  @WorkflowMethod
  RestorationResult restore(RestorationInput input);

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

  /** The person's run asks for everything to be as before; the same as cancelling the run. */
  @SignalMethod(name = "withdraw", description = "Undo everything: {\"by\":\"…\",\"reason\":\"…\"}")
  void withdraw(Withdrawal withdrawal);

  @QueryMethod(name = "status", description = "Stage, steps, who is awaited, warnings")
  RunStatus status();
}

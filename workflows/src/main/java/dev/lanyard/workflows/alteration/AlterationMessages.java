package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/**
 * How every process is talked to that alters what somebody has. No workflow by itself: Temporal
 * takes these methods for those of the workflow that extends this.
 */
public interface AlterationMessages {

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

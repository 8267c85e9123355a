package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Takes one person's access away in both systems, each without waiting for the other. */
@WorkflowInterface
public interface OffboardingWorkflow {

  /** Only goes forward: no error and no cancellation gives access back. */
  @WorkflowMethod
  OffboardingResult offboard(OffboardingInput input);

  /** A {@link Decision}, from Temporal UI or a program. */
  @SignalMethod(
      name = "decide",
      description =
          "Answer a request: {\"requestId\":\"…\",\"choice\":\"retry\",\"by\":\"your name\"}")
  void decide(RawValue decision);

  /** The same with an answer: accepted, or refused with the reason. */
  @UpdateMethod(
      name = "decide",
      description =
          "Answer a request: {\"requestId\":\"…\",\"choice\":\"retry\",\"by\":\"your name\"}")
  DecisionAnswer decideNow(Decision decision);

  /** Refuses what is malformed before it leaves a trace. */
  @UpdateValidatorMethod(updateName = "decide")
  void validateDecideNow(Decision decision);

  /** A newer termination of the same person; it can bring the moment forward, never put it off. */
  @SignalMethod(name = "bring forward", description = "From the person's run: an earlier moment")
  void bringForward(Termination termination);

  /** A {@link Withdrawal}: while nothing was taken yet, and with an approval, the person stays. */
  @SignalMethod(
      name = "call off",
      description = "While it waits for its day: {\"by\":\"your name\",\"reason\":\"…\"}")
  void callOff(RawValue request);

  /** The same with an answer: accepted, or refused with the reason. */
  @UpdateMethod(
      name = "call off",
      description = "While it waits for its day: {\"by\":\"your name\",\"reason\":\"…\"}")
  DecisionAnswer callOffNow(Withdrawal request);

  @QueryMethod(name = "status", description = "Stage, steps, who is awaited, warnings")
  RunStatus status();
}

package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Gives one hire access in both systems, or leaves none behind. */
@WorkflowInterface
public interface OnboardingWorkflow {

  /**
   * Ends done, undone (as a failure of type {@code ONBOARDING_UNDONE} that carries the result), or
   * cancelled; meanwhile it may wait for people for any time.
   */
  @WorkflowMethod
  OnboardingResult onboard(OnboardingInput input);

  /**
   * A {@link Decision}, from Temporal UI or a program; taken raw, since what cannot be decoded
   * would be lost unseen.
   */
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

  /**
   * Corrects the hire while it is being carried out: a {@link HireAmendment}, any field. The plan
   * and its approval follow.
   */
  @SignalMethod(
      name = "amend",
      description =
          "Correct the hire: {\"by\":\"your name\",\"startDate\":\"2026-05-08\"}, any field")
  void amend(RawValue amendment);

  /** The same with an answer: accepted, or refused with the reason. */
  @UpdateMethod(
      name = "amend",
      description =
          "Correct the hire: {\"by\":\"your name\",\"startDate\":\"2026-05-08\"}, any field")
  DecisionAnswer amendNow(HireAmendment amendment);

  /** Refuses what is malformed before it leaves a trace. */
  @UpdateValidatorMethod(updateName = "amend")
  void validateAmendNow(HireAmendment amendment);

  /** The person's run asks for everything to be undone; the same as cancelling the run. */
  @SignalMethod(name = "withdraw", description = "Undo everything: {\"by\":\"…\",\"reason\":\"…\"}")
  void withdraw(Withdrawal withdrawal);

  @QueryMethod(name = "status", description = "Stage, steps, who is awaited, warnings")
  RunStatus status();
}

package dev.lanyard.workflows.deletion;

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

/** At the end of a leaver's grace period: deletes for good what policy says is deleted. */
@WorkflowInterface
public interface DeletionWorkflow {

  /** How it ended when something else came first: nothing was written. */
  String WITHDRAWN = "withdrawn";

  /** How it ended, in a few words without personal data. */
  @WorkflowMethod
  String delete(DeletionInput input);

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

  /** Only from the person's run, which has the key: the next event of the person does not wait. */
  @SignalMethod(name = "withdraw", description = "From the person's run: another event comes first")
  void withdraw(Withdrawal withdrawal);

  @QueryMethod(name = "status", description = "Stage, steps, who is awaited, warnings")
  RunStatus status();
}

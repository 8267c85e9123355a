package dev.lanyard.starter.fake;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.transfer.TransferInput;
import dev.lanyard.workflows.transfer.TransferResult;
import dev.lanyard.workflows.transfer.TransferWorkflow;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import java.util.Optional;

/** Tells a story without touching anything; a dry run ends with its plan. */
public final class ScriptedTransfer implements TransferWorkflow {

  private final TransferInput input;
  private final Progress progress;

  @WorkflowInit
  public ScriptedTransfer(TransferInput input) {
    this.input = input;
    progress = new Progress("transfer", input.employeeNumber());
  }

  @Override
  public TransferResult transfer(TransferInput same) {
    progress.outline(
        new PlanOutline(
            "d1g35t",
            List.of("Backoffice sites: " + input.transfer().sites().orElseThrow().names())));
    progress.stage(input.dryRun() ? Stages.PLANNED : Stages.DONE);
    return new TransferResult(
        input.dryRun() ? TransferResult.PLANNED : TransferResult.DONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        List.of());
  }

  @Override
  public void decide(RawValue decision) {
    throw new UnsupportedOperationException("nothing is asked");
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    throw new UnsupportedOperationException("nothing is asked");
  }

  @Override
  public void validateDecideNow(Decision decision) {
    throw new UnsupportedOperationException("nothing is asked");
  }

  @Override
  public void withdraw(Withdrawal withdrawal) {
    throw new UnsupportedOperationException("nothing is done");
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}

package dev.lanyard.starter.fake;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.TransferAmendment;
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

/**
 * Tells a story without touching anything; a dry run ends with its plan. At {@link
 * ScriptedOnboarding#PARKS} it is parked until it is amended.
 */
public final class ScriptedTransfer implements TransferWorkflow {

  private final TransferInput input;
  private final Progress progress;
  private final Requests requests;
  private Optional<TransferAmendment> amendment = Optional.empty();

  @WorkflowInit
  public ScriptedTransfer(TransferInput input) {
    this.input = input;
    progress = new Progress("transfer", input.employeeNumber());
    requests = new Requests(progress);
  }

  @Override
  public TransferResult transfer(TransferInput same) {
    progress.outline(
        new PlanOutline(
            "d1g35t",
            List.of("Backoffice sites: " + input.transfer().sites().orElseThrow().names())));
    if (input.transfer().sites().get().names().contains(ScriptedOnboarding.PARKS)) {
      requests.askParked(
          "The check found 1 problem; nothing was written.",
          List.of("Or correct it: ./lanyard amend " + input.employeeNumber()),
          "operators",
          List.of(Decision.RETRY),
          () -> amendment.isPresent());
    }
    progress.stage(input.dryRun() ? Stages.PLANNED : Stages.DONE);
    return new TransferResult(
        input.dryRun() ? TransferResult.PLANNED : TransferResult.DONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        List.of(),
        amendment.map(given -> given.appliedTo(input.transfer())));
  }

  @Override
  public void amend(RawValue raw) {
    throw new UnsupportedOperationException("only updates are sent");
  }

  @Override
  public DecisionAnswer amendNow(TransferAmendment given) {
    amendment = Optional.of(given);
    return new DecisionAnswer(
        true, "amended: " + String.join(", ", given.changedIn(input.transfer())));
  }

  @Override
  public void validateAmendNow(TransferAmendment given) {}

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

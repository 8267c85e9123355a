package dev.lanyard.workflows.person;

import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.HrEvent;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;

/**
 * A process of somebody whose record exists: a change, a transfer, a return, an undo. A termination
 * that is due makes it withdraw and settle.
 *
 * @param <R> its result
 */
final class Alteration<R> implements Process {

  private static final Logger LOG = Workflow.getLogger(Alteration.class);

  private final String workflowId;
  private final Object child;
  private final Promise<WorkflowExecution> start;
  private final Promise<R> end;
  private final Consumer<Withdrawal> withdraw;
  private final Function<R, String> words;
  private final Standing leadsTo;
  private final Mandate mandate;
  private Optional<R> result = Optional.empty();
  private boolean unsettled;
  private String outcome = "";

  /**
   * @param child the stub that {@code end} came from
   * @param withdraw signals it
   * @param words how it ended, in one line without personal data
   * @param leadsTo where the person stands once it has succeeded
   * @param mandate that the child was given
   */
  Alteration(
      String workflowId,
      Object child,
      Promise<R> end,
      Consumer<Withdrawal> withdraw,
      Function<R, String> words,
      Standing leadsTo,
      Mandate mandate) {
    this.workflowId = workflowId;
    this.child = child;
    this.start = Workflow.getWorkflowExecution(child);
    this.end = end;
    this.withdraw = withdraw;
    this.words = words;
    this.leadsTo = leadsTo;
    this.mandate = mandate;
  }

  /** Returns when the child has ended. */
  Optional<R> await(Deque<HrEvent> waiting, Agenda agenda) {
    return settleAt(new DueTermination(waiting, agenda));
  }

  /** The same for a process that no event waits for, where it has a key to be withdrawn with. */
  Optional<R> awaitUnlessNeeded(Deque<HrEvent> waiting, Agenda agenda) {
    DueTermination overtaking = new DueTermination(waiting, agenda);
    return settleAt(mandate.key().isPresent() ? overtaking.orAnyEvent() : overtaking);
  }

  private Optional<R> settleAt(DueTermination overtaking) {
    if (overtaking.comesBefore(end)) {
      Withdrawal withdrawal = Process.withdrawal(mandate);
      if (!Process.told(child, () -> withdraw.accept(withdrawal))) {
        LOG.debug("it ended before it could be withdrawn");
      }
    }
    try {
      result = Optional.of(end.get());
      outcome = words.apply(result.get());
    } catch (ChildWorkflowFailure failure) {
      unsettled = !Process.settled(failure);
      outcome = Process.type(failure);
    }
    return result;
  }

  /** Nobody knows what it left behind: it was ended by force. */
  boolean unsettled() {
    return unsettled;
  }

  @Override
  public String workflowId() {
    return workflowId;
  }

  @Override
  public boolean started() {
    return start.isCompleted();
  }

  @Override
  public Standing leadsTo() {
    return leadsTo;
  }

  @Override
  public String outcome() {
    return outcome;
  }
}

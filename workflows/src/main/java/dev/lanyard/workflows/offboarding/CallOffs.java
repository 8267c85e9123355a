package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.MessageDigests;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * A termination that waits for its day may be called off, with an approval: somebody keeps access.
 * Once anything was taken, only an undo gives it back.
 */
final class CallOffs {

  private final OffboardingInput input;
  private final LastMoment lastMoment;
  private final Approvals approvals;
  private Optional<Withdrawal> wanted = Optional.empty();
  private boolean open;
  private boolean over;

  CallOffs(OffboardingInput input, LastMoment lastMoment, Approvals approvals) {
    this.input = input;
    this.lastMoment = lastMoment;
    this.approvals = approvals;
  }

  /** Signal handler: what cannot be read is the same as what says nobody's name. */
  DecisionAnswer ask(RawValue raw) {
    return ask(Signals.read(raw, Withdrawal.class).orElse(null));
  }

  /** Handler of signal and update: takes effect once it is approved, and before the moment. */
  DecisionAnswer ask(Withdrawal request) {
    Optional<String> objection = objection(request);
    if (objection.isEmpty()) {
      wanted = Optional.of(request);
    }
    return new DecisionAnswer(
        objection.isEmpty(), objection.orElse("accepted; it takes effect once it is approved"));
  }

  private Optional<String> objection(Withdrawal request) {
    if (request == null || request.by() == null || request.by().isBlank()) {
      return Optional.of("it takes one JSON object such as {\"by\":\"your name\"}");
    }
    if (!open || over || !lastMoment.canBeCalledOff()) {
      return Optional.of("access is being taken, or was; undo the termination afterwards");
    }
    return wanted.isPresent()
        ? Optional.of("somebody asked for it already; it waits for its approval")
        : Optional.empty();
  }

  /** Asks for approvals until the moment has come, or one was given. */
  void run() {
    open = true;
    while (!isOver()) {
      Workflow.await(() -> wanted.isPresent() || isOver());
      if (!isOver()) {
        decide(wanted.get());
      }
      wanted = Optional.empty();
    }
  }

  private void decide(Withdrawal asked) {
    ApprovalOutcome outcome =
        approvals.guard(
            AccessRequest.about(AccessRequest.UNDO, input.employeeNumber())
                .withRecords(input.posUserId(), input.staffId())
                .withRequester(Optional.of(asked.by())),
            "May the termination of "
                + input.employeeNumber()
                + " be called off? Then the access stays.",
            asked.reason() == null || asked.reason().isBlank()
                ? List.of("Asked for by " + asked.by())
                : List.of("Asked for by " + asked.by(), "Reason: " + asked.reason()),
            MessageDigests.of(List.of(input.employeeNumber().value(), "call off")),
            Optional.empty(),
            this::isOver);
    if (outcome.approved() && !isOver()) {
      lastMoment.callOff();
    }
  }

  private boolean isOver() {
    return over || !lastMoment.canBeCalledOff();
  }

  /** Nothing is left to call off. */
  void end() {
    over = true;
  }
}

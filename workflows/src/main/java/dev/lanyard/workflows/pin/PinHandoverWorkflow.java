package dev.lanyard.workflows.pin;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Hands one PIN to one person: the first key that asks gets it and may ask again, no other does.
 */
@WorkflowInterface
public interface PinHandoverWorkflow {

  /**
   * Ends when it was collected and the time to ask again is over, when nobody came, or when closed.
   */
  @WorkflowMethod
  PinHandoverStatus handOver(PinHandoverInput input);

  @UpdateMethod(name = "reveal", description = "Give the PIN to the first key that asks")
  RevealAnswer reveal(RevealRequest request);

  @UpdateValidatorMethod(updateName = "reveal")
  void validateReveal(RevealRequest request);

  /** The PIN no longer opens anything; nobody gets it from here on. */
  @SignalMethod(name = "close", description = "End the hand-over")
  void close(String reason);

  @QueryMethod(name = "status", description = "Collected or not, and who was turned away")
  PinHandoverStatus status();
}

package dev.lanyard.workflows;

import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import java.util.Optional;

/**
 * Signals between runs. What comes is taken raw, since the SDK drops what it cannot decode without
 * a word; the codec has been applied by then. What goes may find nobody there any more.
 */
public final class Signals {

  private Signals() {}

  /**
   * @param raw null when the signal was sent without any argument, which Temporal UI allows
   * @return empty when there is nothing, or nothing of this type
   */
  public static <T> Optional<T> read(RawValue raw, Class<T> type) {
    if (raw == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          DefaultDataConverter.newDefaultInstance().fromPayload(raw.getPayload(), type, type));
    } catch (DataConverterException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Sends a signal to another run; false when that one has ended or never was.
   *
   * @throws io.temporal.failure.CanceledFailure when the scope of the caller is cancelled
   */
  public static boolean delivered(Runnable signal) {
    try {
      signal.run();
      return true;
    } catch (ApplicationFailure | SignalExternalWorkflowException refused) {
      // The SDK's documents name the second; measured, 1.38 throws the first, type
      // SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_….
      return false;
    }
  }
}

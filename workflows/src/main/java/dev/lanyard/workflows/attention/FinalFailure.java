package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;

/**
 * How an activity ended for good, whoever ended it: the remote system, a time-out, or an operator
 * in Temporal UI.
 *
 * @param type of {@link dev.lanyard.workflows.FailureTypes}, else the name of what Temporal reports
 * @param words the server's own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FinalFailure(String type, String words) {

  public static FinalFailure of(ActivityFailure failure) {
    if (failure.getCause() instanceof ApplicationFailure cause) {
      return new FinalFailure(known(cause.getType()), known(cause.getOriginalMessage()));
    }
    if (failure.getCause() instanceof CanceledFailure) {
      return new FinalFailure("cancelled", "cancelled");
    }
    return new FinalFailure(
        failure.getCause() == null ? "unknown" : failure.getCause().getClass().getSimpleName(),
        known(failure.getOriginalMessage()));
  }

  /** An activity that is failed by hand may carry neither. */
  private static String known(String words) {
    return words == null || words.isBlank() ? "unknown" : words;
  }

  @Override
  public String toString() {
    return "FinalFailure[" + type + ", [redacted]]";
  }
}

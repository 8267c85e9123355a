package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** A decision that arrived, counted or not, and why. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DecisionRecord(
    String requestId, String choice, String by, boolean accepted, String reason, Instant at) {

  @Override
  public String toString() {
    return "DecisionRecord[" + requestId + ", " + choice + ", " + accepted + ", [redacted]]";
  }
}

package dev.lanyard.workflows.calloff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Whether it may be taken off.
 *
 * @param reason who approved it, or why not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CallOffResult(boolean approved, String reason) {

  public CallOffResult {
    reason = reason == null ? "" : reason;
  }
}

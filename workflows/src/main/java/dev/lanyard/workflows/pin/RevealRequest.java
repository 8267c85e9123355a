package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * @param publicKey made on the spot by the one who asks; the answer opens with its other half only
 * @param by who asks, for the record
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevealRequest(String publicKey, String by) {

  @Override
  public String toString() {
    return "RevealRequest[[redacted]]";
  }
}

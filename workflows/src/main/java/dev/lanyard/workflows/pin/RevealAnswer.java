package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * @param sealed the PIN, encrypted to the key of the request; empty when refused
 * @param reason why it was refused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevealAnswer(Optional<String> sealed, String reason) {

  public RevealAnswer {
    sealed = sealed == null ? Optional.empty() : sealed;
  }

  @Override
  public String toString() {
    return "RevealAnswer[[redacted], " + reason + "]";
  }
}

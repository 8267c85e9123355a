package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A PIN, encrypted to the worker's public key and bound to one employee number. Workflows carry it
 * and cannot open it.
 */
public record SealedPin(@JsonValue String ciphertext) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SealedPin {}

  @Override
  public String toString() {
    return "[redacted]";
  }
}

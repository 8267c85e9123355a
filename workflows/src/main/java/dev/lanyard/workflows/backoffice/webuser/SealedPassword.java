package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A password, encrypted to the worker's public key and bound to one employee number. Workflows
 * carry it and cannot open it.
 */
public record SealedPassword(@JsonValue String ciphertext) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SealedPassword {}

  @Override
  public String toString() {
    return "[redacted]";
  }
}

package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/** Encrypt a sealed PIN anew, to the public key of the one person who may read it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResealPin(EmployeeNumber employeeNumber, SealedPin pin, String recipientPublicKey) {

  @Override
  public String toString() {
    return "ResealPin[" + employeeNumber + ", [redacted]]";
  }
}

package dev.lanyard.workflows.calloff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.approval.AccessRequest;
import java.time.Instant;

/**
 * What is to be taken off a person's agenda.
 *
 * @param about in the policy's terms; its kind is what the policy is asked for
 * @param id of the planned event
 * @param what it is, in a word: {@code transfer}, {@code leave}, {@code termination}
 * @param at when it would take effect
 * @param by who asks for it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CallOffInput(
    AccessRequest about, String id, String what, Instant at, String by, String reason) {

  @Override
  public String toString() {
    return "CallOffInput[" + what + ", [redacted]]";
  }
}

package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What was accepted for a later day is not carried out.
 *
 * @param id of {@link PlannedEvent}
 * @param by who says so, for the record
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CallOff(String id, String by, String reason) {

  @Override
  public String toString() {
    return "CallOff[" + id + ", [redacted]]";
  }
}

package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Stop and undo what was done so far. Taken only from the run's own person, or its operators. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Withdrawal(String by, String reason) {

  @Override
  public String toString() {
    return "Withdrawal[[redacted]]";
  }
}

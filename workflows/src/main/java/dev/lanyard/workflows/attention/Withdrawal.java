package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Stop and undo what was done so far.
 *
 * @param token signed by the one who says so, where the policy asks for it
 * @param key of the run's own person; nobody else knows it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Withdrawal(String by, String reason, Optional<String> token, Optional<String> key) {

  public Withdrawal {
    by = by == null || by.isBlank() ? "somebody who left no name" : by;
    token = token == null ? Optional.empty() : token;
    key = key == null ? Optional.empty() : key;
  }

  /** A bare one. */
  public Withdrawal(String by, String reason) {
    this(by, reason, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "Withdrawal[[redacted]]";
  }
}

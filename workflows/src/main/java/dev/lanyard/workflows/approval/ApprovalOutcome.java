package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How a request ended. Stays inside a run.
 *
 * @param by who decided; nobody where it expired, was overtaken, or a rule approves by itself
 * @param reason for people: {@code given by maria}, {@code rejected by maria}, {@code nobody
 *     approved within 14 days}
 * @param auto approved by a rule alone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalOutcome(Result result, List<String> by, String reason, boolean auto) {

  /** The four ways in which a request ends. */
  public enum Result {
    APPROVED,
    REJECTED,
    EXPIRED,
    OVERTAKEN
  }

  public ApprovalOutcome {
    by = by == null ? List.of() : List.copyOf(by);
  }

  public boolean approved() {
    return result == Result.APPROVED;
  }

  @Override
  public String toString() {
    return "ApprovalOutcome[" + result + ", [redacted]]";
  }
}

package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Whether a decision counts, and why.
 *
 * @param approver whose decision it is, in the one spelling that is compared
 * @param tokenId of the token that was checked, empty for a bare decision
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DecisionVerdict(
    boolean counts, String reason, String approver, Optional<String> tokenId) {

  public DecisionVerdict {
    tokenId = tokenId == null ? Optional.empty() : tokenId;
  }

  public static DecisionVerdict refused(String reason) {
    return new DecisionVerdict(false, reason, "", Optional.empty());
  }

  @Override
  public String toString() {
    return "DecisionVerdict[" + counts + ", [redacted]]";
  }
}

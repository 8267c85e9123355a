package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the signature of a decision stands for. A token carries exactly these, each as text.
 *
 * @param namespace of Temporal
 * @param runId the very run: after a reset it is another
 * @param requestId of the open request; for a message that stands for itself, its kind
 * @param digest of what was shown
 * @param approver id of a person of the policy's {@code people}
 * @param id another one for each token
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DecisionClaims(
    String namespace,
    String workflowId,
    String runId,
    String requestId,
    String digest,
    String choice,
    String approver,
    Instant issuedAt,
    Instant expiresAt,
    String id) {

  /** As a token carries them. */
  public Map<String, String> toFields() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("namespace", namespace);
    fields.put("workflowId", workflowId);
    fields.put("runId", runId);
    fields.put("requestId", requestId);
    fields.put("digest", digest);
    fields.put("choice", choice);
    fields.put("approver", approver);
    fields.put("issuedAt", issuedAt.toString());
    fields.put("expiresAt", expiresAt.toString());
    fields.put("id", id);
    return fields;
  }

  /** Empty when one is missing, one is too many, or a time is none. */
  public static Optional<DecisionClaims> ofFields(Map<String, String> fields) {
    try {
      DecisionClaims claims =
          new DecisionClaims(
              fields.getOrDefault("namespace", ""),
              fields.getOrDefault("workflowId", ""),
              fields.getOrDefault("runId", ""),
              fields.getOrDefault("requestId", ""),
              fields.getOrDefault("digest", ""),
              fields.getOrDefault("choice", ""),
              fields.getOrDefault("approver", ""),
              Instant.parse(fields.getOrDefault("issuedAt", "")),
              Instant.parse(fields.getOrDefault("expiresAt", "")),
              fields.getOrDefault("id", ""));
      return claims.toFields().keySet().equals(fields.keySet())
          ? Optional.of(claims)
          : Optional.empty();
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "DecisionClaims[" + workflowId + ", " + requestId + ", [redacted]]";
  }
}

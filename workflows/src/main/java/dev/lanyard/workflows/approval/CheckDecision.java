package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.attention.Decision;

/**
 * A decision that arrived, and what it is about.
 *
 * @param rule as it was when the request was opened
 * @param requestId of the open request; for a message that stands for itself, its kind
 * @param digest of what was shown
 * @param escalated whether the deputies may decide by now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckDecision(
    AccessRequest about,
    ApprovalRule rule,
    String requestId,
    String digest,
    boolean escalated,
    Decision decision) {}

package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What counts where no rule does: one bare decision, and none for a change of no access.
 *
 * @param approvers the group for what grants
 * @param operators the group for what is to become of a parked step
 * @param expiresAfter for what grants; nothing else lapses
 * @param terminationsAreAsked of dated ones; an immediate one never is
 */
public record PolicyFallback(
    String approvers, String operators, Duration expiresAfter, boolean terminationsAreAsked) {

  private static final String NAME = "no rule of a policy file";

  ApprovalRule ruleFor(String kind) {
    return switch (kind) {
      case AccessRequest.TERMINATE ->
          terminationsAreAsked
              ? ApprovalRule.oneOf(NAME, approvers, Optional.empty())
              : byItself("the worker's policy: terminations need no approval");
      // A correction of a hire shows in its plan, which is approved anew where access changes; a
      // change changes none, and a leave only takes.
      case AccessRequest.AMEND, AccessRequest.CHANGE, AccessRequest.LEAVE ->
          byItself("no rule of a policy file: " + kind + " needs no approval of its own");
      case AccessRequest.SKIP, AccessRequest.WITHDRAW, AccessRequest.COMPENSATE ->
          ApprovalRule.oneOf(NAME, operators, Optional.empty());
      default -> ApprovalRule.oneOf(NAME, approvers, Optional.of(expiresAfter));
    };
  }

  private static ApprovalRule byItself(String name) {
    return new ApprovalRule(
        name,
        Optional.empty(),
        true,
        0,
        List.of(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.ESCALATE);
  }
}

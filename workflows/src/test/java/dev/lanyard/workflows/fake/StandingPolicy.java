package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalActivities;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.approval.CheckDecision;
import dev.lanyard.workflows.approval.DecisionVerdict;
import dev.lanyard.workflows.attention.Decision;
import io.temporal.activity.Activity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rules by kind, as a test puts them in; else what a worker without a policy file says. A token
 * here is {@code <approver>/<id>/<request>/<digest>/<choice>/<run>}, and stands for itself.
 */
public final class StandingPolicy implements ApprovalActivities {

  private final FixedPlanning planning;
  public final Map<String, ApprovalRule> rules = new ConcurrentHashMap<>();
  public final Map<String, String> protectedNumbers = new ConcurrentHashMap<>();
  public final List<AccessRequest> assessed = new CopyOnWriteArrayList<>();
  public final List<CheckDecision> checked = new CopyOnWriteArrayList<>();

  /** Who belongs to which group; empty: everybody to every group. */
  public final Map<String, List<String>> members = new ConcurrentHashMap<>();

  /** Runs while a decision is being checked. */
  public volatile Runnable meanwhile = () -> {};

  StandingPolicy(FixedPlanning planning) {
    this.planning = planning;
  }

  @Override
  public ApprovalRule assess(AccessRequest request) {
    assessed.add(request);
    String reason = protectedNumbers.get(request.employeeNumber().value());
    if (reason != null) {
      return ApprovalRule.refusing(reason, planning.policy.operators());
    }
    ApprovalRule rule = rules.get(request.kind());
    if (rule != null) {
      return rule;
    }
    return switch (request.kind()) {
      case AccessRequest.TERMINATE -> termination();
      case AccessRequest.AMEND, AccessRequest.CHANGE, AccessRequest.LEAVE -> byItself();
      case AccessRequest.SKIP, AccessRequest.WITHDRAW, AccessRequest.COMPENSATE ->
          ApprovalRule.oneOf("the default", planning.policy.operators(), Optional.empty());
      default ->
          ApprovalRule.oneOf(
              "the default",
              planning.policy.approvers(),
              Optional.of(planning.policy.approvalExpiresAfter()));
    };
  }

  private ApprovalRule termination() {
    ApprovalRule asked =
        ApprovalRule.oneOf("the default", planning.policy.approvers(), Optional.empty());
    return planning.policy.offboardingNeedsApproval() ? asked : byItself();
  }

  private static ApprovalRule byItself() {
    return new ApprovalRule(
        "the default",
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

  @Override
  public DecisionVerdict check(CheckDecision question) {
    checked.add(question);
    meanwhile.run();
    Decision decision = question.decision();
    if (decision.token().isEmpty()) {
      return member(question, decision.by(), Optional.empty());
    }
    String[] claims = decision.token().get().split("/", -1);
    boolean fits =
        claims.length == 6
            && claims[2].equals(question.requestId())
            && claims[3].equals(question.digest())
            && claims[4].equals(decision.choice())
            && claims[5].equals(Activity.getExecutionContext().getInfo().getWorkflowRunId());
    return fits
        ? member(question, claims[0], Optional.of(claims[1]))
        : DecisionVerdict.refused("the token does not fit");
  }

  private DecisionVerdict member(CheckDecision question, String who, Optional<String> token) {
    if (question.rule().fourEyes()
        && question.about().requester().filter(who::equals).isPresent()) {
      return DecisionVerdict.refused(who + " asked for it; four eyes are needed");
    }
    boolean belongs =
        members.isEmpty()
            || question.rule().groups().stream()
                .anyMatch(group -> members.getOrDefault(group, List.of()).contains(who))
            || (question.escalated()
                && members.getOrDefault(question.rule().escalatedTo(), List.of()).contains(who));
    return belongs
        ? new DecisionVerdict(true, "accepted", who, token)
        : DecisionVerdict.refused(who + " is in none of the asked groups");
  }
}

package dev.lanyard.workflows.approval;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionCheck;
import dev.lanyard.workflows.attention.OpenRequest;
import io.temporal.workflow.Workflow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers to a parked step. A retry grants nothing and is always taken, and so is what somebody
 * says to have done by hand, since it is looked at again; whatever else may be chosen passes the
 * policy under a kind of its own, and is counted by itself.
 */
final class ParkedChoices implements DecisionCheck {

  private final AccessRequest about;
  private final Set<String> usedTokens;
  private final Map<String, Tally> tallies = new HashMap<>();

  ParkedChoices(AccessRequest about, Set<String> usedTokens) {
    this.about = about;
    this.usedTokens = usedTokens;
  }

  static boolean alwaysTaken(String choice) {
    return List.of(Decision.RETRY, Decision.DONE).contains(choice);
  }

  @Override
  public Count check(OpenRequest request, Decision decision) {
    if (alwaysTaken(decision.choice())) {
      return () -> new Counted(true, true, "accepted", decision.by());
    }
    AccessRequest asked = about.withKind(decision.choice());
    ApprovalRule[] assessed = new ApprovalRule[1];
    Workflow.newDetachedCancellationScope(
            () -> assessed[0] = ActivityStubs.approvals().assess(asked))
        .run();
    ApprovalRule rule = assessed[0];
    Optional<String> forbidden = rule.protectedReason();
    if (forbidden.isPresent()) {
      return () -> Counted.refused(forbidden.get());
    }
    if (rule.auto()) {
      return () -> new Counted(true, true, "accepted, by " + rule.name(), decision.by());
    }
    // Under the rule of the first such decision, however the policy changes while it is open.
    Tally tally =
        tallies.computeIfAbsent(
            decision.choice(), choice -> new Tally(asked, rule, "", usedTokens));
    DecisionVerdict verdict = tally.verdict(decision, request.id(), false);
    return () -> tally.count(decision, verdict);
  }
}

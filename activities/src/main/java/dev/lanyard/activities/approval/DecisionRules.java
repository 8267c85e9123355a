package dev.lanyard.activities.approval;

import dev.lanyard.secrets.SignedFields;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.approval.CheckDecision;
import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.approval.DecisionVerdict;
import dev.lanyard.workflows.attention.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether one decision counts: who it is, whether they may, and what they signed. */
final class DecisionRules {

  /** Clocks of an approver's machine and of the worker differ by less (guessed). */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  /** A token that nobody used for a day is not what somebody means now (guessed). */
  static final Duration LONGEST_LIFE = Duration.ofDays(1);

  private final ApprovalPolicy policy;

  DecisionRules(ApprovalPolicy policy) {
    this.policy = policy;
  }

  /** Where the decision arrived, as the server says. */
  record Run(String namespace, String workflowId, String runId) {}

  DecisionVerdict verdict(CheckDecision question, Run run, Instant now) {
    Decision decision = question.decision();
    if (decision.token().isEmpty()) {
      return question.rule().signed()
          ? DecisionVerdict.refused("this request takes signed decisions only")
          : entitled(question, decision.by(), Optional.empty());
    }
    String token = decision.token().get();
    Optional<DecisionClaims> said =
        SignedFields.unverified(token).flatMap(DecisionClaims::ofFields);
    if (said.isEmpty()) {
      return DecisionVerdict.refused("the token cannot be read");
    }
    DecisionClaims claims = said.get();
    Optional<String> key =
        Optional.ofNullable(policy.people().get(claims.approver())).flatMap(Approver::publicKey);
    if (key.isEmpty()) {
      return DecisionVerdict.refused("no key is enrolled for the one whom the token names");
    }
    if (!SignedFields.verifies(token, key.get())) {
      return DecisionVerdict.refused(
          "the token was not signed with the key enrolled for " + claims.approver());
    }
    return misfit(claims, question, run, now)
        .map(DecisionVerdict::refused)
        .orElseGet(() -> entitled(question, claims.approver(), Optional.of(claims.id())));
  }

  private static Optional<String> misfit(
      DecisionClaims claims, CheckDecision question, Run run, Instant now) {
    Decision decision = question.decision();
    Map<String, Boolean> asserted = new LinkedHashMap<>();
    asserted.put("is for another namespace", claims.namespace().equals(run.namespace()));
    asserted.put("is for another workflow", claims.workflowId().equals(run.workflowId()));
    asserted.put("is for another run", claims.runId().equals(run.runId()));
    asserted.put("is for another request", claims.requestId().equals(question.requestId()));
    asserted.put(
        "is for another plan than the one that is asked about",
        claims.digest().equals(Objects.requireNonNullElse(question.digest(), "")));
    asserted.put("was signed for another choice", claims.choice().equals(decision.choice()));
    asserted.put(
        "was signed by somebody else than \"by\" says",
        claims.approver().equals(ApprovalPolicy.spelled(decision.by())));
    asserted.put("has no id", !claims.id().isBlank());
    asserted.put("comes from the future", !claims.issuedAt().isAfter(now.plus(CLOCKS_DIFFER)));
    asserted.put("has expired", claims.expiresAt().isAfter(now));
    asserted.put(
        "is meant to live longer than " + LONGEST_LIFE.toHours() + " hours",
        !claims.expiresAt().isAfter(claims.issuedAt().plus(LONGEST_LIFE)));
    return asserted.entrySet().stream()
        .filter(assertion -> !assertion.getValue())
        .map(assertion -> "the token " + assertion.getKey())
        .findFirst();
  }

  private DecisionVerdict entitled(CheckDecision question, String by, Optional<String> tokenId) {
    if (policy.people().isEmpty()) {
      return new DecisionVerdict(true, "accepted", by.strip(), tokenId);
    }
    String who = ApprovalPolicy.spelled(by);
    ApprovalRule rule = question.rule();
    Approver approver = policy.people().get(who);
    List<String> members = policy.members(rule, question.escalated());
    if (approver == null) {
      return DecisionVerdict.refused("the policy knows nobody of this name");
    }
    if (!members.contains(who)) {
      return DecisionVerdict.refused(who + " is not in " + String.join(" or ", rule.groups()));
    }
    if (approver
        .employeeNumber()
        .filter(question.about().employeeNumber().value()::equals)
        .isPresent()) {
      return DecisionVerdict.refused("nobody decides about themselves");
    }
    boolean approves = !question.decision().choice().equals(Decision.REJECT);
    if (rule.fourEyes()
        && approves
        && question
            .about()
            .requester()
            .map(ApprovalPolicy::spelled)
            .filter(who::equals)
            .isPresent()) {
      return DecisionVerdict.refused(who + " asked for it; four eyes are needed");
    }
    return new DecisionVerdict(true, "accepted", who, tokenId);
  }
}

package dev.lanyard.workflows.approval;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionCheck;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The decisions about one request under one rule: who gave one, and whether they are enough. */
final class Tally implements DecisionCheck {

  /** A token is some 700 characters; what is longer is none (guessed). */
  private static final int LONGEST_TOKEN = 4000;

  private final AccessRequest about;
  private final ApprovalRule rule;
  private final String digest;
  private final Set<String> usedTokens;
  private final List<String> approvedBy = new ArrayList<>();
  private final Set<String> heard = new TreeSet<>();

  /**
   * @param usedTokens ids of the tokens that counted anywhere in this run
   */
  Tally(AccessRequest about, ApprovalRule rule, String digest, Set<String> usedTokens) {
    this.about = about;
    this.rule = rule;
    this.digest = digest;
    this.usedTokens = usedTokens;
  }

  @Override
  public Count check(OpenRequest request, Decision decision) {
    boolean escalated = request.terms().filter(RequestTerms::escalated).isPresent();
    DecisionVerdict verdict = verdict(decision, request.id(), escalated);
    return () -> count(decision, verdict);
  }

  /** Without an activity where the answer is plain, so that a flood of them costs little. */
  DecisionVerdict verdict(Decision decision, String requestId, boolean escalated) {
    if (rule.signed() && decision.token().isEmpty()) {
      return DecisionVerdict.refused(
          "this request takes signed decisions only: ./lanyard "
              + decision.choice()
              + " "
              + about.employeeNumber()
              + " --request "
              + requestId
              + " --sign");
    }
    if (decision.token().filter(token -> token.length() > LONGEST_TOKEN).isPresent()) {
      return DecisionVerdict.refused("the token is too long to be one");
    }
    DecisionVerdict[] verdict = new DecisionVerdict[1];
    // A cancelled run still says what became of a decision that it was given.
    CancellationScope check =
        Workflow.newDetachedCancellationScope(
            () ->
                verdict[0] =
                    ActivityStubs.approvals()
                        .check(
                            new CheckDecision(
                                about, rule, requestId, digest, escalated, decision)));
    try {
      check.run();
      return verdict[0];
    } catch (ActivityFailure failure) {
      return DecisionVerdict.refused(
          failure.getCause() instanceof ApplicationFailure cause
              ? "it could not be checked: " + cause.getOriginalMessage()
              : "it could not be checked");
    }
  }

  /** Never waits: two decisions that were checked at once are counted one after the other. */
  Counted count(Decision decision, DecisionVerdict verdict) {
    Optional<String> objection = objection(verdict);
    if (objection.isPresent()) {
      return new Counted(false, false, objection.get(), verdict.approver());
    }
    verdict.tokenId().ifPresent(usedTokens::add);
    heard.add(verdict.approver());
    if (decision.choice().equals(Decision.REJECT)) {
      return new Counted(true, true, "accepted", verdict.approver());
    }
    approvedBy.add(verdict.approver());
    boolean enough = approvedBy.size() >= rule.approvers();
    return new Counted(
        true,
        enough,
        rule.approvers() == 1
            ? "accepted"
            : "accepted, " + approvedBy.size() + " of " + rule.approvers(),
        verdict.approver());
  }

  private Optional<String> objection(DecisionVerdict verdict) {
    if (!verdict.counts()) {
      return Optional.of(verdict.reason());
    }
    if (verdict.tokenId().filter(usedTokens::contains).isPresent()) {
      return Optional.of("this token was used before");
    }
    if (heard.contains(verdict.approver())) {
      return Optional.of(verdict.approver() + " decided before; another person is needed");
    }
    return Optional.empty();
  }

  List<String> approvedBy() {
    return List.copyOf(approvedBy);
  }

  boolean isEnough() {
    return approvedBy.size() >= rule.approvers();
  }
}

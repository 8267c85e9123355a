package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.progress.PlanText;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.PlanAmended;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Asks whether somebody may have the access of a plan: by the approval policy, or, in runs from
 * before there was one, any approver.
 */
final class HireApproval {

  private final OnboardingInput input;
  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final Amendments amendments;
  private boolean byPolicy;
  private String rejection = "";

  HireApproval(
      OnboardingInput input,
      Progress progress,
      Requests requests,
      Approvals approvals,
      Amendments amendments) {
    this.input = input;
    this.progress = progress;
    this.requests = requests;
    this.approvals = approvals;
    this.amendments = amendments;
  }

  /** To be called once, before anything is asked. */
  void begin() {
    byPolicy = Approvals.apply();
  }

  /** What is asked for, for messages about it. */
  AccessRequest about() {
    return AccessRequest.of(AccessRequest.ONBOARD, input.employeeNumber(), amendments.hire())
        .withRequester(input.mandate().requester());
  }

  /** How a parked step asks. */
  Asking parked() {
    if (!byPolicy) {
      return requests::askParked;
    }
    // Of the hire as it stands when it is asked: a role may not have completed it before.
    return (question, detail, group, choices, overtaken) ->
        approvals
            .parked(
                AccessRequest.of(AccessRequest.ONBOARD, input.employeeNumber(), amendments.hire()))
            .ask(question, detail, group, choices, overtaken);
  }

  /**
   * Bound to the digest: the request shows one plan, and another plan is another request.
   *
   * @param seen how many amendments the plan rests on
   * @throws PlanAmended when an amendment came before an answer
   */
  boolean given(AccessPlan plan, ProcessPolicy policy, int seen) {
    String question = "May " + amendments.hire().fullName() + " have this access?";
    BooleanSupplier amended = () -> amendments.count() != seen;
    return byPolicy
        ? byPolicy(plan, question, amended)
        : byAnyApprover(plan, question, policy, seen, amended);
  }

  /** Why it was not given; empty when it was. */
  String rejection() {
    return rejection;
  }

  private boolean byPolicy(AccessPlan plan, String question, BooleanSupplier amended) {
    ApprovalOutcome outcome =
        approvals.ask(request(plan), question, PlanText.lines(plan), plan.digest(), amended);
    if (outcome.result() == ApprovalOutcome.Result.OVERTAKEN) {
      throw new PlanAmended();
    }
    rejection = outcome.reason();
    return outcome.approved();
  }

  private AccessRequest request(AccessPlan plan) {
    return AccessRequest.of(
            plan.backoffice().target().formerEmployee().isPresent()
                ? AccessRequest.REHIRE
                : AccessRequest.ONBOARD,
            plan)
        .withRole(amendments.hire().role())
        .withRequester(input.mandate().requester());
  }

  private boolean byAnyApprover(
      AccessPlan plan, String question, ProcessPolicy policy, int seen, BooleanSupplier amended) {
    progress.stage(Stages.AWAITING_APPROVAL);
    progress.waiting("approval", "asked of " + policy.approvers());
    Optional<Decision> decision =
        requests.ask(
            OpenRequest.APPROVAL,
            question,
            PlanText.lines(plan),
            policy.approvers(),
            List.of(Decision.APPROVE, Decision.REJECT),
            Optional.of(policy.approvalExpiresAfter()),
            amended);
    if (decision.isEmpty()) {
      amendments.requireNoneSince(seen);
    }
    if (decision.filter(answer -> answer.choice().equals(Decision.APPROVE)).isPresent()) {
      progress.done("approval", "given by " + decision.get().by());
      return true;
    }
    rejection =
        decision
            .map(answer -> "rejected by " + answer.by())
            .orElse("nobody approved within " + policy.approvalExpiresAfter().toDays() + " days");
    progress.failed("approval", rejection);
    return false;
  }
}

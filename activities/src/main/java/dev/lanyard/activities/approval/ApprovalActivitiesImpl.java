package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalActivities;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.approval.CheckDecision;
import dev.lanyard.workflows.approval.DecisionVerdict;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The policy as it was read when the worker started. */
public final class ApprovalActivitiesImpl implements ApprovalActivities {

  private final ApprovalPolicy policy;
  private final DecisionRules decisions;
  private final Clock clock;

  /**
   * @param zone in which lead times are counted
   */
  public ApprovalActivitiesImpl(ApprovalPolicy policy, Clock clock, ZoneId zone) {
    this.policy = policy;
    this.decisions = new DecisionRules(policy);
    this.clock = clock.withZone(zone);
  }

  @Override
  public ApprovalRule assess(AccessRequest request) {
    return policy.assess(request, LocalDate.now(clock));
  }

  @Override
  public DecisionVerdict check(CheckDecision decision) {
    ActivityInfo run = Activity.getExecutionContext().getInfo();
    return decisions.verdict(
        decision,
        new DecisionRules.Run(run.getNamespace(), run.getWorkflowId(), run.getWorkflowRunId()),
        clock.instant());
  }
}

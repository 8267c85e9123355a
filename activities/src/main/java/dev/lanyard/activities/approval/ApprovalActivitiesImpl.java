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
import java.util.function.Supplier;

/** The policy that is in force when something is asked or answered. */
public final class ApprovalActivitiesImpl implements ApprovalActivities {

  private final Supplier<ApprovalPolicy> policy;
  private final Clock clock;

  /**
   * @param policy asked anew each time: it may change while the worker runs
   * @param zone in which lead times are counted
   */
  public ApprovalActivitiesImpl(Supplier<ApprovalPolicy> policy, Clock clock, ZoneId zone) {
    this.policy = policy;
    this.clock = clock.withZone(zone);
  }

  @Override
  public ApprovalRule assess(AccessRequest request) {
    return policy.get().assess(request, LocalDate.now(clock));
  }

  @Override
  public DecisionVerdict check(CheckDecision decision) {
    ActivityInfo run = Activity.getExecutionContext().getInfo();
    return new DecisionRules(policy.get())
        .verdict(
            decision,
            new DecisionRules.Run(run.getNamespace(), run.getWorkflowId(), run.getWorkflowRunId()),
            clock.instant());
  }
}

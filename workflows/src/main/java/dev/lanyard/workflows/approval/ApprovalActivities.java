package dev.lanyard.workflows.approval;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The worker's approval policy, on the workflows' own task queue; no remote system is asked. */
@ActivityInterface
public interface ApprovalActivities {

  /**
   * The first rule that fits, as the policy stands now. Somebody on the protected list gets {@link
   * ApprovalRule#protectedReason}, whatever the kind. A request of a termination never gets a rule
   * that lapses.
   */
  @ActivityMethod(name = "assess access request")
  ApprovalRule assess(AccessRequest request);

  /**
   * Whether one decision counts: who decides is a member of an asked group, is not the person whom
   * it is about, is not the requester where the rule wants four eyes; and, where there is a token,
   * that it was signed with the key enrolled for that one person, in time, and for exactly this
   * namespace, workflow, run, request, digest and choice. The first three of these come from the
   * activity's own task, as the server attests them. Whether it came before, the run knows.
   */
  @ActivityMethod(name = "check decision")
  DecisionVerdict check(CheckDecision decision);
}

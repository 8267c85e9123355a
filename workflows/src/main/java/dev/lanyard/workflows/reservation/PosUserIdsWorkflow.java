package dev.lanyard.workflows.reservation;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The register of POS user IDs that waiting hires have reserved: one run per namespace, with the id
 * {@value #ID}, that never ends. All reservations pass through it one after the other, so that two
 * hires of the same second get two IDs. It knows numbers and workflow ids, and no people.
 */
@WorkflowInterface
public interface PosUserIdsWorkflow {

  String ID = "pos-user-ids";

  /**
   * @param reserved by earlier runs of it
   */
  @WorkflowMethod
  void keep(ReservedIds reserved);

  /** See {@link PosUserIdActivities#reserve}. */
  @UpdateMethod(
      name = "reserve",
      description = "Reserves the next free POS user ID of a range for a run, which keeps one.")
  ProposedId reserve(ReserveId request);

  @UpdateValidatorMethod(updateName = "reserve")
  void validateReserve(ReserveId request);

  /** See {@link PosUserIdActivities#release}. */
  @UpdateMethod(
      name = "release",
      description =
          "Gives back what a run has reserved: its workflow id, such as onboarding/hr-1/1.")
  void release(String holder);

  @QueryMethod(name = "reserved", description = "POS user IDs by the run that reserved them.")
  ReservedIds reserved();
}

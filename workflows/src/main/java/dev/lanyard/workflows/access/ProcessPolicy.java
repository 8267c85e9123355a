package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;

/**
 * The worker's policy, never the input's.
 *
 * @param approvers the group that is asked before anything is granted
 * @param operators the group that is asked when a step is parked
 * @param offboardingNeedsApproval for dated terminations; an immediate one is never held up
 * @param approvalExpiresAfter an approval that nobody gave by then counts as rejected
 * @param lookAgainAfter how long after an offboarding it is verified a second time
 * @param pinReadableFor how long a PIN waits to be collected
 * @param pinReadableAgainFor how long the one who collected it may ask again
 * @param personRememberedFor how long a person without access keeps its run, and with it the memory
 *     of earlier events
 * @param deleteLeavers whether an offboarding ends with deleting the revoked staff member, for good
 * @param beginsBefore how long before its day a transfer, a change, a leave or a return is checked
 *     and approved
 * @param sendsNotices whether groups are told by mail or webhook
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProcessPolicy(
    String approvers,
    String operators,
    boolean offboardingNeedsApproval,
    Duration approvalExpiresAfter,
    Duration lookAgainAfter,
    Duration pinReadableFor,
    Duration pinReadableAgainFor,
    Duration personRememberedFor,
    boolean deleteLeavers,
    Duration beginsBefore,
    boolean sendsNotices) {

  public ProcessPolicy {
    beginsBefore = beginsBefore == null ? Duration.ZERO : beginsBefore;
  }

  /** A policy that sends no notices. */
  public ProcessPolicy(
      String approvers,
      String operators,
      boolean offboardingNeedsApproval,
      Duration approvalExpiresAfter,
      Duration lookAgainAfter,
      Duration pinReadableFor,
      Duration pinReadableAgainFor,
      Duration personRememberedFor,
      boolean deleteLeavers,
      Duration beginsBefore) {
    this(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        deleteLeavers,
        beginsBefore,
        false);
  }

  /** A policy that deletes nobody and sends no notices. */
  public ProcessPolicy(
      String approvers,
      String operators,
      boolean offboardingNeedsApproval,
      Duration approvalExpiresAfter,
      Duration lookAgainAfter,
      Duration pinReadableFor,
      Duration pinReadableAgainFor,
      Duration personRememberedFor) {
    this(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        false,
        Duration.ZERO);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withDeleteLeavers(boolean delete) {
    return new ProcessPolicy(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        delete,
        beginsBefore,
        sendsNotices);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withBeginsBefore(Duration ahead) {
    return new ProcessPolicy(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        deleteLeavers,
        ahead,
        sendsNotices);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withNotices(boolean sends) {
    return new ProcessPolicy(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        deleteLeavers,
        beginsBefore,
        sends);
  }
}

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
 * @param secondCheckBefore how long before access opens a hire that waits for its day is checked
 *     again, while there is somebody to mend what is found; zero: only when it opens
 * @param parksRefusals whether a hire whose values a system refused waits to be amended, instead of
 *     being undone
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
    boolean sendsNotices,
    Duration secondCheckBefore,
    boolean parksRefusals) {

  public ProcessPolicy {
    beginsBefore = beginsBefore == null ? Duration.ZERO : beginsBefore;
    secondCheckBefore = secondCheckBefore == null ? Duration.ZERO : secondCheckBefore;
  }

  /** A policy that deletes nobody, tells nobody, and does nothing ahead of time. */
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
        Duration.ZERO,
        false,
        Duration.ZERO,
        false);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withDeleteLeavers(boolean deletes) {
    return with(deletes, beginsBefore, sendsNotices, secondCheckBefore, parksRefusals);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withBeginsBefore(Duration ahead) {
    return with(deleteLeavers, ahead, sendsNotices, secondCheckBefore, parksRefusals);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withNotices(boolean sends) {
    return with(deleteLeavers, beginsBefore, sends, secondCheckBefore, parksRefusals);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withSecondCheckBefore(Duration ahead) {
    return with(deleteLeavers, beginsBefore, sendsNotices, ahead, parksRefusals);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withParkedRefusals(boolean parks) {
    return with(deleteLeavers, beginsBefore, sendsNotices, secondCheckBefore, parks);
  }

  private ProcessPolicy with(
      boolean deletes, Duration begins, boolean sends, Duration check, boolean parks) {
    return new ProcessPolicy(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        deletes,
        begins,
        sends,
        check,
        parks);
  }
}

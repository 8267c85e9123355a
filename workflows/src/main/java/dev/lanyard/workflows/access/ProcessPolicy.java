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
 * @param deleteLeavers whether a revoked staff member is deleted for good, at the end of the grace
 *     period
 * @param beginsBefore how long before its day a transfer, a change, a leave or a return is checked
 *     and approved
 * @param sendsNotices whether groups are told by mail or webhook
 * @param secondCheckBefore how long before access opens a hire that waits for its day is checked
 *     again, while there is somebody to mend what is found; zero: only when it opens
 * @param gracePeriod how long after an offboarding it can be undone; zero: it cannot
 * @param alarmAfter how long a step may fail until the operators are told; zero: they are not
 * @param spread by how much the moments of several people on the same midnight are drawn apart
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
    Duration gracePeriod,
    Duration alarmAfter,
    Duration spread) {

  public ProcessPolicy {
    beginsBefore = beginsBefore == null ? Duration.ZERO : beginsBefore;
    secondCheckBefore = secondCheckBefore == null ? Duration.ZERO : secondCheckBefore;
    gracePeriod = gracePeriod == null ? Duration.ZERO : gracePeriod;
    alarmAfter = alarmAfter == null ? Duration.ZERO : alarmAfter;
    spread = spread == null ? Duration.ZERO : spread;
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
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withDeleteLeavers(boolean deletes) {
    return with(
        deletes, beginsBefore, sendsNotices, secondCheckBefore, gracePeriod, alarmAfter, spread);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withBeginsBefore(Duration ahead) {
    return with(
        deleteLeavers, ahead, sendsNotices, secondCheckBefore, gracePeriod, alarmAfter, spread);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withNotices(boolean sends) {
    return with(
        deleteLeavers, beginsBefore, sends, secondCheckBefore, gracePeriod, alarmAfter, spread);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withSecondCheckBefore(Duration ahead) {
    return with(deleteLeavers, beginsBefore, sendsNotices, ahead, gracePeriod, alarmAfter, spread);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withGracePeriod(Duration grace) {
    return with(
        deleteLeavers, beginsBefore, sendsNotices, secondCheckBefore, grace, alarmAfter, spread);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withAlarmAfter(Duration after) {
    return with(
        deleteLeavers, beginsBefore, sendsNotices, secondCheckBefore, gracePeriod, after, spread);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withSpread(Duration by) {
    return with(
        deleteLeavers, beginsBefore, sendsNotices, secondCheckBefore, gracePeriod, alarmAfter, by);
  }

  private ProcessPolicy with(
      boolean deletes,
      Duration begins,
      boolean sends,
      Duration check,
      Duration grace,
      Duration alarm,
      Duration apart) {
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
        grace,
        alarm,
        apart);
  }
}

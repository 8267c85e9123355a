package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.function.Consumer;

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
 * @param parksRefusals whether a hire whose values a system refused waits to be amended, instead of
 *     being undone
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
    boolean parksRefusals,
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
        false,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withDeleteLeavers(boolean value) {
    return with(later -> later.deleteLeavers = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withBeginsBefore(Duration value) {
    return with(later -> later.beginsBefore = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withNotices(boolean value) {
    return with(later -> later.sendsNotices = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withSecondCheckBefore(Duration value) {
    return with(later -> later.secondCheckBefore = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withParkedRefusals(boolean value) {
    return with(later -> later.parksRefusals = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withGracePeriod(Duration value) {
    return with(later -> later.gracePeriod = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withAlarmAfter(Duration value) {
    return with(later -> later.alarmAfter = value);
  }

  /** The same policy, but for this. */
  public ProcessPolicy withSpread(Duration value) {
    return with(later -> later.spread = value);
  }

  private ProcessPolicy with(Consumer<Later> change) {
    Later later = new Later(this);
    change.accept(later);
    return new ProcessPolicy(
        approvers,
        operators,
        offboardingNeedsApproval,
        approvalExpiresAfter,
        lookAgainAfter,
        pinReadableFor,
        pinReadableAgainFor,
        personRememberedFor,
        later.deleteLeavers,
        later.beginsBefore,
        later.sendsNotices,
        later.secondCheckBefore,
        later.parksRefusals,
        later.gracePeriod,
        later.alarmAfter,
        later.spread);
  }

  /** What came after the first version, each of which may be set by itself. */
  private static final class Later {
    private boolean deleteLeavers;
    private Duration beginsBefore;
    private boolean sendsNotices;
    private Duration secondCheckBefore;
    private boolean parksRefusals;
    private Duration gracePeriod;
    private Duration alarmAfter;
    private Duration spread;

    private Later(ProcessPolicy was) {
      deleteLeavers = was.deleteLeavers;
      beginsBefore = was.beginsBefore;
      sendsNotices = was.sendsNotices;
      secondCheckBefore = was.secondCheckBefore;
      parksRefusals = was.parksRefusals;
      gracePeriod = was.gracePeriod;
      alarmAfter = was.alarmAfter;
      spread = was.spread;
    }
  }
}

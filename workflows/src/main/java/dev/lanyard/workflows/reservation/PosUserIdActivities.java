package dev.lanyard.workflows.reservation;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The way from a run to the one register of reserved POS user IDs. */
@ActivityInterface
public interface PosUserIdActivities {

  /**
   * The lowest ID of the range that nobody uses and no waiting run has reserved; reserved for the
   * holder, who keeps at most one. Repeated, it answers the same; an answer without one when there
   * is none.
   */
  @ActivityMethod(name = "reserve POS user ID")
  ProposedId reserve(ReserveId request);

  /** The same ID, kept for nobody: for a dry run. */
  @ActivityMethod(name = "propose POS user ID")
  ProposedId propose(ReserveId request);

  /** Gives back what the holder has reserved, if anything. */
  @ActivityMethod(name = "release POS user ID")
  void release(String holder);
}

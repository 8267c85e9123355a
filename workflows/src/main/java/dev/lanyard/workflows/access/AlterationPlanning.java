package dev.lanyard.workflows.access;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Plans of transfers, undos and returns, from the worker's keys, policy and time-zone data. Touches
 * no remote system.
 */
@ActivityInterface
public interface AlterationPlanning {

  /** The same access gives the same digest while the digest key lives, whatever the day. */
  @ActivityMethod(name = "compose alteration plan")
  AlterationPlan compose(ResultingAccess access);
}

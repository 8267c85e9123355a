package dev.lanyard.workflows.access;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What needs the worker's configuration, keys or time-zone data, and touches no remote system. */
@ActivityInterface
public interface PlanningActivities {

  /** The worker's policy as it stands now. */
  @ActivityMethod(name = "read policy")
  ProcessPolicy readPolicy();

  /**
   * Puts the two targets into one plan, resolves the start date in the zone of the wage site, and
   * digests the access. The same input gives the same digest while the digest key lives.
   */
  @ActivityMethod(name = "compose plan")
  AccessPlan compose(ComposePlan request);

  /**
   * The last instant of a day, or that time of it: the earliest one where the sites lie in several
   * zones. A time that the clocks skip is the first one after; of one that they show twice the
   * first counts.
   */
  @ActivityMethod(name = "resolve effective date")
  EffectiveMoment resolve(EffectiveDate date);
}

package dev.lanyard.starter.fake;

import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ComposePlan;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.EffectiveMoment;
import dev.lanyard.workflows.access.PlanningActivities;
import dev.lanyard.workflows.access.ProcessPolicy;
import java.time.Duration;
import java.time.ZoneOffset;

/** A policy that remembers people for a year; days are UTC's. */
public final class LocalPlanning implements PlanningActivities {

  @Override
  public ProcessPolicy readPolicy() {
    return new ProcessPolicy(
        "managers",
        "operations",
        false,
        Duration.ofDays(14),
        Duration.ofMinutes(10),
        Duration.ofDays(30),
        Duration.ofHours(1),
        Duration.ofDays(365));
  }

  @Override
  public AccessPlan compose(ComposePlan request) {
    throw new AssertionError("scripted onboardings bring their own plan");
  }

  @Override
  public EffectiveMoment resolve(EffectiveDate date) {
    return new EffectiveMoment(
        date.lastDay().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), "UTC");
  }
}

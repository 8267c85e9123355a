package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ComposePlan;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.EffectiveMoment;
import dev.lanyard.workflows.access.PlanningActivities;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.staffapi.StaffPlan;
import java.time.Duration;
import java.time.ZoneOffset;

/** Plans in UTC, with a digest that is the access itself in words. */
public final class FixedPlanning implements PlanningActivities {

  public volatile ProcessPolicy policy =
      new ProcessPolicy(
          "managers",
          "operations",
          false,
          Duration.ofDays(14),
          Duration.ofMinutes(10),
          Duration.ofDays(30),
          Duration.ofHours(1),
          Duration.ZERO);

  /** By how much the sites' midnight moved since. */
  public volatile Duration startsLater = Duration.ZERO;

  @Override
  public ProcessPolicy readPolicy() {
    return policy;
  }

  @Override
  public AccessPlan compose(ComposePlan request) {
    Hire hire = request.hire();
    return new AccessPlan(
        request.employeeNumber(),
        new BackofficePlan(
            hire.posUserId(),
            hire.firstName(),
            hire.lastName(),
            hire.phone(),
            hire.email(),
            hire.startDate(),
            hire.wageRate(),
            hire.wageRate(),
            request.backoffice()),
        request
            .staffApi()
            .map(
                target ->
                    new StaffPlan(
                        hire.firstName(),
                        hire.lastName(),
                        hire.email().orElseThrow(),
                        hire.phone(),
                        target)),
        hire.startDate().atStartOfDay().toInstant(ZoneOffset.UTC).plus(startsLater),
        "UTC",
        "sites "
            + request.backoffice().sites().sites().stream().map(SiteRef::id).toList()
            + " grants "
            + request.backoffice().template().grants());
  }

  /** A site in the far west ends its days eight hours later; no site at all is read in UTC. */
  @Override
  public EffectiveMoment resolve(EffectiveDate date) {
    ZoneOffset zone = date.siteNames().isEmpty() ? ZoneOffset.UTC : ZoneOffset.ofHours(-8);
    return new EffectiveMoment(
        date.endsAt().orElseGet(() -> date.lastDay().plusDays(1).atStartOfDay()).toInstant(zone),
        zone.getId());
  }
}

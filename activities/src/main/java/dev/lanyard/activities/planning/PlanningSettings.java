package dev.lanyard.activities.planning;

import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.ProcessPolicy;
import java.time.ZoneId;
import java.util.Map;

/**
 * What plans are made with.
 *
 * @param policy handed to every workflow that asks
 * @param defaultZone where a site that {@code siteZones} does not name lies
 * @param siteZones by the exact long name of a Backoffice site
 * @param transferOrder of {@link AlterationPlan}
 */
public record PlanningSettings(
    ProcessPolicy policy, ZoneId defaultZone, Map<String, ZoneId> siteZones, String transferOrder) {

  public PlanningSettings {
    siteZones = Map.copyOf(siteZones);
  }

  /** What a transfer gives, it gives before it takes anything. */
  public PlanningSettings(ProcessPolicy policy, ZoneId defaultZone, Map<String, ZoneId> siteZones) {
    this(policy, defaultZone, siteZones, AlterationPlan.NEW_BEFORE_OLD);
  }

  /** The zone of a site, by its exact long name. */
  ZoneId zoneOf(String siteName) {
    return siteZones.getOrDefault(siteName, defaultZone);
  }
}

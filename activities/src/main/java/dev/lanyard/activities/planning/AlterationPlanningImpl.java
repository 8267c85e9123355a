package dev.lanyard.activities.planning;

import dev.lanyard.secrets.KeyedDigest;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.AlterationPlanning;
import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Plans, from the worker's settings, its digest key and its time-zone data. */
public final class AlterationPlanningImpl implements AlterationPlanning {

  private final PlanningSettings settings;
  private final KeyedDigest digest;
  private final Map<String, Long> siteMap;
  private final Clock clock;

  /**
   * @param digest over the resulting access
   * @param siteMap the staff API's site by the name of Backoffice's, as far as it is configured
   */
  public AlterationPlanningImpl(
      PlanningSettings settings, KeyedDigest digest, Map<String, Long> siteMap) {
    this(settings, digest, siteMap, Clock.systemUTC());
  }

  AlterationPlanningImpl(
      PlanningSettings settings, KeyedDigest digest, Map<String, Long> siteMap, Clock clock) {
    this.settings = settings;
    this.digest = digest;
    this.siteMap = Map.copyOf(siteMap);
    this.clock = clock;
  }

  @Override
  public AlterationPlan compose(ResultingAccess access) {
    Instant now = clock.instant();
    ZoneId zone = zone(access, now);
    LocalDate day = access.from().orElseGet(() -> LocalDate.ofInstant(now, zone));
    return new AlterationPlan(
        digest.of(ResultingAccessText.of(access)),
        access.from().map(from -> from.atStartOfDay(zone).toInstant()),
        zone.getId(),
        day,
        settings.transferOrder(),
        named(access));
  }

  private List<StaffSite> named(ResultingAccess access) {
    List<Long> ids = access.staff().map(StaffAccess::siteIds).orElse(List.of());
    return siteMap.entrySet().stream()
        .filter(entry -> ids.contains(entry.getValue()))
        .map(entry -> new StaffSite(entry.getValue(), entry.getKey()))
        .sorted(Comparator.comparingLong(StaffSite::id).thenComparing(StaffSite::name))
        .toList();
  }

  /** The one in which the day begins last: no site opens before its day. */
  private ZoneId zone(ResultingAccess access, Instant now) {
    List<SiteRef> sites = access.sites().map(grant -> grant.sites()).orElse(List.of());
    LocalDate day = access.from().orElseGet(() -> LocalDate.ofInstant(now, settings.defaultZone()));
    return sites.stream()
        .map(site -> settings.zoneOf(site.name()))
        .max(
            Comparator.comparing((ZoneId zone) -> day.atStartOfDay(zone).toInstant())
                .thenComparing(ZoneId::getId))
        .orElse(settings.defaultZone());
  }
}

package dev.lanyard.activities.planning;

import dev.lanyard.secrets.KeyedDigest;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.AlterationPlanning;
import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.backoffice.SiteRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Plans, from the worker's settings, its digest key and its time-zone data. */
public final class AlterationPlanningImpl implements AlterationPlanning {

  private final PlanningSettings settings;
  private final KeyedDigest digest;
  private final Clock clock;

  /**
   * @param digest over the resulting access
   */
  public AlterationPlanningImpl(PlanningSettings settings, KeyedDigest digest) {
    this(settings, digest, Clock.systemUTC());
  }

  AlterationPlanningImpl(PlanningSettings settings, KeyedDigest digest, Clock clock) {
    this.settings = settings;
    this.digest = digest;
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
        settings.transferOrder());
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

package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an approval of {@link ResultingAccess} is bound to, and when it may begin.
 *
 * @param digest keyed, over the resulting access alone
 * @param effectiveAt the first instant of the first day, the latest one where the sites lie in
 *     several zones: no site opens before its day; without a day, the moment of planning
 * @param zone the IANA zone that it was read in
 * @param firstDay in that zone; without a day, that of planning
 * @param order of a transfer's steps: {@link #NEW_BEFORE_OLD} or {@link #OLD_BEFORE_NEW}
 * @param staffSites those of the resulting access that the worker's site map names; for people only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlterationPlan(
    String digest,
    Optional<Instant> effectiveAt,
    String zone,
    LocalDate firstDay,
    String order,
    List<StaffSite> staffSites) {

  /** What gives comes first: nobody stands before a closed door, and may have both for a moment. */
  public static final String NEW_BEFORE_OLD = "new-before-old";

  /** What only takes comes first: nobody ever has both, and may have neither for a moment. */
  public static final String OLD_BEFORE_NEW = "old-before-new";

  public AlterationPlan {
    effectiveAt = effectiveAt == null ? Optional.empty() : effectiveAt;
    order = order == null ? NEW_BEFORE_OLD : order;
    staffSites = staffSites == null ? List.of() : List.copyOf(staffSites);
  }

  /** Of sites that no map names. */
  public AlterationPlan(
      String digest, Optional<Instant> effectiveAt, String zone, LocalDate firstDay, String order) {
    this(digest, effectiveAt, zone, firstDay, order, List.of());
  }

  /** The same, but that an approval of it is bound to more. */
  public AlterationPlan withDigest(String other) {
    return new AlterationPlan(other, effectiveAt, zone, firstDay, order, staffSites);
  }
}

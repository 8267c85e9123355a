package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlterationPlan(
    String digest, Optional<Instant> effectiveAt, String zone, LocalDate firstDay, String order) {

  /** What gives comes first: nobody stands before a closed door, and may have both for a moment. */
  public static final String NEW_BEFORE_OLD = "new-before-old";

  /** What only takes comes first: nobody ever has both, and may have neither for a moment. */
  public static final String OLD_BEFORE_NEW = "old-before-new";

  public AlterationPlan {
    effectiveAt = effectiveAt == null ? Optional.empty() : effectiveAt;
    order = order == null ? NEW_BEFORE_OLD : order;
  }
}

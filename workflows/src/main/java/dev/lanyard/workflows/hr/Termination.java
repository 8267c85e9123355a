package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The end of a person's access. A POS user ID and a date are enough, so that lost keys never stop a
 * termination.
 *
 * @param posUserId who, at the point of sale; counts only where the person's own is not known
 * @param lastName guards against a mistyped POS user ID: a record of another name is not touched
 * @param effectiveDate the last day with access, in the site's zone; access ends at its last
 *     instant. Absent means now
 * @param revokeNow do not wait for anything
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Termination(
    Optional<PosUserId> posUserId,
    Optional<String> lastName,
    Optional<LocalDate> effectiveDate,
    boolean revokeNow) {

  public Termination {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    lastName = lastName == null ? Optional.empty() : lastName;
    effectiveDate = effectiveDate == null ? Optional.empty() : effectiveDate;
  }

  /** Whether nothing is left to wait for once this is accepted. */
  public boolean immediate() {
    return revokeNow || effectiveDate.isEmpty();
  }

  @Override
  public String toString() {
    return "Termination[" + posUserId.map(PosUserId::toString).orElse("-") + ", [redacted]]";
  }
}

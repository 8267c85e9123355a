package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of a person's access. A POS user ID and a date are enough, so that lost keys never stop a
 * termination. Access ends at the earliest of what is given: now, {@code lastWorkedAt}, the end of
 * the shift on the effective date, else the end of that day. With none of them it ends now.
 *
 * @param posUserId who, at the point of sale; counts only where the person's own is not known
 * @param lastName guards against a mistyped POS user ID: a record of another name is not touched
 * @param effectiveDate the last day with access, in the site's zone; access ends at its last
 *     instant
 * @param revokeNow do not wait for anything
 * @param lastWorkedAt when the person last worked, in the site's zone; it may lie in the past
 * @param endOfShift on the effective date, in the site's zone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Termination(
    Optional<PosUserId> posUserId,
    Optional<String> lastName,
    Optional<LocalDate> effectiveDate,
    boolean revokeNow,
    Optional<LocalDateTime> lastWorkedAt,
    Optional<LocalTime> endOfShift) {

  public Termination {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    lastName = lastName == null ? Optional.empty() : lastName;
    effectiveDate = effectiveDate == null ? Optional.empty() : effectiveDate;
    lastWorkedAt = lastWorkedAt == null ? Optional.empty() : lastWorkedAt;
    endOfShift = endOfShift == null ? Optional.empty() : endOfShift;
  }

  /** By whole days. */
  public Termination(
      Optional<PosUserId> posUserId,
      Optional<String> lastName,
      Optional<LocalDate> effectiveDate,
      boolean revokeNow) {
    this(posUserId, lastName, effectiveDate, revokeNow, Optional.empty(), Optional.empty());
  }

  /** Whether nothing is left to wait for once this is accepted. */
  public boolean immediate() {
    // Not by the end itself: whoever started a run by hand may have written any date.
    return revokeNow || (effectiveDate.isEmpty() && lastWorkedAt.isEmpty());
  }

  /**
   * When access ends, on the clocks of the sites; empty when it ends now. Of two terminations of
   * one person the earlier one here is the earlier one everywhere.
   */
  public Optional<LocalDateTime> localEnd() {
    return immediate()
        ? Optional.empty()
        : Stream.of(lastWorkedAt, effectiveDate.map(this::endOn))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
  }

  /** The same, ending when the other one does. */
  public Termination endingLike(Termination other) {
    return new Termination(
        posUserId,
        lastName,
        other.effectiveDate,
        other.revokeNow,
        other.lastWorkedAt,
        other.endOfShift);
  }

  private LocalDateTime endOn(LocalDate day) {
    return endOfShift.map(day::atTime).orElseGet(() -> day.plusDays(1).atStartOfDay());
  }

  @Override
  public String toString() {
    return "Termination[" + posUserId.map(PosUserId::toString).orElse("-") + ", [redacted]]";
  }
}

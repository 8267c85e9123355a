package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Termination;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The last day of somebody's access, at these Backoffice sites.
 *
 * @param lastDay access ends with it
 * @param siteNames exact long names; none: the default zone
 * @param endsAt on the sites' clocks, when access ends before that day does
 * @param spreadFor whose moment may be moved by the worker's spread, so that many that are due at
 *     the same midnight are not carried out in the same second: an end comes earlier or on time
 * @param start the moment after that day is a start rather than an end: it comes later or on time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EffectiveDate(
    LocalDate lastDay,
    List<String> siteNames,
    Optional<LocalDateTime> endsAt,
    Optional<EmployeeNumber> spreadFor,
    boolean start) {

  public EffectiveDate {
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
    endsAt = endsAt == null ? Optional.empty() : endsAt;
    spreadFor = spreadFor == null ? Optional.empty() : spreadFor;
  }

  /** The exact end of a day. */
  public EffectiveDate(LocalDate lastDay, List<String> siteNames) {
    this(lastDay, siteNames, Optional.empty(), Optional.empty(), false);
  }

  /** The first instant of a day, or a little later. */
  public static EffectiveDate startOf(
      LocalDate firstDay, List<String> siteNames, EmployeeNumber employeeNumber) {
    return new EffectiveDate(
        firstDay.minusDays(1), siteNames, Optional.empty(), Optional.of(employeeNumber), true);
  }

  /**
   * The end of a termination that is not immediate.
   *
   * @param employeeNumber whose; a time of day that was named is kept to the minute
   */
  public static EffectiveDate of(
      Termination termination, List<String> siteNames, EmployeeNumber employeeNumber) {
    LocalDateTime end = termination.localEnd().orElseThrow();
    boolean endOfDay =
        termination
            .effectiveDate()
            .filter(day -> end.equals(day.plusDays(1).atStartOfDay()))
            .isPresent();
    return endOfDay
        ? new EffectiveDate(
            end.toLocalDate().minusDays(1),
            siteNames,
            Optional.empty(),
            Optional.of(employeeNumber),
            false)
        : new EffectiveDate(
            end.toLocalDate(), siteNames, Optional.of(end), Optional.empty(), false);
  }
}

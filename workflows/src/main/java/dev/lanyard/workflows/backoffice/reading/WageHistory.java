package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The wages of an employee (section 11.1).
 *
 * @param entries newest first; empty when there is none
 * @param earliestNext the first date that a further wage may begin on, as the page says it
 * @param leftOut how many older entries are not listed, so that the record keeps a bounded size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WageHistory(List<WageEntry> entries, Optional<LocalDate> earliestNext, int leftOut) {

  public WageHistory {
    entries = entries == null ? List.of() : List.copyOf(entries);
    earliestNext = earliestNext == null ? Optional.empty() : earliestNext;
  }

  /**
   * @param hourlyRate US dollars; absent for a salary
   * @param salary as written, since its form is unknown; absent for an hourly wage
   * @param overtimeRate US dollars an hour; absent when not eligible
   * @param endDate the day on which the next one began; absent for the current one
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record WageEntry(
      Optional<BigDecimal> hourlyRate,
      Optional<String> salary,
      boolean overtimeEligible,
      Optional<BigDecimal> overtimeRate,
      LocalDate effectiveDate,
      Optional<LocalDate> endDate) {

    public WageEntry {
      hourlyRate = hourlyRate == null ? Optional.empty() : hourlyRate;
      salary = salary == null ? Optional.empty() : salary;
      overtimeRate = overtimeRate == null ? Optional.empty() : overtimeRate;
      endDate = endDate == null ? Optional.empty() : endDate;
    }

    @Override
    public String toString() {
      return "WageEntry[from " + effectiveDate + ", [redacted]]";
    }
  }
}

package dev.lanyard.activities.backoffice.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the wage history (section 11.1). Exactly one of {@code hourlyRate} and {@code salary}
 * is there.
 *
 * @param hourlyRate US dollars an hour
 * @param salary the wage cell of a row that is not hourly, as shown: its form is unknown
 * @param overtimeRate US dollars an hour; empty when not eligible
 * @param end the effective date of the row that follows; empty while current
 */
public record WageRecord(
    Optional<BigDecimal> hourlyRate,
    Optional<String> salary,
    boolean overtimeEligible,
    Optional<BigDecimal> overtimeRate,
    LocalDate effective,
    Optional<LocalDate> end) {

  public boolean current() {
    return end.isEmpty();
  }

  @Override
  public String toString() {
    return "WageRecord[" + effective + ", [redacted]]";
  }
}

package dev.lanyard.sandbox.backoffice;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of the wage history (section 11.1).
 *
 * @param rate dollars an hour, or a year's salary
 * @param overtimeRate dollars an hour; null when not eligible
 * @param siteId the employee labor site; null when none was sent
 * @param end the effective date of the row that follows; null while current
 */
record Wage(
    boolean hourly,
    BigDecimal rate,
    boolean overtimeEligible,
    BigDecimal overtimeRate,
    Long siteId,
    LocalDate effective,
    LocalDate end) {

  Wage endingAt(LocalDate successorStarts) {
    return new Wage(
        hourly, rate, overtimeEligible, overtimeRate, siteId, effective, successorStarts);
  }
}

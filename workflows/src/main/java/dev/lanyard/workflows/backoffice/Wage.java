package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of an employee's wage history in Backoffice.
 *
 * @param hourlyRate US dollars an hour; empty for a salary
 * @param salary the cell of a salary as Backoffice shows it: its form is unknown
 * @param overtimeRate US dollars an hour; empty when not eligible
 * @param end the effective date of the row that follows; empty while current
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Wage(
    Optional<BigDecimal> hourlyRate,
    Optional<String> salary,
    boolean overtimeEligible,
    Optional<BigDecimal> overtimeRate,
    LocalDate effective,
    Optional<LocalDate> end) {

  public Wage {
    hourlyRate = hourlyRate == null ? Optional.empty() : hourlyRate;
    salary = salary == null ? Optional.empty() : salary;
    overtimeRate = overtimeRate == null ? Optional.empty() : overtimeRate;
    end = end == null ? Optional.empty() : end;
  }

  @Override
  public String toString() {
    return "Wage[" + effective + ", [redacted]]";
  }
}

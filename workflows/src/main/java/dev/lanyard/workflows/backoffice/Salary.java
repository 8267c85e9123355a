package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A wage that is not hourly. Unproven: writing one needs {@code salary} under {@code
 * lanyard.backoffice.unproven}, a schedule {@code schedule} as well.
 *
 * @param amount US dollars a year
 * @param schedule absent: the employee's own clock-ins
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Salary(
    BigDecimal amount, Optional<BigDecimal> hoursPerWeek, Optional<LaborSchedule> schedule) {

  public Salary {
    hoursPerWeek = hoursPerWeek == null ? Optional.empty() : hoursPerWeek;
    schedule = schedule == null ? Optional.empty() : schedule;
  }

  @Override
  public String toString() {
    return "Salary[[redacted]]";
  }
}

package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Add a wage to an employee's history: an hourly rate or a salary, never both.
 *
 * @param active whether the record was active when this was planned
 * @param before the newest row when this was planned; absent: there was none
 * @param hourlyRate US dollars an hour
 * @param overtime absent: eligible when the newest row is
 * @param from the first day; Backoffice takes none before the newest row's day after, and for a
 *     first wage only the start date (section 11.3)
 * @param mayMove whether another day may be taken when Backoffice does not take {@code from};
 *     otherwise that is refused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordWage(
    int employeeId,
    PosUserId posUserId,
    boolean active,
    Optional<Wage> before,
    Optional<BigDecimal> hourlyRate,
    Optional<Salary> salary,
    Optional<Overtime> overtime,
    LocalDate from,
    boolean mayMove) {

  public RecordWage {
    before = before == null ? Optional.empty() : before;
    hourlyRate = hourlyRate == null ? Optional.empty() : hourlyRate;
    salary = salary == null ? Optional.empty() : salary;
    overtime = overtime == null ? Optional.empty() : overtime;
  }

  @Override
  public String toString() {
    return "RecordWage[" + employeeId + ", " + from + ", [redacted]]";
  }
}

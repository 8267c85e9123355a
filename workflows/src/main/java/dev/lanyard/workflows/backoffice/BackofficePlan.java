package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Everything that will be written into Backoffice for one person, except the PIN.
 *
 * @param wageRate US dollars an hour, two decimals
 * @param overtimeRate the same; the record is created as eligible for overtime (section 7.2)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficePlan(
    PosUserId posUserId,
    String firstName,
    String lastName,
    Optional<String> phone,
    Optional<String> email,
    LocalDate startDate,
    BigDecimal wageRate,
    BigDecimal overtimeRate,
    BackofficeTarget target) {

  public BackofficePlan {
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
  }

  @Override
  public String toString() {
    return "BackofficePlan[" + posUserId + ", [redacted]]";
  }
}

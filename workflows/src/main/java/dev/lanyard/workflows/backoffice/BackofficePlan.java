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
 * @param overtimeRate the same; zero with {@code noOvertime}
 * @param emergencyName of the emergency contact
 * @param emergencyPhone of the emergency contact, as typed
 * @param noOvertime the record is created as not eligible for overtime; else as eligible (7.2)
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
    BackofficeTarget target,
    Optional<String> emergencyName,
    Optional<String> emergencyPhone,
    boolean noOvertime) {

  public BackofficePlan {
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    emergencyName = emergencyName == null ? Optional.empty() : emergencyName;
    emergencyPhone = emergencyPhone == null ? Optional.empty() : emergencyPhone;
  }

  /** Without an emergency contact, eligible for overtime. */
  public BackofficePlan(
      PosUserId posUserId,
      String firstName,
      String lastName,
      Optional<String> phone,
      Optional<String> email,
      LocalDate startDate,
      BigDecimal wageRate,
      BigDecimal overtimeRate,
      BackofficeTarget target) {
    this(
        posUserId,
        firstName,
        lastName,
        phone,
        email,
        startDate,
        wageRate,
        overtimeRate,
        target,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @Override
  public String toString() {
    return "BackofficePlan[" + posUserId + ", [redacted]]";
  }
}

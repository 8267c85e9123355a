package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import java.util.Optional;

/**
 * What Backoffice has to show: active and exactly as planned, or, without a plan, inactive.
 *
 * @param pin compared with the edit page when given
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExpectedEmployee(
    int employeeId,
    PosUserId posUserId,
    Optional<BackofficePlan> plan,
    Optional<SealedPin> pin,
    Optional<EmployeeNumber> employeeNumber) {

  public ExpectedEmployee {
    plan = plan == null ? Optional.empty() : plan;
    pin = pin == null ? Optional.empty() : pin;
    employeeNumber = employeeNumber == null ? Optional.empty() : employeeNumber;
  }
}

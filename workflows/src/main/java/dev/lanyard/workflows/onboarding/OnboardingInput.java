package dev.lanyard.workflows.onboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import java.util.Optional;

/**
 * One hire to be carried out.
 *
 * @param formerEmployee the internal number of the Backoffice record that the person had before
 * @param dryRun ends with the plan: nothing is written, reserved or asked
 * @param mandate on whose behalf
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OnboardingInput(
    EmployeeNumber employeeNumber,
    Hire hire,
    Optional<Integer> formerEmployee,
    boolean dryRun,
    Mandate mandate) {

  public OnboardingInput {
    mandate = mandate == null ? Mandate.NONE : mandate;
    formerEmployee = formerEmployee == null ? Optional.empty() : formerEmployee;
  }

  /** Of somebody new. */
  public OnboardingInput(EmployeeNumber employeeNumber, Hire hire) {
    this(employeeNumber, hire, Optional.empty(), false);
  }

  /** On nobody's behalf. */
  public OnboardingInput(
      EmployeeNumber employeeNumber, Hire hire, Optional<Integer> formerEmployee, boolean dryRun) {
    this(employeeNumber, hire, formerEmployee, dryRun, Mandate.NONE);
  }
}

package dev.lanyard.workflows.deletion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.hr.EmployeeNumber;

/**
 * Whose record is deleted.
 *
 * @param mandate with whose key the person's run can withdraw it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeletionInput(EmployeeNumber employeeNumber, long staffId, Mandate mandate) {

  public DeletionInput {
    mandate = mandate == null ? Mandate.NONE : mandate;
  }

  /** One that nobody withdraws. */
  public DeletionInput(EmployeeNumber employeeNumber, long staffId) {
    this(employeeNumber, staffId, Mandate.NONE);
  }
}

package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * The record is read back as inactive, or there is none.
 *
 * @param employeeId empty when there is no such record (for a compensation: none that is ours)
 * @param written false when it was inactive already
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeDisabled(Optional<Integer> employeeId, boolean written) {

  public EmployeeDisabled {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
  }
}

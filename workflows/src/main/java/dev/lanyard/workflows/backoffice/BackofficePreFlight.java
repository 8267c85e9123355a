package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import java.util.Optional;

/**
 * Ask Backoffice whether this hire could be carried out now.
 *
 * @param approved what the names of the hire stood for when it was approved: what is only called
 *     otherwise since is a warning then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficePreFlight(
    EmployeeNumber employeeNumber, Hire hire, Optional<BackofficeTarget> approved) {

  public BackofficePreFlight {
    approved = approved == null ? Optional.empty() : approved;
  }

  /** Before anything was approved. */
  public BackofficePreFlight(EmployeeNumber employeeNumber, Hire hire) {
    this(employeeNumber, hire, Optional.empty());
  }
}

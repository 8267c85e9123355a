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
 * @param own the record that this run has made already: it takes nothing away from itself
 * @param former the record that the person is known to have had before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficePreFlight(
    EmployeeNumber employeeNumber,
    Hire hire,
    Optional<BackofficeTarget> approved,
    Optional<Integer> own,
    Optional<Integer> former) {

  public BackofficePreFlight {
    approved = approved == null ? Optional.empty() : approved;
    own = own == null ? Optional.empty() : own;
    former = former == null ? Optional.empty() : former;
  }

  /** Of somebody who has no record. */
  public BackofficePreFlight(
      EmployeeNumber employeeNumber, Hire hire, Optional<BackofficeTarget> approved) {
    this(employeeNumber, hire, approved, Optional.empty(), Optional.empty());
  }

  /** Before anything was approved. */
  public BackofficePreFlight(EmployeeNumber employeeNumber, Hire hire) {
    this(employeeNumber, hire, Optional.empty());
  }
}

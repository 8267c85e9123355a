package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import java.util.List;
import java.util.Optional;

/**
 * Ask the staff API whether this hire could be carried out now.
 *
 * @param siteNames names of the Backoffice sites that have to be mapped
 * @param own the staff member that this run has made already: it takes nothing away from itself
 * @param rehire the person was here before: a member that carries the employee number and has no
 *     access is the person's own
 * @param terms what the hire's role says
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffPreFlight(
    EmployeeNumber employeeNumber,
    Hire hire,
    List<String> siteNames,
    Optional<Long> own,
    boolean rehire,
    Optional<StaffTerms> terms) {

  public StaffPreFlight {
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
    own = own == null ? Optional.empty() : own;
    terms = terms == null ? Optional.empty() : terms;
  }

  /** Without a role. */
  public StaffPreFlight(
      EmployeeNumber employeeNumber,
      Hire hire,
      List<String> siteNames,
      Optional<Long> own,
      boolean rehire) {
    this(employeeNumber, hire, siteNames, own, rehire, Optional.empty());
  }

  /** Of somebody new. */
  public StaffPreFlight(EmployeeNumber employeeNumber, Hire hire, List<String> siteNames) {
    this(employeeNumber, hire, siteNames, Optional.empty(), false);
  }
}

package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import java.util.List;

/**
 * Ask the staff API whether this hire could be carried out now.
 *
 * @param siteNames names of the Backoffice sites that have to be mapped
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffPreFlight(EmployeeNumber employeeNumber, Hire hire, List<String> siteNames) {

  public StaffPreFlight {
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
  }
}

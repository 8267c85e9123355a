package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The record is read back as active, with exactly what was wanted.
 *
 * @param written false when an earlier attempt had done it
 * @param rosterSites the short codes of the roster's column, the independent witness (section 12.1)
 * @param rosterAccess the roster's Access column: the permissions that came back with the record
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeReactivated(boolean written, List<String> rosterSites, String rosterAccess) {

  public EmployeeReactivated {
    rosterSites = rosterSites == null ? List.of() : List.copyOf(rosterSites);
  }
}

package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The record as it was read back.
 *
 * @param written false when it was as wanted already
 * @param rosterSites the short codes of the roster's column; none when no sites were wanted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeChanged(boolean written, List<String> rosterSites) {

  public EmployeeChanged {
    rosterSites = rosterSites == null ? List.of() : List.copyOf(rosterSites);
  }
}

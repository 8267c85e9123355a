package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What was read back and equals what was expected; in words for the status, without the PIN. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeVerified(boolean active, String rosterAccess, List<String> rosterSites) {

  public EmployeeVerified {
    rosterSites = rosterSites == null ? List.of() : List.copyOf(rosterSites);
  }
}

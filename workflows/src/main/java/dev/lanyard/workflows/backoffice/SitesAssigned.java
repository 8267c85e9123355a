package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The sites as read back.
 *
 * @param written whether anything had to be written
 * @param rosterSites the short codes of the roster's column, the independent witness (section 12.1)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SitesAssigned(boolean written, List<String> rosterSites) {

  public SitesAssigned {
    rosterSites = rosterSites == null ? List.of() : List.copyOf(rosterSites);
  }
}

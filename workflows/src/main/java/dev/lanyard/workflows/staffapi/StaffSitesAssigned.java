package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The sites as read back; {@code written} tells whether anything had to be. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffSitesAssigned(boolean written, List<Long> siteIds) {

  public StaffSitesAssigned {
    siteIds = siteIds == null ? List.of() : List.copyOf(siteIds);
  }
}

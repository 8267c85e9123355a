package dev.lanyard.workflows.staffapi.look;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Whom to list.
 *
 * @param site only those who may work at this site: its id, its name in the staff API, or the name
 *     of the Backoffice site that is mapped to it
 * @param adminsOnly only administrators
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffListQuestion(Optional<String> site, boolean adminsOnly) {

  public StaffListQuestion {
    site = site == null ? Optional.empty() : site;
  }
}

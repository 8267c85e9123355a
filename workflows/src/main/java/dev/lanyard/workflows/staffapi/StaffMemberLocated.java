package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Where the leaver stands in the staff API.
 *
 * @param foundBy {@code id}, {@code code} or {@code email}; empty when not found
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberLocated(Optional<Long> staffId, boolean hasAccess, String foundBy) {

  public StaffMemberLocated {
    staffId = staffId == null ? Optional.empty() : staffId;
  }
}

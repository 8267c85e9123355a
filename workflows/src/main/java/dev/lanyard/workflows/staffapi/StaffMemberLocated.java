package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Where the leaver stands in the staff API.
 *
 * @param foundBy {@code id}, {@code code} or {@code email}; empty when not found
 * @param access as it was found: kept in the run's history before anything is taken, so that
 *     exactly this can be restored
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberLocated(
    Optional<Long> staffId, boolean hasAccess, String foundBy, Optional<StaffAccess> access) {

  public StaffMemberLocated {
    staffId = staffId == null ? Optional.empty() : staffId;
    access = access == null ? Optional.empty() : access;
  }

  public StaffMemberLocated(Optional<Long> staffId, boolean hasAccess, String foundBy) {
    this(staffId, hasAccess, foundBy, Optional.empty());
  }
}

package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * The staff member is read back without any access, or there is none.
 *
 * @param written false when there was nothing left to take
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberRevoked(Optional<Long> staffId, boolean written) {

  public StaffMemberRevoked {
    staffId = staffId == null ? Optional.empty() : staffId;
  }
}

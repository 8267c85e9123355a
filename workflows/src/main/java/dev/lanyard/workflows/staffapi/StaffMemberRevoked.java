package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * The staff member is read back without any access, or there is none.
 *
 * @param written false when there was nothing left to take
 * @param before what was taken, when this took it. A repeat after a lost answer finds nothing left:
 *     the snapshot that always exists is that of {@link StaffMemberLocated}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberRevoked(
    Optional<Long> staffId, boolean written, Optional<StaffAccess> before) {

  public StaffMemberRevoked {
    staffId = staffId == null ? Optional.empty() : staffId;
    before = before == null ? Optional.empty() : before;
  }

  public StaffMemberRevoked(Optional<Long> staffId, boolean written) {
    this(staffId, written, Optional.empty());
  }
}

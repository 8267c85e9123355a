package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What was read back and equals what was expected.
 *
 * @param present false when the staff member is gone, which for a leaver is as good as revoked
 * @param removedDoubles ids of staff members that this run had made twice by an answer that came
 *     late, and that were deleted now; each had been sent an invitation, which nothing takes back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberVerified(
    boolean present, List<String> permissions, List<Long> siteIds, List<Long> removedDoubles) {

  public StaffMemberVerified {
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    siteIds = siteIds == null ? List.of() : List.copyOf(siteIds);
    removedDoubles = removedDoubles == null ? List.of() : List.copyOf(removedDoubles);
  }

  public StaffMemberVerified(boolean present, List<String> permissions, List<Long> siteIds) {
    this(present, permissions, siteIds, List.of());
  }
}

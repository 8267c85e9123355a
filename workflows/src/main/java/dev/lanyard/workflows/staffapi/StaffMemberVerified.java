package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What was read back and equals what was expected.
 *
 * @param present false when the staff member is gone, which for a leaver is as good as revoked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberVerified(boolean present, List<String> permissions, List<Long> siteIds) {

  public StaffMemberVerified {
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    siteIds = siteIds == null ? List.of() : List.copyOf(siteIds);
  }
}

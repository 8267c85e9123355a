package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;

/**
 * A staff member's access at one moment, from which exactly that can be given back.
 *
 * @param permissions codes, sorted; empty for an administrator, of whom the API lists none
 * @param siteIds ascending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffAccess(
    long staffId, boolean admin, List<String> permissions, List<Long> siteIds) {

  public StaffAccess {
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    siteIds = siteIds == null ? List.of() : List.copyOf(siteIds);
  }

  /** Whether there is anything to take. */
  public boolean any() {
    return admin || !permissions.isEmpty() || !siteIds.isEmpty();
  }

  /** Whether both may do the same at the same sites, however a server lists it. */
  public boolean amountsTo(StaffAccess other) {
    return admin == other.admin
        && PermissionCatalogue.effective(permissions)
            .equals(PermissionCatalogue.effective(other.permissions))
        && Set.copyOf(siteIds).equals(Set.copyOf(other.siteIds));
  }
}

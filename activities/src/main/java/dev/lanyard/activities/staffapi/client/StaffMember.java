package dev.lanyard.activities.staffapi.client;

import java.util.Set;

/**
 * A staff member as {@code GET staff/{id}} shows it; its sites are a request of their own.
 *
 * @param permissions codes; empty for an administrator, who may do everything
 */
public record StaffMember(
    long id,
    String firstName,
    String lastName,
    boolean admin,
    StaffIdentity identity,
    Set<String> permissions,
    StaffProfile profile) {

  @Override
  public String toString() {
    return "StaffMember[" + id + ", [redacted]]";
  }
}

package dev.lanyard.activities.staffapi.client;

import java.util.Optional;

/**
 * A staff member as a list shows it.
 *
 * @param updatedAt as the server wrote it, for comparison only
 * @param firstName empty when the list leaves it out
 * @param lastName the same
 * @param identity empty when the list is abridged and leaves the code or the e-mail address out
 */
public record StaffRow(
    long id,
    Optional<String> updatedAt,
    String firstName,
    String lastName,
    Optional<StaffIdentity> identity) {

  @Override
  public String toString() {
    return "StaffRow[" + id + ", [redacted]]";
  }
}

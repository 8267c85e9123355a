package dev.lanyard.workflows.alteration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Fields of a staff member that somebody wants, or that a plan was based on; absent ones stay.
 *
 * @param siteIds ascending, always explicit
 * @param permissions codes, sorted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffWish(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<List<Long>> siteIds,
    Optional<List<String>> permissions) {

  /** Nothing is meant. */
  public static final StaffWish NONE = new StaffWish(null, null, null, null, null, null);

  public StaffWish {
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    siteIds = siteIds == null ? Optional.empty() : siteIds.map(List::copyOf);
    permissions = permissions == null ? Optional.empty() : permissions.map(List::copyOf);
  }

  /** Access alone. */
  public static StaffWish access(Optional<List<Long>> siteIds, Optional<List<String>> permissions) {
    return new StaffWish(null, null, null, null, siteIds, permissions);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  @Override
  public String toString() {
    return "StaffWish[[redacted]]";
  }
}

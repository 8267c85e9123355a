package dev.lanyard.activities.staffapi.client;

import java.util.List;
import java.util.Optional;

/**
 * What a staff member's record holds besides what it is found and judged by. Texts are the server's
 * own.
 *
 * @param granted the permissions with the names and domains that the server gives them
 * @param createdAt ISO 8601 with offset
 * @param updatedAt the same
 */
public record StaffProfile(
    Optional<String> phone,
    Optional<String> mobile,
    Optional<String> fax,
    Optional<String> image,
    List<String> tags,
    List<Granted> granted,
    Optional<String> createdAt,
    Optional<String> updatedAt) {

  /**
   * A permission as the server names it. Its domain is never derived from the vendor's headings: a
   * published example contradicts them.
   */
  public record Granted(String code, String name, String domain) {}

  @Override
  public String toString() {
    return "StaffProfile[redacted]";
  }
}

package dev.lanyard.activities.staffapi.client;

import java.util.Optional;
import java.util.Set;

/**
 * What a staff member is found by.
 *
 * @param emails the primary one included
 */
public record StaffIdentity(
    Optional<String> code, Optional<String> primaryEmail, Set<String> emails) {

  /** Exactly this code; codes tell case apart. */
  public boolean hasCode(String wanted) {
    return code.filter(wanted::equals).isPresent();
  }

  /** Any of the addresses, without regard to case. */
  public boolean hasEmail(String wanted) {
    return emails.stream().anyMatch(wanted::equalsIgnoreCase);
  }

  @Override
  public String toString() {
    return "StaffIdentity[" + code + ", [redacted]]";
  }
}

package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A web user as the list shows it (section 13.4): a login to Backoffice itself, which outlives an
 * employee who is disabled.
 *
 * @param userId of its own; never an employee's
 * @param active whether the login works
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserRow(
    int userId, String username, String firstName, String lastName, String email, boolean active) {

  @Override
  public String toString() {
    return "WebUserRow[" + userId + ", [redacted]]";
  }
}

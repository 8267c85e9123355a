package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Take a web user's access away.
 *
 * @param username must be that user's
 * @param lastName when given, a user of another last name is {@code NOT_OURS}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloseWebUser(int userId, String username, Optional<String> lastName) {

  public CloseWebUser {
    lastName = lastName == null ? Optional.empty() : lastName;
  }

  @Override
  public String toString() {
    return "CloseWebUser[" + userId + ", [redacted]]";
  }
}

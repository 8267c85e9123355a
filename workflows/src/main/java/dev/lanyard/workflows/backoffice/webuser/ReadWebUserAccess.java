package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Read one web user's access, and what could be given.
 *
 * @param username must be that user's: an id alone is easily mistaken
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReadWebUserAccess(int userId, String username) {

  @Override
  public String toString() {
    return "ReadWebUserAccess[" + userId + ", [redacted]]";
  }
}

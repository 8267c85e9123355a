package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Which web users to list; what is given must all fit.
 *
 * @param fullName one word: first or last name; several: the last word is the last name
 * @param status {@code all}, {@code active} or {@code inactive}
 * @param page from 1; 25 rows each, up to 50 for a name of one word
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserQuery(
    Optional<String> fullName,
    Optional<String> email,
    Optional<String> username,
    String status,
    int page) {

  public WebUserQuery {
    fullName = fullName == null ? Optional.empty() : fullName;
    email = email == null ? Optional.empty() : email;
    username = username == null ? Optional.empty() : username;
    status = status == null ? "all" : status;
    page = page == 0 ? 1 : page;
  }

  @Override
  public String toString() {
    return "WebUserQuery[" + status + ", page " + page + ", [redacted]]";
  }
}

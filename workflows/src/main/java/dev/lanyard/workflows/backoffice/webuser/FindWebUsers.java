package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Whose web users? Of what is given each counts as evidence of its own; at least one is given, a
 * first name only with a last name.
 *
 * @param employeeId the internal number: e-mail and names are then read from the record, disabled
 *     or not, and win over those given here
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FindWebUsers(
    Optional<Integer> employeeId,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Optional<String> username) {

  public FindWebUsers {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    email = email == null ? Optional.empty() : email;
    username = username == null ? Optional.empty() : username;
  }

  public static FindWebUsers ofEmployee(int employeeId) {
    return new FindWebUsers(
        Optional.of(employeeId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String toString() {
    return "FindWebUsers[" + employeeId + ", [redacted]]";
  }
}

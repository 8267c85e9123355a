package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.List;
import java.util.Optional;

/**
 * Make a login to Backoffice.
 *
 * @param employeeNumber what the password is bound to
 * @param employeeId the active employee that it is linked to; empty for one without an employee,
 *     which has to be switched on ({@code standalone-users})
 * @param firstName the employee's, or the new user's own
 * @param knownBefore ids that a look before this create found under this user name or e-mail: none
 *     of them is ever adopted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreateWebUser(
    EmployeeNumber employeeNumber,
    Optional<Integer> employeeId,
    String firstName,
    String lastName,
    String email,
    String username,
    SealedPassword password,
    List<Integer> knownBefore) {

  public CreateWebUser {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    knownBefore = knownBefore == null ? List.of() : List.copyOf(knownBefore);
  }

  @Override
  public String toString() {
    return "CreateWebUser[" + employeeNumber + ", " + employeeId + ", [redacted]]";
  }
}

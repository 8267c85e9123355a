package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Where the leaver stands in Backoffice. Empty {@code employeeId}: the roster does not know the POS
 * user ID, which is not proof that nobody has it (section 12.2).
 *
 * @param fullName for the run's page, which is encrypted
 * @param email as stored; finds the staff member when there is no other link
 * @param siteNames long names of the granted sites
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeLocated(
    Optional<Integer> employeeId,
    boolean active,
    Optional<String> fullName,
    Optional<String> email,
    List<String> siteNames) {

  public EmployeeLocated {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    fullName = fullName == null ? Optional.empty() : fullName;
    email = email == null ? Optional.empty() : email;
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
  }

  @Override
  public String toString() {
    return "EmployeeLocated[" + employeeId + ", [redacted]]";
  }
}

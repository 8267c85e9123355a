package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.Optional;

/**
 * Find a leaver: by the known id, else by {@code code}, else by e-mail (exact, without case).
 *
 * @param email of the Backoffice record, when there is one
 * @param lastName when given, the record must agree with it, however it was found
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LocateStaffMember(
    EmployeeNumber employeeNumber,
    Optional<Long> staffId,
    Optional<String> email,
    Optional<String> lastName) {

  public LocateStaffMember {
    staffId = staffId == null ? Optional.empty() : staffId;
    email = email == null ? Optional.empty() : email;
    lastName = lastName == null ? Optional.empty() : lastName;
  }

  @Override
  public String toString() {
    return "LocateStaffMember[" + employeeNumber + ", [redacted]]";
  }
}

package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/** Where a person stands in the two systems, as far as earlier processes found out. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonLinks(
    Optional<PosUserId> posUserId, Optional<Integer> employeeId, Optional<Long> staffId) {

  public static final PersonLinks NONE =
      new PersonLinks(Optional.empty(), Optional.empty(), Optional.empty());

  public PersonLinks {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
  }

  /**
   * Another POS user ID, or one that is still to be found, is another Backoffice record, which is
   * not known yet.
   */
  PersonLinks hiredAs(PosUserId hired) {
    if (hired == null) {
      return new PersonLinks(Optional.empty(), Optional.empty(), staffId);
    }
    return new PersonLinks(
        Optional.of(hired),
        posUserId.filter(hired::equals).isPresent() ? employeeId : Optional.empty(),
        staffId);
  }

  /** The same, with what a process found out besides. */
  PersonLinks with(Optional<Integer> employee, Optional<Long> staff) {
    return new PersonLinks(posUserId, employee.or(() -> employeeId), staff.or(() -> staffId));
  }

  /** The staff member was deleted, if that is how the deletion ended. */
  PersonLinks withoutStaffMember(String outcome) {
    return outcome.equals("deleted")
        ? new PersonLinks(posUserId, employeeId, Optional.empty())
        : this;
  }
}

package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;

/**
 * Change fields of an existing record.
 *
 * @param employeeNumber whose number alone may be put into, or taken out of, the link field
 * @param posUserId that the record has: together with {@code employeeId} it says whose it is
 * @param active whether the record was active when this was planned; it stays so
 * @param before what the plan was based on: at least the fields that are wanted, and any others
 *     that must not have changed meanwhile
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeEmployee(
    EmployeeNumber employeeNumber,
    int employeeId,
    PosUserId posUserId,
    boolean active,
    EmployeeFields before,
    EmployeeFields wanted) {

  public ChangeEmployee {
    before = before == null ? EmployeeFields.NONE : before;
    wanted = wanted == null ? EmployeeFields.NONE : wanted;
  }
}

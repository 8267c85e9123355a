package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;

/**
 * Make a disabled record active again, with exactly this access and another PIN, in one write. The
 * permissions that it had are the record's own and come back with it: set them before.
 *
 * @param before the snapshot that this was planned on: at least the fields that are wanted
 * @param wanted names, phone, e-mail, start date, departments and sites, all of them; whatever else
 *     is given too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReactivateEmployee(
    EmployeeNumber employeeNumber,
    int employeeId,
    PosUserId posUserId,
    EmployeeFields before,
    EmployeeFields wanted,
    SealedPin pin) {

  public ReactivateEmployee {
    before = before == null ? EmployeeFields.NONE : before;
    wanted = wanted == null ? EmployeeFields.NONE : wanted;
  }
}

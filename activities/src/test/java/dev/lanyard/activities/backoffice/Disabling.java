package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/** Requests to disable, as short as a termination may be. */
final class Disabling {

  private Disabling() {}

  static DisableEmployee of(PosUserId posUserId) {
    return new DisableEmployee(
        SandboxTenant.JANE, posUserId, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  static DisableEmployee of(PosUserId posUserId, int employeeId) {
    return new DisableEmployee(
        SandboxTenant.JANE,
        posUserId,
        Optional.of(employeeId),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}

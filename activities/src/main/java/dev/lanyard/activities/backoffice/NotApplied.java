package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import io.temporal.failure.ApplicationFailure;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** "The answer was success, and the read-back does not show it." */
final class NotApplied {

  private NotApplied() {}

  static ApplicationFailure on(
      int employeeId, List<String> differences, List<String> alerts, BackofficePlan plan) {
    List<String> personal =
        Stream.of(
                Stream.of(plan.firstName(), plan.lastName()),
                plan.phone().stream(),
                plan.email().stream(),
                plan.emergencyName().stream(),
                plan.emergencyPhone().stream())
            .flatMap(values -> values)
            .toList();
    return on(employeeId, differences, alerts, personal);
  }

  /**
   * @param differences fields and ids, no personal values
   * @param alerts the server's own words on the page that was read back
   * @param personal values that those words may repeat and the failure must not
   */
  static ApplicationFailure on(
      int employeeId, List<String> differences, List<String> alerts, Collection<String> personal) {
    return BackofficeFailures.last(
        FailureTypes.NOT_APPLIED,
        "Employee "
            + employeeId
            + " is not as planned in: "
            + String.join(", ", differences)
            + (alerts.isEmpty() ? "" : "; Backoffice says" + ServerWords.quote(alerts, personal))
            + ". Look at /employee/edit/"
            + employeeId
            + ", correct it there if it is wrong, then retry.");
  }
}

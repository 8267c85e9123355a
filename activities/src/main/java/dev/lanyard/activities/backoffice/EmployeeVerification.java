package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionSet;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.EmployeeVerified;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "verify": edit, permission and compensation page and roster row, all differences at once. */
final class EmployeeVerification {

  private final BackofficeClient client;
  private final RecordComparison comparison;

  EmployeeVerification(BackofficeClient client, RecordComparison comparison) {
    this.client = client;
    this.comparison = comparison;
  }

  EmployeeVerified verify(ExpectedEmployee expected, Optional<Pin> pin) {
    return client.converse(
        EmployeeVerification::neverWrites,
        talk ->
            expected.plan().isPresent()
                ? verifyActive(talk, expected, expected.plan().get(), pin)
                : verifyInactive(talk, expected));
  }

  static void neverWrites() {
    throw new IllegalStateException("a look must not write");
  }

  private EmployeeVerified verifyActive(
      Conversation talk, ExpectedEmployee expected, BackofficePlan plan, Optional<Pin> pin) {
    EditPage page = talk.editPage(expected.employeeId());
    List<String> differences = comparison.differences(page, plan, pin, expected.employeeNumber());
    PermissionPage permissions = talk.permissionPage(expected.employeeId());
    PermissionSet approved = TemplateGrant.approved(plan);
    if (!permissions.current().equals(approved)) {
      differences.add(
          "permissions (planned "
              + approved.describe()
              + ", found "
              + permissions.current().describe()
              + ")");
    }
    differences.addAll(
        WantedWage.of(plan)
            .differences(talk.compensationPage(expected.employeeId()).newest(), plan.startDate()));
    RosterPage roster = talk.rosterOf(expected.posUserId().value());
    Optional<RosterRow> row = row(roster, expected);
    differences.addAll(
        row.map(
                shown ->
                    rosterDifferences(
                        shown, roster, plan, TemplateGrant.namesOf(permissions, approved)))
            .orElse(List.of("roster (no row of this employee)")));
    if (!differences.isEmpty()) {
      throw NotApplied.on(expected.employeeId(), differences, page.alerts(), plan);
    }
    return verified(true, row);
  }

  private static List<String> rosterDifferences(
      RosterRow row, RosterPage roster, BackofficePlan plan, List<String> accessNames) {
    List<String> differences = new ArrayList<>();
    if (!row.active()) {
      differences.add("active (the roster shows it as disabled)");
    }
    if (!accessNames.contains(row.access())) {
      differences.add("Access (the roster shows \"" + ServerWords.plain(row.access()) + "\")");
    }
    if (SiteWitness.of(roster).contradicts(row, RecordComparison.access(plan.target().sites()))) {
      differences.add(
          "sites (the roster shows " + ServerWords.plain(row.siteCodes().toString()) + ")");
    }
    return differences;
  }

  private static EmployeeVerified verifyInactive(Conversation talk, ExpectedEmployee expected) {
    EditPage page = talk.editPageToDisable(expected.employeeId());
    List<String> differences = new ArrayList<>();
    if (page.posUserId() != expected.posUserId().value()) {
      differences.add("POS user ID");
    }
    if (page.active()) {
      differences.add("active (still)");
    }
    Optional<RosterRow> row = row(talk.rosterOf(expected.posUserId().value()), expected);
    if (row.filter(RosterRow::active).isPresent()) {
      differences.add("active (the roster still shows it)");
    }
    if (!differences.isEmpty()) {
      throw BackofficeFailures.last(
          FailureTypes.NOT_APPLIED,
          "Employee "
              + expected.employeeId()
              + " should be disabled and is not as expected in: "
              + String.join(", ", differences)
              + ". Look at /employee/edit/"
              + expected.employeeId()
              + ", then retry.");
    }
    return verified(false, row);
  }

  private static Optional<RosterRow> row(RosterPage roster, ExpectedEmployee expected) {
    return roster
        .row(expected.posUserId().value())
        .filter(row -> row.employeeId() == expected.employeeId());
  }

  private static EmployeeVerified verified(boolean active, Optional<RosterRow> row) {
    return new EmployeeVerified(
        active,
        row.map(RosterRow::access).orElse("not shown"),
        row.map(RosterRow::siteCodes).orElse(List.of()));
  }
}

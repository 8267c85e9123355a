package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.PosUserId;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;

/** The roster's row of somebody who is changed (section 12.1). */
final class RosterWitness {

  private RosterWitness() {}

  /** The row before a change: the record's own, as active as the plan was based on. */
  static RosterRow before(Conversation talk, int employeeId, PosUserId posUserId, boolean active) {
    RosterRow row =
        talk.rosterOf(posUserId.value())
            .row(posUserId.value())
            .orElseThrow(
                () -> changed(employeeId, "the roster does not show it under its POS user ID"));
    if (row.employeeId() != employeeId) {
      throw last(
          FailureTypes.NOT_OURS,
          "POS user ID "
              + posUserId
              + " belongs to employee "
              + row.employeeId()
              + ", not to employee "
              + employeeId
              + ". Nothing was written; check whose record that is.");
    }
    if (row.active() != active) {
      throw changed(employeeId, row.active() ? "it is active" : "it is disabled");
    }
    return row;
  }

  private static ApplicationFailure changed(int employeeId, String what) {
    return last(
        FailureTypes.STATE_CHANGED,
        "Employee "
            + employeeId
            + " is no longer what the plan was based on: "
            + what
            + ". Nothing was written; look in Backoffice who changed it, then plan anew.");
  }

  /**
   * The row after a change of the record: it must be there, and say the same.
   *
   * @param page the record as just read back
   */
  static RosterRow of(Conversation talk, EditPage page, RecordChange change) {
    int posUserId = change.posUserIdAfter().value();
    RosterPage roster = talk.rosterOf(posUserId);
    RosterRow row =
        roster
            .row(posUserId)
            .filter(shown -> shown.employeeId() == change.employeeId())
            .orElseThrow(
                () ->
                    RecordWriting.notApplied(
                        page, List.of("roster (no row of this employee)"), change));
    List<String> differences = new ArrayList<>();
    if (row.active() != change.activeAfter()) {
      differences.add("active (the roster shows it as " + (row.active() ? "active)" : "disabled)"));
    }
    SiteWitness witness = SiteWitness.of(roster);
    if (change.wantedSites().filter(sites -> witness.contradicts(row, sites)).isPresent()) {
      differences.add(
          "sites (the roster shows " + ServerWords.plain(row.siteCodes().toString()) + ")");
    }
    if (!differences.isEmpty()) {
      throw RecordWriting.notApplied(page, differences, change);
    }
    return row;
  }
}

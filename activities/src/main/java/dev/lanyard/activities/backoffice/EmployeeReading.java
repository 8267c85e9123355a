package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** "read employee": roster row, edit page, permission page, compensation page. */
final class EmployeeReading {

  private static final String WEB_USERS = "web users linked to this employee";

  private final BackofficeClient client;
  private final Clock clock;

  EmployeeReading(BackofficeClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  EmployeeAnswer read(EmployeeQuestion question) {
    return client.converse(EmployeeVerification::neverWrites, talk -> read(talk, question));
  }

  private EmployeeAnswer read(Conversation talk, EmployeeQuestion question) {
    Optional<EditPage> known = question.employeeId().flatMap(id -> EmployeeLook.byId(talk, id));
    if (known.isPresent()) {
      EditPage page = known.get();
      question
          .posUserId()
          .ifPresent(id -> EmployeeLook.requireSamePerson(page, id, Optional.empty()));
      return found(talk, page, talk.rosterOf(page.posUserId()));
    }
    if (question.posUserId().isEmpty()) {
      return new EmployeeAnswer(Optional.empty(), "");
    }
    int posUserId = question.posUserId().get().value();
    RosterPage roster = talk.rosterOf(posUserId);
    return roster
        .row(posUserId)
        .map(row -> found(talk, EmployeeLook.shown(talk, row), roster))
        .orElse(new EmployeeAnswer(Optional.empty(), TakenValues.ROSTER_BLIND_SPOT));
  }

  private EmployeeAnswer found(Conversation talk, EditPage page, RosterPage roster) {
    int id = page.employeeId();
    int posUserId = page.posUserId();
    Optional<RosterRow> row = roster.row(posUserId);
    requireSame(id, "roster", row.map(RosterRow::employeeId).orElse(id) == id);
    List<String> notLookedAt = new ArrayList<>(List.of(WEB_USERS));
    Optional<PermissionPage> permissions =
        shown("permissions", notLookedAt, () -> talk.permissionPage(id));
    permissions.ifPresent(
        p ->
            requireSame(
                id,
                "permission page",
                p.employeeId() == id && p.posUserId().equals(Integer.toString(posUserId))));
    Optional<CompensationPage> wages = shown("wages", notLookedAt, () -> talk.compensationPage(id));
    wages.ifPresent(p -> requireSame(id, "compensation page", p.employeeId() == id));
    EmployeeSnapshot snapshot =
        new EmployeeSnapshot(
            clock.instant(),
            id,
            PosUserId.of(posUserId),
            page.active(),
            SnapshotParts.profile(page),
            SnapshotParts.sites(page),
            SnapshotParts.rosterShowsSameSites(page, roster, row),
            SnapshotParts.departments(page),
            row.map(one -> RosterListing.entry(one, Integer.MAX_VALUE)),
            permissions.map(p -> SnapshotParts.permissions(p, row.map(RosterRow::access))),
            wages.map(SnapshotParts::wages),
            notLookedAt);
    return new EmployeeAnswer(Optional.of(snapshot), "");
  }

  /** The edit page was there, so "no such employee" means that this page is not shown for it. */
  private static <T> Optional<T> shown(String what, List<String> notLookedAt, Supplier<T> page) {
    try {
      return Optional.of(page.get());
    } catch (BackofficeFailure e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      notLookedAt.add(what + " (Backoffice does not show the page)");
      return Optional.empty();
    }
  }

  private static void requireSame(int employeeId, String page, boolean same) {
    if (!same) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "The "
              + page
              + " and the edit page of employee "
              + employeeId
              + " do not show the same employee. Somebody may have changed the POS user ID; ask"
              + " again.");
    }
  }
}

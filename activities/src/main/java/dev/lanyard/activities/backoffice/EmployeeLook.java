package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finding one employee's edit page, and being sure that it is that employee's. */
final class EmployeeLook {

  private EmployeeLook() {}

  /**
   * The edit page of an employee who must be there.
   *
   * @throws BackofficeFailure of kind {@code NOT_FOUND} when there is no such employee
   */
  static EditPage known(Conversation talk, int employeeId) {
    EditPage page = talk.editPage(employeeId);
    requireId(page, employeeId);
    return page;
  }

  /** Empty when Backoffice has no employee of this internal id. */
  static Optional<EditPage> byId(Conversation talk, int employeeId) {
    return byId(employeeId, talk::editPage);
  }

  private static Optional<EditPage> byId(int employeeId, IntFunction<EditPage> read) {
    try {
      EditPage page = read.apply(employeeId);
      requireId(page, employeeId);
      return Optional.of(page);
    } catch (BackofficeFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Empty when the roster does not show it, which is no proof (section 12.2). A row whose edit page
   * is refused is a failure: "there is none" would end a termination with the access still open.
   */
  static Optional<EditPage> byPosUserId(Conversation talk, PosUserId posUserId) {
    return talk.rosterOf(posUserId.value()).row(posUserId.value()).map(row -> shown(talk, row));
  }

  /**
   * For a termination: by the internal id first, since the roster hides employees without a site
   * (section 12.2), and read no more strictly than disabling needs.
   */
  static Optional<EditPage> toDisable(
      Conversation talk, Optional<Integer> employeeId, PosUserId posUserId) {
    Optional<EditPage> known = employeeId.flatMap(id -> byId(id, talk::editPageToDisable));
    return known.isPresent()
        ? known
        : talk.rosterOf(posUserId.value())
            .row(posUserId.value())
            .map(row -> shown(row, talk::editPageToDisable));
  }

  /** The edit page behind a roster row, or the final failure that it is refused. */
  static EditPage shown(Conversation talk, RosterRow row) {
    return shown(row, talk::editPage);
  }

  private static EditPage shown(RosterRow row, IntFunction<EditPage> read) {
    return byId(row.employeeId(), read)
        .orElseThrow(
            () ->
                last(
                    FailureTypes.BOT_NOT_ALLOWED,
                    "The roster shows employee "
                        + row.employeeId()
                        + ", and Backoffice does not show its edit page. Give the bot's user the"
                        + " Administrator template and all regions (or all sites)."));
  }

  /** A final {@code NOT_OURS} unless POS user ID and, when given, last name agree. */
  static void requireSamePerson(EditPage page, PosUserId posUserId, Optional<String> lastName) {
    boolean sameId = page.posUserId() == posUserId.value();
    boolean sameName =
        lastName.isEmpty() || RecordComparison.sameLastName(page.lastName(), lastName.get());
    if (!sameId || !sameName) {
      throw last(
          FailureTypes.NOT_OURS,
          "Employee "
              + page.employeeId()
              + " has another "
              + (sameId ? "last name than the one given for POS user ID " : "POS user ID than ")
              + posUserId
              + ". Check the POS user ID; nothing was changed.");
    }
  }

  private static void requireId(EditPage page, int employeeId) {
    if (page.employeeId() != employeeId) {
      throw last(
          FailureTypes.PAGE_CHANGED,
          "/employee/edit/" + employeeId + " shows employee " + page.employeeId() + ".");
    }
  }
}

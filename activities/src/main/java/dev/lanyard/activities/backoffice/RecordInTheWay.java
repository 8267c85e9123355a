package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.hr.Hire;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who has the POS user ID that a hire wants: nobody, this hire itself, the same person from before,
 * or somebody else. Same name and same phone are no proof that it is the same person (the design's
 * <i>ours</i>), so a namesake is a problem until a human says who it is.
 */
final class RecordInTheWay {

  private final Conversation talk;
  private final BackofficePreFlight request;
  private final Resolution names;

  RecordInTheWay(Conversation talk, BackofficePreFlight request, Resolution names) {
    this.talk = talk;
    this.request = request;
    this.names = names;
  }

  /** The record to be made active again, if that is what the hire comes to. */
  Optional<Integer> former() {
    Hire hire = request.hire();
    Optional<RosterRow> row = talk.rosterOf(hire.posUserId().value()).row(hire.posUserId().value());
    if (row.filter(one -> request.own().filter(id -> id == one.employeeId()).isPresent())
        .isPresent()) {
      return Optional.empty();
    }
    Optional<Integer> known = request.former();
    if (known.isPresent() && row.filter(one -> one.employeeId() != known.get()).isEmpty()) {
      return reusable(known.get());
    }
    row.ifPresent(this::taken);
    return Optional.empty();
  }

  private void taken(RosterRow row) {
    Hire hire = request.hire();
    boolean sameName =
        RecordComparison.sameLastName(row.lastName(), hire.lastName())
            && RecordComparison.sameLastName(row.firstName(), hire.firstName());
    names.problem(
        "POS_USER_ID_TAKEN",
        "posUserId",
        "POS user ID "
            + hire.posUserId()
            + " is taken by employee "
            + row.employeeId()
            + (row.active() ? " (active)" : " (disabled)")
            + ". Choose another; those of disabled employees stay reserved."
            + (sameName && !row.active()
                ? " It has the same name: if it is the same person, amend the hire with"
                    + " formerEmployee "
                    + row.employeeId()
                    + ", and that record is made active again."
                : ""));
  }

  /** By its number: the roster hides a disabled employee without sites (section 12.2). */
  private Optional<Integer> reusable(int employeeId) {
    Hire hire = request.hire();
    Optional<EditPage> page = EmployeeLook.byId(talk, employeeId);
    String problem =
        page.map(found -> problem(found, hire))
            .orElse("Backoffice does not show employee " + employeeId + " any more.");
    if (problem.isEmpty()) {
      wageDay(employeeId);
      return Optional.of(employeeId);
    }
    names.problem("FORMER_RECORD_UNUSABLE", "formerEmployee", problem);
    return Optional.empty();
  }

  /** The new wage row needs a day of its own, and nobody may move it to another unseen. */
  private void wageDay(int employeeId) {
    Hire hire = request.hire();
    CompensationPage page = talk.compensationPage(employeeId);
    LocalDate possible = WageDay.taken(hire.startDate(), page);
    boolean there = WantedWage.of(hire).differences(page.newest(), hire.startDate()).isEmpty();
    if (!there && !possible.equals(hire.startDate())) {
      names.problem(
          "WAGE_DAY_TAKEN",
          "startDate",
          WageDay.refusal(employeeId, hire.startDate(), page)
              + " It is the person's record from before, which is paid anew from the start date:"
              + " amend the hire with startDate "
              + possible
              + (page.history().isEmpty() ? "." : " or later."));
    }
  }

  private String problem(EditPage page, Hire hire) {
    String whose = "Employee " + page.employeeId();
    if (page.active()) {
      return whose + ", the person's record from before, is active: somebody reactivated it.";
    }
    if (page.posUserId() != hire.posUserId().value()) {
      return whose
          + ", the person's record from before, has POS user ID "
          + page.posUserId()
          + ". Amend the hire with that one.";
    }
    boolean confirmed = hire.formerEmployee().filter(id -> id == page.employeeId()).isPresent();
    boolean sameName = RecordComparison.sameLastName(page.lastName(), hire.lastName());
    return sameName || confirmed
        ? ""
        : whose
            + ", the person's record from before, has another last name. If it is the same person,"
            + " amend the hire with formerEmployee "
            + page.employeeId()
            + ".";
  }
}

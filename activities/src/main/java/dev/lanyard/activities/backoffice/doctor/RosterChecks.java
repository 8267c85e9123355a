package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.RosterSurvey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The roster's filters, pager, icons and limits (section 12). */
final class RosterChecks {

  static final String ROSTER = "/employee";
  private static final String ICON = "inactive icon";
  private static final String PAGING = "limit and path pages together";
  private static final String ZONE = "tenant time zone";

  private final Survey survey;
  private final Sheet sheet;

  RosterChecks(Survey survey, Sheet sheet) {
    this.survey = survey;
    this.sheet = sheet;
  }

  /** The roster as it opens; the first page of active employees. */
  Optional<RosterSurvey> opens() {
    Optional<RosterSurvey> opened = sheet.look("roster", ROSTER, survey::rosterAsItOpens);
    if (opened.isEmpty()) {
      sheet.unanswered(ZONE, "the roster could not be read");
      return opened;
    }
    List<String> missing = opened.get().missingFilters();
    int rows = opened.get().roster().rows().size();
    if (missing.isEmpty()) {
      int pages = opened.get().pages();
      sheet.ok(
          "roster",
          ROSTER,
          "All filters are there; it opens with "
              + rows
              + " rows"
              + (pages > 1 ? " of " + pages + " pages." : " and no pager."));
    } else {
      sheet.failed(
          "roster",
          ROSTER,
          "The filter form lacks " + String.join(", ", missing) + ".",
          "Compare the page with the protocol, section 12.2.");
    }
    Set<String> zones = opened.get().zones();
    if (zones.isEmpty()) {
      sheet.unanswered(ZONE, "no row of the roster shows a time with its zone");
    } else {
      sheet.answered(ZONE, "the roster shows times in " + String.join(", ", zones));
    }
    return opened;
  }

  /** Everybody in one answer, as a hire's check asks for them; empty when it failed. */
  Optional<Everybody> whole(Everybody everybody) {
    Optional<RosterSurvey> whole =
        sheet.look("whole-roster", ROSTER, () -> survey.wholeRoster(everybody));
    whole.ifPresentOrElse(
        page -> judge(page, everybody), () -> sheet.unanswered("ceiling of limit", "not read"));
    return whole.map(page -> everybody);
  }

  private void judge(RosterSurvey whole, Everybody everybody) {
    int rows = everybody.count();
    if (whole.pages() > 1) {
      sheet.failed(
          "whole-roster",
          ROSTER,
          "The whole roster is answered with "
              + rows
              + " rows and a pager: somebody beyond them would be overlooked.",
          "The roster has to be read page by page; this needs a change of the program.");
      sheet.answered("ceiling of limit", "yes, at " + rows + " rows");
    } else {
      sheet.ok(
          "whole-roster",
          ROSTER,
          rows + " employees, " + everybody.active() + " of them active, came in one answer.");
      sheet.answered("ceiling of limit", "none up to " + rows + " rows");
    }
    if (rows == 0) {
      sheet.warning(
          "employees",
          ROSTER,
          "The bot sees no employee at all: templates cannot be read before the first one.",
          "Give the bot's user all regions (or all sites), or create one employee by hand.");
    }
  }

  /** Whether a disabled employee could be taken for an active one. */
  void inactiveIcon() {
    Optional<RosterSurvey> inactive =
        sheet.look("inactive-icon", ROSTER, () -> survey.inactiveRoster(5));
    if (inactive.isEmpty()) {
      sheet.unanswered(ICON, "not read");
      return;
    }
    String icons = String.join(", ", inactive.get().activeIcons());
    if (inactive.get().roster().rows().isEmpty()) {
      sheet.unknown("inactive-icon", ROSTER, "There is no disabled employee to look at.");
      sheet.unanswered(ICON, "there is no disabled employee");
    } else if (inactive.get().roster().rows().stream().anyMatch(RosterRow::active)) {
      sheet.failed(
          "inactive-icon",
          ROSTER,
          "active=inactive shows rows with fa-check: disabled employees read as active.",
          "Compare the page with the protocol, section 12.1.");
      sheet.answered(ICON, icons);
    } else {
      sheet.ok("inactive-icon", ROSTER, "Disabled employees do not show fa-check.");
      sheet.answered(ICON, icons.isEmpty() ? "none at all" : icons);
    }
  }

  /** Uniqueness of POS user IDs hangs on this filter. */
  void posUserIdFilter(Optional<String> id) {
    if (id.isEmpty()) {
      sheet.unknown("pos-user-id-filter", ROSTER, "No employee has a POS user ID of three digits.");
      sheet.unanswered("posUserId filter", "no employee has a POS user ID of three digits");
      return;
    }
    String whole = id.get();
    Optional<RosterPage> exact =
        sheet.look("pos-user-id-filter", ROSTER, () -> survey.rosterFilteredBy(whole));
    exact.ifPresentOrElse(
        found -> judge(found, whole), () -> sheet.unanswered("posUserId filter", "not read"));
  }

  private void judge(RosterPage found, String whole) {
    if (!holds(found, whole)) {
      sheet.failed(
          "pos-user-id-filter",
          ROSTER,
          "Filtered by an existing POS user ID, the roster does not show it: taken ones would seem"
              + " free.",
          "Compare the page with the protocol, section 12.2.");
      sheet.answered("posUserId filter", "does not find an existing one");
    } else if (found.rows().stream().anyMatch(row -> !row.posUserId().contains(whole))) {
      sheet.failed(
          "pos-user-id-filter",
          ROSTER,
          "The roster ignores the filter by POS user ID.",
          "Compare the page with the protocol, section 12.2.");
      sheet.answered("posUserId filter", "is ignored");
    } else {
      sheet.ok("pos-user-id-filter", ROSTER, "An existing POS user ID is found.");
      exactness(whole);
    }
  }

  private void exactness(String whole) {
    String beginning = whole.substring(0, whole.length() - 1);
    String end = whole.substring(1);
    Optional<Boolean> prefix = matches(beginning, whole);
    Optional<Boolean> inside = prefix.flatMap(ignored -> matches(end, whole));
    inside.ifPresent(
        any ->
            sheet.answered(
                "posUserId filter", any ? "contains" : prefix.get() ? "prefix" : "exact"));
  }

  private Optional<Boolean> matches(String part, String whole) {
    return sheet
        .ask("posUserId filter", ROSTER, () -> survey.rosterFilteredBy(part))
        .map(found -> holds(found, whole));
  }

  private static boolean holds(RosterPage page, String posUserId) {
    return page.rows().stream().anyMatch(row -> row.posUserId().equals(posUserId));
  }

  /** Section 12.3: whether {@code /employee/2?limit=2} shows the third and fourth. */
  void paging(int everybody) {
    if (everybody < 3) {
      sheet.unanswered(PAGING, "needs three employees");
      return;
    }
    Optional<List<Integer>> four = page(1, 4);
    Optional<List<Integer>> first = four.flatMap(ignored -> page(1, 2));
    Optional<List<Integer>> second = first.flatMap(ignored -> page(2, 2));
    second.ifPresent(
        two -> {
          if (two.size() > 2) {
            sheet.answered(PAGING, "no: page 2 of limit=2 has " + two.size() + " rows");
          } else if (two.equals(first.get())) {
            sheet.answered(PAGING, "no: page 2 of limit=2 shows page 1 again");
          } else {
            List<Integer> joined = Stream.concat(first.get().stream(), two.stream()).toList();
            sheet.answered(
                PAGING, joined.equals(four.get()) ? "yes" : "no: the pages do not follow on");
          }
        });
  }

  private Optional<List<Integer>> page(int number, int limit) {
    String path = number == 1 ? ROSTER : ROSTER + "/" + number;
    return sheet
        .ask(PAGING, path, () -> survey.rosterPage(number, limit))
        .map(page -> page.rows().stream().map(RosterRow::employeeId).toList());
  }
}

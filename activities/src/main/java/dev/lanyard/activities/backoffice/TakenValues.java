package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who has a value that a new employee wants (section 14). Advisory: nothing keeps another from
 * taking it a second later. People are named by their ids.
 */
final class TakenValues {

  /** What a look at the roster cannot see (section 12.2). */
  static final String ROSTER_BLIND_SPOT =
      "an employee without a site that the bot may see does not show in the roster";

  /** What the two e-mail pages cannot see (section 13.1). */
  static final String EMAIL_BLIND_SPOT =
      "the e-mail of a disabled employee without a web user cannot be looked up";

  /** What the list of web users cannot see: never captured, so it is said. */
  static final String USERNAME_BLIND_SPOT =
      "a web user that the bot may not see does not show in the list";

  /** Section 14: no sign of it on the form. */
  static final String PHONE_IS_A_WARNING =
      "a warning only: Backoffice is not known to refuse a phone number that somebody has";

  private TakenValues() {}

  static Optional<String> ofPosUserId(Conversation talk, PosUserId posUserId) {
    return talk.rosterOf(posUserId.value()).row(posUserId.value()).map(TakenValues::employee);
  }

  static Optional<String> ofEmail(Conversation talk, String email) {
    return ofEmail(talk, email, Optional.empty());
  }

  /**
   * @param own whose e-mail it may be
   */
  static Optional<String> ofEmail(Conversation talk, String email, Optional<Integer> own) {
    List<String> takers = new ArrayList<>();
    talk.activeEmployeesWith(email).stream()
        .filter(id -> own.filter(id::equals).isEmpty())
        .forEach(id -> takers.add("employee " + id + " (active)"));
    WebUserLook.byEmail(talk, email).forEach(user -> takers.add(webUser(user)));
    return joined(takers);
  }

  static Optional<String> ofUsername(Conversation talk, String username) {
    return joined(
        WebUserLook.byUsername(talk, username).stream().map(TakenValues::webUser).toList());
  }

  /** Reads the whole roster: no filter knows phones (section 12.2). */
  static Optional<String> ofPhone(Conversation talk, String phone) {
    String digits = RecordComparison.digits(phone);
    List<String> takers = new ArrayList<>();
    if (!digits.isEmpty()) {
      talk.wholeRoster(
          row -> {
            if (row.phoneDigits().equals(digits)) {
              takers.add(employee(row));
            }
          });
    }
    return joined(takers);
  }

  private static String webUser(WebUser user) {
    return "web user " + user.userId() + (user.active() ? " (active)" : " (disabled)");
  }

  private static String employee(RosterRow row) {
    return "employee " + row.employeeId() + (row.active() ? " (active)" : " (disabled)");
  }

  private static Optional<String> joined(List<String> takers) {
    return takers.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", takers));
  }
}

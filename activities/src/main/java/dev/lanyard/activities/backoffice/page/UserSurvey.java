package dev.lanyard.activities.backoffice.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** The list of web users (section 13.4) with the user names, which tell the bot's own row. */
public final class UserSurvey {

  private static final String ROW = "#main-column table.table-users-list tbody > tr";

  /** A web user; its id is not an employee's. */
  public record User(int userId, String username, String email) {
    @Override
    public String toString() {
      return "User[" + userId + ", [redacted]]";
    }
  }

  private final List<User> users;

  private UserSurvey(List<User> users) {
    this.users = users;
  }

  public static UserSurvey parse(Document document) {
    // What the e-mail check needs of this page.
    UserListPage.parse(document);
    Markup page = Markup.of(document, "user list");
    return new UserSurvey(
        page.all(ROW).stream()
            .filter(row -> row.selectFirst("td[colspan]") == null)
            .map(
                row -> {
                  Markup cells = page.within(row);
                  return new User(
                      cells.linkedId(row),
                      cells.one("td.users-col-username").text().strip(),
                      cells.one("td.users-col-email").text().strip());
                })
            .toList());
  }

  public List<User> users() {
    return users;
  }

  /** Exactly this name, whatever its case: the filter may be a prefix one. */
  public Optional<User> named(String username) {
    return users.stream().filter(u -> u.username().equalsIgnoreCase(username.strip())).findFirst();
  }
}

package dev.lanyard.activities.backoffice.page;

import java.util.List;
import org.jsoup.nodes.Document;

/** Backoffice web users (section 13.4): unlike the roster, the list has an e-mail column. */
public final class UserListPage {

  private static final String PAGE = "user list";
  private static final String TABLE = "#main-column table.table-users-list";

  /** A web user; its id is not an employee's. */
  public record WebUser(int userId, String email, boolean active) {
    @Override
    public String toString() {
      return "WebUser[" + userId + ", [redacted]]";
    }
  }

  private final List<WebUser> users;

  private UserListPage(List<WebUser> users) {
    this.users = users;
  }

  public static UserListPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    return new UserListPage(
        page.whole(TABLE).select("tbody > tr").stream()
            .filter(row -> row.selectFirst("td[colspan]") == null)
            .map(
                row -> {
                  Markup cells = page.within(row);
                  return new WebUser(
                      cells.linkedId(row),
                      cells.one("td.users-col-email").text().strip(),
                      cells.one("td.users-col-active").selectFirst("i.fa-check") != null);
                })
            .toList());
  }

  /** Those with exactly this e-mail, whatever its case. */
  public List<WebUser> usersWith(String email) {
    return users.stream().filter(u -> u.email().equalsIgnoreCase(email.strip())).toList();
  }
}

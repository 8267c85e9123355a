package dev.lanyard.activities.backoffice.page;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Backoffice web users (section 13.4): unlike the roster, the list has an e-mail column. */
public final class UserListPage {

  private static final String PAGE = "user list";
  private static final String TABLE = "#main-column table.table-users-list";
  private static final String LINKS = "#main-column a[href]";

  /** A web user; its id is not an employee's. */
  public record WebUser(
      int userId,
      String firstName,
      String lastName,
      String username,
      String email,
      boolean active) {

    /** Whether it is this one, whatever the case. */
    public boolean hasEmail(String other) {
      return same(email, other);
    }

    /** Whether it is this one, whatever the case. */
    public boolean hasUsername(String other) {
      return same(username, other);
    }

    private static boolean same(String one, String other) {
      return one.toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return "WebUser[" + userId + ", [redacted]]";
    }
  }

  private final List<WebUser> users;
  private final List<String> links;

  private UserListPage(List<WebUser> users, List<String> links) {
    this.users = users;
    this.links = links;
  }

  public static UserListPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    Element table = page.whole(TABLE);
    List<WebUser> users =
        table.select("tbody > tr").stream()
            .filter(row -> row.selectFirst("td[colspan]") == null)
            .map(row -> user(page.within(row), row))
            .toList();
    List<String> links =
        page.all(LINKS).stream()
            .filter(link -> !link.parents().contains(table))
            .map(link -> link.attr("href"))
            .toList();
    return new UserListPage(users, links);
  }

  private static WebUser user(Markup cells, Element row) {
    return new WebUser(
        cells.linkedId(row),
        Markup.name(cells.one("td.users-col-first-name")),
        Markup.name(cells.one("td.users-col-last-name")),
        cells.one("td.users-col-username").text().strip(),
        cells.one("td.users-col-email").text().strip(),
        cells.one("td.users-col-active").selectFirst("i.fa-check") != null);
  }

  public List<WebUser> users() {
    return users;
  }

  /** Where the links outside the table lead, the pager's among them, as the page has them. */
  public List<String> links() {
    return links;
  }

  /** Those with exactly this e-mail, whatever its case. */
  public List<WebUser> usersWith(String email) {
    return users.stream().filter(user -> user.hasEmail(email)).toList();
  }
}

package dev.lanyard.activities.backoffice.page;

import java.util.List;
import org.jsoup.nodes.Document;

/** The form of a new web user: the only bulk source of active employees' e-mails (section 13.1). */
public final class UserCreatePage {

  private static final String PAGE = "user create page";
  private static final String EMPLOYEES =
      "#main-column form[action$=\"/user/insert\"] select[name=\"user[employeeId]\"]";

  private final Markup employees;

  private UserCreatePage(Markup employees) {
    this.employees = employees;
  }

  public static UserCreatePage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    return new UserCreatePage(page.within(page.whole(EMPLOYEES)));
  }

  /** Internal ids of active employees with this e-mail, whatever its case. */
  public List<Integer> employeesWith(String email) {
    return employees.all("option[data-email]").stream()
        .filter(option -> option.attr("data-email").strip().equalsIgnoreCase(email.strip()))
        .map(option -> employees.number(option.attr("value"), "an employee's value"))
        .toList();
  }
}

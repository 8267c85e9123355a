package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.BrowserForm;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The form of a new web user: the only bulk source of active employees' e-mails (section 13.1). */
public final class UserCreatePage {

  private static final String PAGE = "user create page";
  private static final String FORM = "#main-column form[action$=\"/user/insert\"]";
  private static final String EMPLOYEE = "user[employeeId]";
  private static final String EMPLOYEES = FORM + " select[name=\"" + EMPLOYEE + "\"]";
  private static final String ON_SITE = "employee[isOnSiteEmployee]";
  private static final String FIRST_NAME = "employee[firstName]";
  private static final String LAST_NAME = "employee[lastName]";
  private static final String EMAIL = "employee[email]";
  private static final String USERNAME = "user[username]";
  private static final String PASSWORD = "user[password]";
  private static final String CONFIRMATION = "user[confirmPassword]";

  /** An active employee that a web user can be linked to. */
  public record EmployeeOption(int employeeId, String email, String firstName, String lastName) {

    /** Whether it is this one, whatever the case. */
    public boolean hasEmail(String other) {
      return email.equalsIgnoreCase(other.strip());
    }

    @Override
    public String toString() {
      return "EmployeeOption[" + employeeId + ", [redacted]]";
    }
  }

  private final Markup form;
  private final List<EmployeeOption> employees;

  private UserCreatePage(Markup form, List<EmployeeOption> employees) {
    this.form = form;
    this.employees = List.copyOf(employees);
  }

  /**
   * @param document what {@link #read} returned
   * @param employees those of its list that somebody wants to know of
   * @throws PageChanged without the form or its list
   * @throws PageTruncated when it ended inside the form
   */
  public static UserCreatePage parse(Document document, List<EmployeeOption> employees) {
    Markup page = Markup.of(document, PAGE);
    page.whole(EMPLOYEES);
    return new UserCreatePage(page.within(page.whole(FORM)), employees);
  }

  /**
   * Reads the list of active employees, one by one.
   *
   * @param each gets everybody; see {@link LongList#read}
   * @return the page without its list; {@link #parse} says whether it is whole
   */
  public static Document read(InputStream utf8, String path, Consumer<EmployeeOption> each)
      throws IOException {
    return LongList.read(
        utf8,
        path,
        Markup.compiled(EMPLOYEES + " option"),
        option -> {
          if (option.hasAttr("data-email")) {
            each.accept(employee(Markup.of(option.ownerDocument(), PAGE), option));
          }
        });
  }

  private static EmployeeOption employee(Markup page, Element option) {
    return new EmployeeOption(
        page.number(option.attr("value"), "an employee's value"),
        option.attr("data-email").strip(),
        option.attr("data-first-name").strip(),
        option.attr("data-last-name").strip());
  }

  /** Those that were asked for, active ones. */
  public List<EmployeeOption> employees() {
    return employees;
  }

  /** Section 13.2's six fields of a user who is linked to an employee. */
  public FormEntries linkedTo(int employeeId, String email, String username, String password) {
    String yes = form.named(ON_SITE).attr("value");
    return filled(
        FormEntries.of(ON_SITE, yes, EMPLOYEE, Integer.toString(employeeId)),
        email,
        username,
        password);
  }

  /**
   * A user without an employee: the box "employee of the wash" off, so that a browser leaves its
   * name out. Never captured (section 13.2).
   */
  public FormEntries standalone(
      String firstName, String lastName, String email, String username, String password) {
    return filled(
        FormEntries.of(FIRST_NAME, firstName, LAST_NAME, lastName), email, username, password);
  }

  /** With the hidden inputs that the page may carry besides (none is known). */
  private FormEntries filled(FormEntries whose, String email, String username, String password) {
    FormEntries values =
        whose.append(
            FormEntries.of(
                    EMAIL, email, USERNAME, username, PASSWORD, password, CONFIRMATION, password)
                .pairs());
    values.pairs().stream().map(FormPair::name).forEach(form::named);
    Set<String> hidden =
        form.all("input[type=hidden]").stream()
            .map(input -> input.attr("name"))
            .collect(Collectors.toSet());
    return values.append(
        BrowserForm.entries(form.root())
            .dropIf(pair -> !hidden.contains(pair.name()))
            .dropIf(pair -> !values.values(pair.name()).isEmpty())
            .pairs());
  }
}

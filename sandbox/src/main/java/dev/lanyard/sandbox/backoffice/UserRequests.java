package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.Part;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The requests below {@code /user} (section 13). */
final class UserRequests {
  private static final String FORM = "user";
  private static final String PERMISSIONS = "user-permissions";
  private static final int ROWS = 25;

  /** The white space that brings an option to about 430 bytes (section 15). */
  private static final String PAD = ("\n" + " ".repeat(39)).repeat(5);

  private record Refill(String email, String username) {}

  private final Records records;
  private final BackofficeSwitches switches;
  private final SiteTree visible;
  private final Outcome outcome;
  private final List<String> scripted;

  /**
   * @param scripted refusals that a fault asks for, besides the form's own
   */
  UserRequests(
      Records records, BackofficeSwitches switches, Outcome outcome, List<String> scripted) {
    this.scripted = scripted;
    this.records = records;
    this.switches = switches;
    this.visible = records.tree().without(new HashSet<>(switches.site().hiddenSites()));
    this.outcome = outcome;
  }

  /** Section 13.4; a page past the end is an empty list with a pager up to it. */
  Response list(Request request, int page) {
    Fields query = request.parameters();
    Comparator<WebUser> byName =
        Comparator.comparing(WebUser::username, String.CASE_INSENSITIVE_ORDER);
    Comparator<WebUser> byStatus = (one, other) -> Boolean.compare(one.active(), other.active());
    Comparator<WebUser> order =
        query.text("sort_type").equals("active") ? byStatus.thenComparing(byName) : byName;
    List<WebUser> found =
        records.users().stream()
            .filter(user -> matches(user, query))
            .sorted(query.text("sort_dir").equals("-1") ? order.reversed() : order)
            .toList();
    int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
    List<Map<String, Object>> rows =
        found.stream().skip((page - 1L) * ROWS).limit(ROWS).map(UserRequests::row).toList();
    Stream<Integer> numbers = IntStream.rangeClosed(1, pages).boxed();
    Map<String, Object> values = outcome.alerts("users").values();
    values.putAll(
        Map.of(
            "rows", rows,
            "isEmpty", rows.isEmpty(),
            "pages",
                (page > pages ? Stream.concat(numbers, Stream.of(page)) : numbers)
                    .map(
                        number ->
                            Map.of(
                                "number",
                                number,
                                "href",
                                "/user/" + number,
                                "current",
                                number == page))
                    .toList()));
    return page("Back Office Users", Layout.part("user-list", values), 15_000);
  }

  private static boolean matches(WebUser user, Fields query) {
    String status = query.text("statusSearch");
    return startsWith(user.firstName(), query.text("firstNameSearch"))
        && startsWith(user.lastName(), query.text("lastNameSearch"))
        && startsWith(user.username(), query.text("userNameSearch"))
        && startsWith(user.email(), query.text("emailSearch"))
        && (!status.equals("active") || user.active())
        && (!status.equals("inactive") || !user.active());
  }

  private static boolean startsWith(String value, String prefix) {
    return value.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Object> row(WebUser user) {
    return Map.of(
        "id", user.id(),
        "firstName", user.firstName(),
        "lastName", user.lastName(),
        "username", user.username(),
        "phone", user.phone(),
        "email", user.email(),
        "active", user.active());
  }

  /** Section 13.1: active employees only. */
  Response createPage() {
    Optional<Session.Kept> kept = outcome.kept(FORM);
    Refill refill =
        kept.map(Session.Kept::refill)
            .filter(Refill.class::isInstance)
            .map(Refill.class::cast)
            .orElse(new Refill("", ""));
    Map<String, Object> values = outcome.alerts(kept).values();
    List<Employee> listed =
        records.employees().stream()
            .filter(employee -> employee.active() || switches.user().userFormListsInactive())
            .sorted(Comparator.comparing(Employee::fullName, String.CASE_INSENSITIVE_ORDER))
            .toList();
    Iterable<Map<String, Object>> options =
        () ->
            listed.stream()
                .<Map<String, Object>>map(
                    employee ->
                        Map.of(
                            "id", employee.id(),
                            "email", employee.profile().email(),
                            "firstName", employee.profile().firstName(),
                            "lastName", employee.profile().lastName()))
                .iterator();
    values.put("employees", options);
    values.put("pad", switches.page().bulkyNavigation() ? PAD : "");
    values.put("filledEmail", refill.email());
    values.put("filledUsername", refill.username());
    return page("Create Back Office User", Layout.part("user-create", values), 20_000);
  }

  /** Section 13.2. Apart from the refusal of an inactive link, the texts are unknown. */
  Response insert(Request request) {
    Fields posted = request.form();
    // Presence again: a standalone user is one whose key is left out (13.2).
    boolean linked =
        posted.has("employee[isOnSiteEmployee]")
            && (switches.user().onSiteByPresence()
                || !posted.text("employee[isOnSiteEmployee]").equals("0"));
    Optional<Employee> employee =
        linked
            ? records.employee(EmployeeRequests.id(posted.text("user[employeeId]")))
            : Optional.empty();
    String email = posted.text("employee[email]").trim();
    String username = posted.text("user[username]");
    List<String> problems = new ArrayList<>();
    if (linked && (employee.isEmpty() || !employee.get().active())) {
      problems.add(
          "Unable to save the user information. Please make sure that the related employee is"
              + " active and try again.");
    }
    if (!linked) {
      for (String name : List.of("First Name", "Last Name")) {
        String key = name.startsWith("First") ? "employee[firstName]" : "employee[lastName]";
        int length = posted.text(key).length();
        if (length < 2 || length > 64) {
          problems.add(name + " must be  between 2 and 64 characters long.");
        }
      }
    }
    if (email.isEmpty()) {
      problems.add("Email must be a valid email address.");
    } else if (uniqueness().isEmailTaken(email, employee.map(Employee::id).orElse(0L), 0)) {
      problems.add(switches.unique().duplicateEmailText());
    }
    if (!username.matches("[A-Za-z]\\w{2,63}")) {
      problems.add("Username must start with a letter and have 3 to 64 characters.");
    } else if (uniqueness().isUsernameTaken(username)) {
      problems.add(switches.unique().duplicateUsernameText());
    }
    String password = posted.text("user[password]");
    if (password.length() < 8 || !password.equals(posted.text("user[confirmPassword]"))) {
      problems.add("Passwords must match and have at least 8 characters.");
    }
    problems.addAll(scripted);
    if (!problems.isEmpty()) {
      return outcome.refused(FORM, problems, new Refill(email, username), "/user/create");
    }
    long id = records.nextUserId();
    records.store(
        new WebUser(
            id,
            username,
            email,
            employee
                .map(one -> one.profile().firstName())
                .orElse(posted.text("employee[firstName]")),
            employee.map(one -> one.profile().lastName()).orElse(posted.text("employee[lastName]")),
            employee.map(one -> one.profile().phone()).orElse(""),
            employee.map(Employee::id).orElse(null),
            true,
            Access.NOWHERE,
            Set.of()));
    return outcome.done(FORM, "/user/permissions/" + id + "?userIsNew=1");
  }

  private Uniqueness uniqueness() {
    return new Uniqueness(records, switches.unique());
  }

  Response permissionsPage(long id) {
    return ofUser(
        id,
        user -> {
          if (isOfDisabledEmployee(user)
              && switches.user().userOfDisabledEmployee()
                  == UserSwitches.UserOfDisabledEmployee.REDIRECT) {
            return unableToLocate();
          }
          Map<String, Object> values = outcome.alerts(PERMISSIONS).values();
          values.put("id", user.id());
          values.put("access", AccessMarkup.forUser(visible, user.access(), switches.site()));
          values.put(
              "templates",
              WebPermissions.templates().stream()
                  .map(
                      template ->
                          Map.of(
                              "templateId", template.id(),
                              "name", template.name(),
                              "tokens", String.join(",", template.tokens())))
                  .toList());
          List<String> tokens = WebPermissions.tokens();
          values.put(
              "permissions",
              IntStream.range(0, tokens.size())
                  .mapToObj(
                      index ->
                          Map.of(
                              "index", index,
                              "token", tokens.get(index),
                              "granted", user.permissions().contains(tokens.get(index))))
                  .toList());
          return page(
              "Back Office Access Control", Layout.part("user-permissions", values), 255_000);
        });
  }

  private boolean isOfDisabledEmployee(WebUser user) {
    return user.employeeId() != null
        && records.employee(user.employeeId()).filter(Employee::active).isEmpty();
  }

  Response updatePermissions(Request request) {
    Fields posted = request.form();
    return ofUser(
        EmployeeRequests.id(posted.text("userId")),
        user -> {
          Access access = AccessBinding.ofUserForm(visible, switches.site(), posted, user.access());
          List<String> problems = new ArrayList<>();
          if (access.isNowhere()) {
            problems.add("Accessible Sites requires no less than 1 valid selection.");
          }
          problems.addAll(scripted);
          if (!problems.isEmpty()) {
            return outcome.refused(
                PERMISSIONS, problems, null, "/user/permissions/" + user.id() + "?userIsNew=");
          }
          Set<String> granted = new TreeSet<>();
          List<String> known = WebPermissions.tokens();
          for (int index = 0; index < known.size(); index++) {
            String token = posted.text("perms[" + index + "][token]");
            if (known.contains(token) && posted.has("perms[" + index + "][isEnabled]")) {
              granted.add(token);
            }
          }
          records.store(user.with(access, granted));
          return outcome.done(PERMISSIONS, "/user");
        });
  }

  Response editPage(long id) {
    return ofUser(
        id,
        user -> {
          Map<String, Object> values = new HashMap<>(row(user));
          values.putAll(outcome.alerts(FORM).values());
          return page("Edit Back Office User", Layout.part("user-edit", values), 0);
        });
  }

  /** Invented, for a person who closes an account by hand; the real page was never captured. */
  Response update(Request request) {
    Fields posted = request.form();
    return ofUser(
        EmployeeRequests.id(posted.text("user[id]")),
        user -> {
          records.store(user.active(posted.has("user[isActive]")));
          return outcome.done(PERMISSIONS, "/user");
        });
  }

  private Response ofUser(long id, Function<WebUser, Response> answer) {
    return records
        .user(id)
        .map(answer)
        .orElseGet(
            () ->
                switch (switches.page().unknownUser()) {
                  case REDIRECT -> unableToLocate();
                  case NOT_FOUND ->
                      Layout.page(switches.page(), 404, "Page not found", Layout.NOTHING);
                  case SERVER_ERROR ->
                      Layout.page(switches.page(), 500, "An Error Occurred", Layout.NOTHING);
                });
  }

  private Response unableToLocate() {
    outcome.keep("users", "Unable to locate user");
    return Layout.redirect("/user");
  }

  private Response page(String title, Part content, int help) {
    return Layout.page(switches.page(), 200, title, Layout.NOTHING, content, help);
  }
}

package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.UserFilter;
import dev.lanyard.activities.backoffice.client.UserRows;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.UserCreatePage.EmployeeOption;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.WebUserCandidate;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "find web users": candidates, and what speaks for each. */
final class WebUserSearch {

  /** More than one person will ever have; keeps the answer small (guessed). */
  private static final int MOST = 100;

  private final BackofficeClient client;

  WebUserSearch(BackofficeClient client) {
    this.client = client;
  }

  WebUsersFound find(FindWebUsers request) {
    WebUserLook.requireNone(WebUserRules.of(request));
    return client.converse(
        EmployeeVerification::neverWrites, talk -> search(talk, known(talk, request)));
  }

  /** What is known of an employee stands in the record, and wins. */
  private static FindWebUsers known(Conversation talk, FindWebUsers request) {
    if (request.employeeId().isEmpty()) {
      return request;
    }
    int employeeId = request.employeeId().get();
    EditPage page =
        EmployeeLook.byId(talk, employeeId)
            .orElseThrow(
                () ->
                    last(
                        FailureTypes.EMPLOYEE_NOT_FOUND,
                        "Backoffice has no employee "
                            + employeeId
                            + ". Look for the web users by e-mail and name instead."));
    return new FindWebUsers(
        request.employeeId(),
        Optional.of(page.firstName()),
        Optional.of(page.lastName()),
        Optional.of(page.email()).filter(email -> !email.isBlank()),
        request.username());
  }

  private static WebUsersFound search(Conversation talk, FindWebUsers known) {
    List<UserFilter> filters = new ArrayList<>();
    known.email().map(UserFilter::byEmail).ifPresent(filters::add);
    known.username().map(UserFilter::byUsername).ifPresent(filters::add);
    known
        .lastName()
        .map(last -> UserFilter.byName(known.firstName().orElseThrow(), last))
        .ifPresent(filters::add);
    Map<Integer, WebUser> found = new LinkedHashMap<>();
    boolean complete = true;
    for (UserFilter filter : filters) {
      UserRows rows = talk.users().find(filter);
      complete &= rows.complete();
      rows.users().stream()
          .filter(
              user -> sameEmail(user, known) || sameUsername(user, known) || sameName(user, known))
          .forEach(user -> found.put(user.userId(), user));
    }
    List<Integer> sharers = sharers(talk, known, found);
    List<WebUserCandidate> candidates =
        found.values().stream()
            .map(user -> candidate(user, known, sharers.isEmpty()))
            .sorted(Comparator.comparing(WebUserCandidate::linked).reversed())
            .toList();
    return new WebUsersFound(
        candidates.stream().limit(MOST).toList(),
        complete && candidates.size() <= MOST,
        caveats(known, complete, sharers));
  }

  /** Asked only when it decides something: the page lists every active employee. */
  private static List<Integer> sharers(
      Conversation talk, FindWebUsers known, Map<Integer, WebUser> found) {
    boolean decides =
        found.values().stream().anyMatch(user -> sameEmail(user, known) && sameName(user, known));
    if (!decides) {
      return List.of();
    }
    String email = known.email().orElseThrow();
    return talk.users().createPage(option -> option.hasEmail(email)).employees().stream()
        .filter(option -> !isThePerson(option, known))
        .map(EmployeeOption::employeeId)
        .toList();
  }

  private static boolean isThePerson(EmployeeOption employee, FindWebUsers known) {
    return known
        .employeeId()
        .map(id -> id == employee.employeeId())
        .orElseGet(
            () ->
                RecordComparison.sameLastName(employee.firstName(), known.firstName().orElseThrow())
                    && RecordComparison.sameLastName(
                        employee.lastName(), known.lastName().orElseThrow()));
  }

  private static WebUserCandidate candidate(WebUser user, FindWebUsers known, boolean emailIsHis) {
    boolean email = sameEmail(user, known);
    boolean name = sameName(user, known);
    return new WebUserCandidate(
        WebUserLook.row(user), email, sameUsername(user, known), name, email && name && emailIsHis);
  }

  private static boolean sameEmail(WebUser user, FindWebUsers known) {
    return known.email().filter(user::hasEmail).isPresent();
  }

  private static boolean sameUsername(WebUser user, FindWebUsers known) {
    return known.username().filter(user::hasUsername).isPresent();
  }

  private static boolean sameName(WebUser user, FindWebUsers known) {
    return known
        .lastName()
        .filter(last -> WebUserLook.sameName(user, known.firstName().orElseThrow(), last))
        .isPresent();
  }

  private static List<String> caveats(FindWebUsers known, boolean complete, List<Integer> sharers) {
    List<String> caveats = new ArrayList<>();
    if (!complete) {
      caveats.add("the list of web users could not be read to its end");
    }
    if (known.email().isEmpty()) {
      caveats.add("no e-mail is known, and without it nobody can be told to be linked");
    }
    if (known.lastName().isEmpty()) {
      caveats.add("no name is known, and without it nobody can be told to be linked");
    }
    if (!sharers.isEmpty()) {
      caveats.add("the e-mail is also that of employee " + sharers + ", so it proves nothing");
    }
    return caveats;
  }
}

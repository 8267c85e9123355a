package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.UserCreatePage;
import dev.lanyard.activities.backoffice.page.UserCreatePage.EmployeeOption;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.secrets.Password;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.webuser.CreateWebUser;
import dev.lanyard.workflows.backoffice.webuser.WebUserCreated;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "create web user": once, whatever happens to the answer. */
final class WebUserCreation {

  private final BackofficeClient client;
  private final Duration settleDelay;

  WebUserCreation(BackofficeClient client, Duration settleDelay) {
    this.client = client;
    this.settleDelay = settleDelay;
  }

  /** Only a later attempt may adopt: before the first there was none of ours. */
  WebUserCreated create(CreateWebUser request, Password password, Attempt attempt) {
    boolean later = attempt.number() > 1;
    if (later) {
      Optional<WebUserCreated> earlier =
          client.converse(attempt::requireTimeToWrite, talk -> look(talk, request, true));
      if (earlier.isPresent()) {
        return earlier.get();
      }
      attempt.settle(settleDelay);
    }
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> look(talk, request, later).orElseGet(() -> write(talk, request, password, later)));
  }

  /** Who has the user name, if it is ours; a failure if it is somebody else's. */
  private static Optional<WebUserCreated> look(
      Conversation talk, CreateWebUser request, boolean mayBeOurs) {
    List<WebUser> found = WebUserLook.byUsername(talk, request.username());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    WebUser user = found.get(0);
    if (found.size() > 1 || !mayBeOurs || !isOurs(user, request)) {
      throw taken("The user name", Stream.of(user), List.of());
    }
    if (!user.active()) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "Web user "
              + user.userId()
              + " is the one of this request, and somebody disabled it. A create never reactivates:"
              + " settle in Backoffice whether this person is to have a login.");
    }
    return Optional.of(new WebUserCreated(user.userId(), true));
  }

  private static boolean isOurs(WebUser user, CreateWebUser request) {
    return user.hasUsername(request.username())
        && user.hasEmail(request.email())
        && WebUserLook.sameName(user, request.firstName(), request.lastName())
        && !request.knownBefore().contains(user.userId());
  }

  private static WebUserCreated write(
      Conversation talk, CreateWebUser request, Password password, boolean later) {
    List<WebUser> withEmail = WebUserLook.byEmail(talk, request.email());
    UserCreatePage form =
        talk.users()
            .createPage(option -> option.hasEmail(request.email()) || isLinked(option, request));
    requireEmailFree(form, withEmail, request);
    FormEntries entries = entries(form, request, password);
    int userId;
    try {
      userId = talk.users().insert(entries);
    } catch (BackofficeFailure refused) {
      return adoptedAfter(refused, talk, request, later);
    }
    readBack(talk, userId, request);
    return new WebUserCreated(userId, false);
  }

  /** A refusal because of our own earlier write, which came to rest just now, is no refusal. */
  private static WebUserCreated adoptedAfter(
      BackofficeFailure refused, Conversation talk, CreateWebUser request, boolean later) {
    if (!refused.isRefusal() || !later) {
      throw refused;
    }
    return look(talk, request, true).orElseThrow(() -> refused);
  }

  /** Unique among employees and web users; the linked employee's own is expected (section 14). */
  private static void requireEmailFree(
      UserCreatePage form, List<WebUser> withEmail, CreateWebUser request) {
    List<Integer> employees =
        form.employees().stream()
            .filter(option -> option.hasEmail(request.email()) && !isLinked(option, request))
            .map(EmployeeOption::employeeId)
            .toList();
    if (!withEmail.isEmpty() || !employees.isEmpty()) {
      throw taken("The e-mail", withEmail.stream(), employees);
    }
  }

  private static RuntimeException taken(
      String what, Stream<WebUser> users, List<Integer> employees) {
    List<String> takers =
        Stream.concat(
                users.map(
                    user ->
                        "web user "
                            + user.userId()
                            + (user.active() ? " (active)" : " (disabled)")),
                employees.stream().map(id -> "employee " + id + " (active)"))
            .toList();
    return last(
        FailureTypes.NOT_OURS,
        what
            + " belongs to "
            + String.join(" and ", takers)
            + ", not provably of this request. Nothing was created; choose another, or settle in"
            + " Backoffice who that is.");
  }

  private static FormEntries entries(
      UserCreatePage form, CreateWebUser request, Password password) {
    if (request.employeeId().isEmpty()) {
      return form.standalone(
          request.firstName(),
          request.lastName(),
          request.email(),
          request.username(),
          password.text());
    }
    int employeeId = request.employeeId().get();
    if (form.employees().stream()
        .noneMatch(option -> isLinked(option, request) && isNamed(option, request))) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "/user/create offers no active employee "
              + employeeId
              + " of the given name to link a web user to. Nothing was created; look at"
              + " /employee/edit/"
              + employeeId
              + ".");
    }
    return form.linkedTo(employeeId, request.email(), request.username(), password.text());
  }

  private static boolean isLinked(EmployeeOption employee, CreateWebUser request) {
    return request.employeeId().filter(id -> id == employee.employeeId()).isPresent();
  }

  private static boolean isNamed(EmployeeOption employee, CreateWebUser request) {
    return RecordComparison.sameLastName(employee.firstName(), request.firstName())
        && RecordComparison.sameLastName(employee.lastName(), request.lastName());
  }

  private static void readBack(Conversation talk, int userId, CreateWebUser request) {
    boolean asWanted =
        WebUserLook.byUsername(talk, request.username()).stream()
            .anyMatch(user -> user.userId() == userId && user.active() && isOurs(user, request));
    if (!asWanted) {
      throw last(
          FailureTypes.NOT_APPLIED,
          "Backoffice confirmed a new web user "
              + userId
              + ", and its list does not show it active with this user name, e-mail and name. Look"
              + " at /user/edit/"
              + userId
              + " before you retry.");
    }
  }
}

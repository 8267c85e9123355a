package dev.lanyard.workflows.backoffice.webuser;

import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a web user may be like (sections 13.1 and 17): every problem at once, before any request.
 */
public final class WebUserRules {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,63}");

  /** The form's own limits for a user without an employee. */
  private static final int SHORTEST_NAME = 2;

  private static final int LONGEST_NAME = 64;

  /** Far more than any tenant has pages (guessed). */
  private static final int LAST_PAGE = 9_999;

  private static final int LONGEST_SEARCH = 254;
  private static final List<String> STATUS = List.of("all", "active", "inactive");

  private WebUserRules() {}

  /** What is wrong with the user name of a new one, if anything. */
  public static Optional<InputProblem> username(String value) {
    return value != null && USERNAME.matcher(value).matches()
        ? Optional.empty()
        : problem(
            "username", "must begin with a letter and have 3 to 64 letters, digits or underscores");
  }

  /** What is wrong with that of an existing one: it may be older than the form's rule. */
  public static Optional<InputProblem> existingUsername(String value) {
    return search("username", value);
  }

  public static List<InputProblem> of(FindWebUsers request) {
    List<InputProblem> found = new ArrayList<>();
    request.email().flatMap(HireRules::email).ifPresent(found::add);
    request.username().flatMap(name -> search("username", name)).ifPresent(found::add);
    request.firstName().flatMap(name -> search("firstName", name)).ifPresent(found::add);
    request.lastName().flatMap(name -> search("lastName", name)).ifPresent(found::add);
    if (request.firstName().isPresent() != request.lastName().isPresent()) {
      problem(
              request.firstName().isPresent() ? "lastName" : "firstName",
              "is missing; a name counts only with both parts")
          .ifPresent(found::add);
    }
    if (request.employeeId().isEmpty()
        && request.email().isEmpty()
        && request.username().isEmpty()
        && request.lastName().isEmpty()) {
      problem("employeeId", "is missing; give it, an e-mail, a user name or a name")
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  public static List<InputProblem> of(CreateWebUser request) {
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(request.employeeNumber()).ifPresent(found::add);
    name("firstName", request.firstName(), request.employeeId().isEmpty()).ifPresent(found::add);
    name("lastName", request.lastName(), request.employeeId().isEmpty()).ifPresent(found::add);
    HireRules.email(request.email() == null ? "" : request.email()).ifPresent(found::add);
    username(request.username()).ifPresent(found::add);
    if (request.password() == null) {
      problem("password", "is missing; capture one first").ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  public static List<InputProblem> of(SetWebUserPermissions request) {
    List<InputProblem> found = new ArrayList<>();
    existingUsername(request.username()).ifPresent(found::add);
    if (request.template().isPresent() == !request.tokens().isEmpty()) {
      problem("tokens", "or a template must be given, not both and not none").ifPresent(found::add);
    }
    if (request.sites() == null || request.sites().sites().isEmpty()) {
      problem("sites", "must hold at least one, or today's when it is all").ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  public static List<InputProblem> of(WebUserQuery query) {
    List<InputProblem> found = new ArrayList<>();
    query.fullName().flatMap(name -> search("fullName", name)).ifPresent(found::add);
    query.email().flatMap(email -> search("email", email)).ifPresent(found::add);
    query.username().flatMap(name -> search("username", name)).ifPresent(found::add);
    if (!STATUS.contains(query.status())) {
      problem("status", "must be all, active or inactive").ifPresent(found::add);
    }
    if (query.page() < 1 || query.page() > LAST_PAGE) {
      problem("page", "must be 1 to " + LAST_PAGE).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** A part is enough to search for: Backoffice is not known to want the whole. */
  private static Optional<InputProblem> search(String field, String value) {
    return HireRules.name(field, value, LONGEST_SEARCH);
  }

  private static Optional<InputProblem> name(String field, String value, boolean standalone) {
    Optional<InputProblem> found = HireRules.name(field, value, LONGEST_NAME);
    return found.isEmpty() && standalone && value.codePointCount(0, value.length()) < SHORTEST_NAME
        ? problem(field, "must have at least " + SHORTEST_NAME + " characters")
        : found;
  }

  private static Optional<InputProblem> problem(String field, String message) {
    return Optional.of(new InputProblem(field, message));
  }
}

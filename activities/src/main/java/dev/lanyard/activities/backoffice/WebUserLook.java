package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.UserFilter;
import dev.lanyard.activities.backoffice.client.UserRows;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.activities.backoffice.page.UserPermissionPage;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.webuser.WebAccess;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finding one web user, and being sure that it is that one. */
final class WebUserLook {

  private WebUserLook() {}

  /** A final {@code INPUT_REFUSED} with every problem. */
  static void requireNone(List<InputProblem> problems) {
    if (!problems.isEmpty()) {
      throw last(
          FailureTypes.INPUT_REFUSED,
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")));
    }
  }

  /**
   * Those with exactly this user name, whatever the case: one at most, if Backoffice keeps to it.
   */
  static List<WebUser> byUsername(Conversation talk, String username) {
    return all(talk.users().find(UserFilter.byUsername(username))).stream()
        .filter(user -> user.hasUsername(username))
        .toList();
  }

  /** Those with exactly this e-mail, whatever the case. */
  static List<WebUser> byEmail(Conversation talk, String email) {
    return all(talk.users().find(UserFilter.byEmail(email))).stream()
        .filter(user -> user.hasEmail(email))
        .toList();
  }

  /** Where "there is none" must be the truth, a list that could not be read to its end is none. */
  private static List<WebUser> all(UserRows rows) {
    if (!rows.complete()) {
      throw last(
          FailureTypes.PAGE_CHANGED,
          "GET /user did not narrow its list down to what was searched for: "
              + rows.users().size()
              + " web users came and it goes on. Compare the page's filter with the protocol.");
    }
    return rows.users();
  }

  /** The row of this id, under this user name; final failures if there is none or another. */
  static WebUser one(Conversation talk, int userId, String username) {
    List<WebUser> found = byUsername(talk, username);
    if (found.isEmpty()) {
      throw last(
          FailureTypes.WEB_USER_NOT_FOUND,
          "Backoffice lists no web user of the given user name, although "
              + userId
              + " was known. Somebody may have renamed it: look at /user/edit/"
              + userId
              + ", and look for the person's web users anew.");
    }
    return found.stream()
        .filter(user -> user.userId() == userId)
        .findFirst()
        .orElseThrow(
            () ->
                last(
                    FailureTypes.NOT_OURS,
                    "The given user name belongs to web user "
                        + found.get(0).userId()
                        + ", not to "
                        + userId
                        + ". Nothing was changed; look for the person's web users anew."));
  }

  /** Empty when Backoffice does not show it. */
  static Optional<UserPermissionPage> permissions(Conversation talk, int userId) {
    UserPermissionPage page;
    try {
      page = talk.users().permissionPage(userId);
    } catch (BackofficeFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
    if (page.userId() != userId) {
      throw last(
          FailureTypes.PAGE_CHANGED,
          "/user/permissions/" + userId + " shows web user " + page.userId() + ".");
    }
    return Optional.of(page);
  }

  static UserPermissionPage requirePermissions(Conversation talk, int userId) {
    return permissions(talk, userId)
        .orElseThrow(
            () ->
                last(
                    FailureTypes.WEB_USER_NOT_FOUND,
                    "Backoffice lists web user "
                        + userId
                        + " and does not show /user/permissions/"
                        + userId
                        + ". It may belong to a disabled employee. Look at it by hand."));
  }

  /** Empty when the sites cannot be read. */
  static Optional<WebAccess> access(UserPermissionPage page) {
    return page.access()
        .map(access -> new WebAccess(grant(page.sites(), access), List.copyOf(page.tokens())));
  }

  private static SiteGrant grant(SiteTree tree, SiteAccess access) {
    return new SiteGrant(
        access.all(),
        refs(tree).stream().filter(site -> access.siteIds().contains(site.id())).toList());
  }

  /** Every site of the form, ascending by id. */
  static List<SiteRef> refs(SiteTree tree) {
    return tree.sites().stream()
        .map(site -> new SiteRef(site.id(), site.name()))
        .sorted((one, other) -> Integer.compare(one.id(), other.id()))
        .toList();
  }

  static WebUserRow row(WebUser user) {
    return new WebUserRow(
        user.userId(),
        user.username(),
        user.firstName(),
        user.lastName(),
        user.email(),
        user.active());
  }

  /** First and last name, as an HR system may write them otherwise. */
  static boolean sameName(WebUser user, String firstName, String lastName) {
    return RecordComparison.sameLastName(user.firstName(), firstName)
        && RecordComparison.sameLastName(user.lastName(), lastName);
  }
}

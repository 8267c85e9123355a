package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.activities.backoffice.page.UserPermissionPage;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.webuser.CloseWebUser;
import dev.lanyard.workflows.backoffice.webuser.WebUserClosed;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** "close web user": all that can be taken away without a page that was never seen. */
final class WebUserClosing {

  private static final String LOGIN = "login";
  private static final String PERMISSIONS = "permissions";
  private static final String SITES = "sites";
  private static final SortedSet<String> NOTHING = new TreeSet<>();

  private final BackofficeClient client;
  private final Set<Unproven> unproven;

  WebUserClosing(BackofficeClient client, Set<Unproven> unproven) {
    this.client = client;
    this.unproven = unproven;
  }

  WebUserClosed close(CloseWebUser request, Attempt attempt) {
    WebUserLook.requireNone(WebUserRules.existingUsername(request.username()).stream().toList());
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> {
          WebUser user = WebUserLook.one(talk, request.userId(), request.username());
          requireSamePerson(user, request);
          if (!user.active()) {
            return new WebUserClosed(user.userId(), false, false, List.of(), Optional.empty(), "");
          }
          if (!unproven.contains(Unproven.CLOSE_USERS)) {
            return untouched(
                user,
                "taking permissions away was never seen on a real Backoffice and is switched off"
                    + " (close-users under lanyard.backoffice.unproven)");
          }
          return WebUserLook.permissions(talk, user.userId())
              .map(page -> takeAway(talk, page, user))
              .orElseGet(
                  () ->
                      untouched(
                          user,
                          "Backoffice does not show /user/permissions/"
                              + user.userId()
                              + "; the employee may be disabled already"));
        });
  }

  private static void requireSamePerson(WebUser user, CloseWebUser request) {
    if (request
        .lastName()
        .filter(name -> !RecordComparison.sameLastName(user.lastName(), name))
        .isPresent()) {
      throw last(
          FailureTypes.NOT_OURS,
          "Web user "
              + user.userId()
              + " has another last name than the one given. Nothing was changed; look for the"
              + " person's web users anew.");
    }
  }

  private WebUserClosed takeAway(Conversation talk, UserPermissionPage page, WebUser user) {
    if (page.access().filter(access -> access.siteIds().isEmpty()).isPresent()) {
      return takePermissionsAway(talk, page, user);
    }
    Optional<SiteAccess> least = least(page);
    Optional<SiteAccess> after = least.or(page::access);
    boolean sitesStay = least.isEmpty();
    boolean differs =
        !page.tokens().isEmpty() || least.filter(l -> !isGranted(page, l)).isPresent();
    if (differs) {
      talk.users()
          .updatePermissions(
              user.userId(),
              least
                  .map(
                      sites ->
                          page.granting(
                              Optional.empty(),
                              NOTHING,
                              sites,
                              WebUserPermissions.polarity(page, sites, unproven)))
                  .orElseGet(page::withoutPermissions));
      WebUserPermissions.readBack(talk, user.userId(), after, NOTHING);
    }
    return new WebUserClosed(
        user.userId(),
        true,
        differs,
        sitesStay ? List.of(LOGIN, SITES) : List.of(LOGIN),
        disableAt(user),
        "no request that disables a login was ever seen"
            + (sitesStay ? "; sites of a flat tenant stay as they are (flat-user-sites)" : ""));
  }

  /**
   * Of one without a site, as far as the bot sees: Backoffice insists on a site (section 4.2), and
   * none is granted to somebody who is leaving, so a refusal is a human's.
   */
  private static WebUserClosed takePermissionsAway(
      Conversation talk, UserPermissionPage page, WebUser user) {
    boolean differs = !page.tokens().isEmpty();
    if (differs) {
      try {
        talk.users().updatePermissions(user.userId(), page.withoutPermissionsAndSites());
      } catch (BackofficeFailure refused) {
        if (refused.kind() != Kind.REFUSED) {
          throw refused;
        }
        return new WebUserClosed(
            user.userId(),
            true,
            false,
            List.of(LOGIN, PERMISSIONS),
            disableAt(user),
            "the user has permissions and no site that the bot sees, and Backoffice takes no form"
                + " without a site; none was granted");
      }
      WebUserPermissions.readBack(talk, user.userId(), page.access(), NOTHING);
    }
    return new WebUserClosed(
        user.userId(),
        true,
        differs,
        List.of(LOGIN),
        disableAt(user),
        "no request that disables a login was ever seen");
  }

  /**
   * The one site that Backoffice insists on (section 4.2): one that the user has, so that nothing
   * is added. Empty where the sites are to stay as they are.
   */
  private Optional<SiteAccess> least(UserPermissionPage page) {
    Optional<SiteAccess> now = page.access();
    if (now.isEmpty() || (page.sites().flat() && !unproven.contains(Unproven.FLAT_USER_SITES))) {
      return Optional.empty();
    }
    return Optional.of(SiteAccess.of(List.of(now.get().siteIds().first())));
  }

  private static boolean isGranted(UserPermissionPage page, SiteAccess access) {
    return page.access().filter(access::grantsSameAs).isPresent();
  }

  private static WebUserClosed untouched(WebUser user, String reason) {
    return new WebUserClosed(
        user.userId(), true, false, List.of(LOGIN, PERMISSIONS, SITES), disableAt(user), reason);
  }

  private static Optional<String> disableAt(WebUser user) {
    return Optional.of("/user/edit/" + user.userId());
  }
}

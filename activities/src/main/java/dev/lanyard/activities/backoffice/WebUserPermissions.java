package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.UserPermissionPage;
import dev.lanyard.activities.backoffice.page.WebTemplate;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.webuser.SetWebUserPermissions;
import dev.lanyard.workflows.backoffice.webuser.WebAccess;
import dev.lanyard.workflows.backoffice.webuser.WebTemplateRef;
import dev.lanyard.workflows.backoffice.webuser.WebUserPermissionsSet;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** "set web user permissions": the whole form, so that exactly this is granted (section 13.3). */
final class WebUserPermissions {

  private final BackofficeClient client;
  private final Set<Unproven> unproven;

  WebUserPermissions(BackofficeClient client, Set<Unproven> unproven) {
    this.client = client;
    this.unproven = unproven;
  }

  WebUserPermissionsSet set(SetWebUserPermissions request, Attempt attempt) {
    WebUserLook.requireNone(WebUserRules.of(request));
    SiteAccess access = RecordComparison.access(request.sites());
    SortedSet<String> tokens =
        new TreeSet<>(request.template().map(WebTemplateRef::tokens).orElse(request.tokens()));
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> {
          if (!WebUserLook.one(talk, request.userId(), request.username()).active()) {
            throw changed(request, "its login is disabled");
          }
          UserPermissionPage page = WebUserLook.requirePermissions(talk, request.userId());
          requireOffered(page, request, access, tokens);
          if (differences(page, Optional.of(access), tokens).isEmpty()) {
            return new WebUserPermissionsSet(false);
          }
          requireAsPlanned(page, request);
          HiddenSites.requireNone(talk, page.sites(), request.sites());
          talk.users()
              .updatePermissions(
                  request.userId(),
                  page.granting(
                      request.template().map(WebTemplateRef::id),
                      tokens,
                      access,
                      polarity(page, access, unproven)));
          readBack(talk, request.userId(), Optional.of(access), tokens);
          return new WebUserPermissionsSet(true);
        });
  }

  private static void requireOffered(
      UserPermissionPage page,
      SetWebUserPermissions request,
      SiteAccess access,
      SortedSet<String> tokens) {
    List<String> gone = new ArrayList<>();
    access.siteIds().stream()
        .filter(id -> !access.all() && !page.sites().ids().contains(id))
        .forEach(id -> gone.add("site " + id + " is not offered"));
    tokens.stream()
        .filter(token -> !page.offeredTokens().contains(token))
        .forEach(token -> gone.add("permission " + ServerWords.plain(token) + " is not offered"));
    request
        .template()
        .filter(planned -> !standsForTheSame(page, planned))
        .ifPresent(
            planned ->
                gone.add("template " + planned.id() + " is gone or stands for other permissions"));
    if (!gone.isEmpty()) {
      throw changed(request, String.join("; ", gone));
    }
  }

  private static boolean standsForTheSame(UserPermissionPage page, WebTemplateRef planned) {
    return page.templates().stream()
        .filter(template -> template.id() == planned.id())
        .map(WebTemplate::tokens)
        .anyMatch(new TreeSet<>(planned.tokens())::equals);
  }

  private static void requireAsPlanned(UserPermissionPage page, SetWebUserPermissions request) {
    if (request.basedOn().isEmpty()) {
      return;
    }
    WebAccess based = request.basedOn().get();
    List<String> differing =
        differences(
            page,
            Optional.of(RecordComparison.access(based.sites())),
            new TreeSet<>(based.tokens()));
    if (!differing.isEmpty()) {
      throw changed(
          request, "it is not as it was when this was planned: " + String.join("; ", differing));
    }
  }

  /** What is not as given, by ids and tokens; empty when all is. */
  private static List<String> differences(
      UserPermissionPage page, Optional<SiteAccess> access, SortedSet<String> tokens) {
    List<String> found = new ArrayList<>();
    if (access.isPresent() && page.access().filter(access.get()::grantsSameAs).isEmpty()) {
      found.add(
          "sites ("
              + access.get().describe()
              + " expected, found "
              + page.access().map(SiteAccess::describe).orElse("unlabelled boxes")
              + ")");
    }
    SortedSet<String> missing = new TreeSet<>(tokens);
    missing.removeAll(page.tokens());
    SortedSet<String> more = page.tokens();
    more.removeAll(tokens);
    if (!missing.isEmpty() || !more.isEmpty()) {
      found.add("permissions (missing " + describe(missing) + ", too many " + describe(more) + ")");
    }
    return found;
  }

  /** A few by name: all of them would fill the message. */
  private static String describe(SortedSet<String> tokens) {
    return tokens.isEmpty()
        ? "none"
        : tokens.size() + " such as " + ServerWords.plain(tokens.first());
  }

  /** What a flat tenant's boxes mean, where it matters; no roster bears witness for web users. */
  static Optional<Polarity> polarity(
      UserPermissionPage page, SiteAccess access, Set<Unproven> unproven) {
    if (!page.sites().flat() || access.all()) {
      return Optional.empty();
    }
    Unproven.FLAT_USER_SITES.require(unproven, "Some of a flat tenant's sites for a web user");
    return Optional.of(
        page.labelledPolarity()
            .orElseThrow(
                () ->
                    last(
                        FailureTypes.POLARITY_UNPROVEN,
                        "The site boxes of /user/permissions/"
                            + page.userId()
                            + " do not say what they mean. Nothing was written; choose all sites, or"
                            + " set them by hand.")));
  }

  /**
   * @param access empty where the sites stayed as they were and cannot be read
   */
  static void readBack(
      Conversation talk, int userId, Optional<SiteAccess> access, SortedSet<String> tokens) {
    UserPermissionPage after = WebUserLook.requirePermissions(talk, userId);
    List<String> differing = differences(after, access, tokens);
    if (!differing.isEmpty()) {
      throw last(
          FailureTypes.NOT_APPLIED,
          "Backoffice confirmed web user "
              + userId
              + ", and it is not as wanted: "
              + String.join("; ", differing)
              + ServerWords.quote(after.alerts(), List.of())
              + ". Look at /user/permissions/"
              + userId
              + ", then retry.");
    }
  }

  private static ApplicationFailure changed(SetWebUserPermissions request, String what) {
    return last(
        FailureTypes.STATE_CHANGED,
        "Web user "
            + request.userId()
            + ": "
            + what
            + ". Nothing was written; settle it in Backoffice, or plan it anew.");
  }
}

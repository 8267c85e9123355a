package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.UserFilter;
import dev.lanyard.activities.backoffice.page.UserListPage;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** "list web users": one page, as the server narrows it. */
final class WebUserListing {

  private final BackofficeClient client;

  WebUserListing(BackofficeClient client) {
    this.client = client;
  }

  WebUserList list(WebUserQuery query) {
    WebUserLook.requireNone(WebUserRules.of(query));
    return client.converse(EmployeeVerification::neverWrites, talk -> page(talk, query));
  }

  private static WebUserList page(Conversation talk, WebUserQuery query) {
    Map<Integer, WebUser> found = new TreeMap<>();
    boolean more = false;
    for (UserFilter filter : filters(query)) {
      UserListPage list = talk.users().list(filter, query.page());
      list.users().stream()
          .filter(user -> fits(user, filter))
          .forEach(user -> found.put(user.userId(), user));
      // A page past the end is empty and still shows a pager.
      more |= !list.users().isEmpty() && talk.users().leadsTo(list, query.page() + 1);
    }
    List<WebUserRow> rows =
        found.values().stream()
            .sorted(Comparator.comparing(WebUser::username, String.CASE_INSENSITIVE_ORDER))
            .map(WebUserLook::row)
            .toList();
    return new WebUserList(
        rows, query.page(), more ? Optional.of(query.page() + 1) : Optional.empty());
  }

  /** A name of one word is looked for in both of the server's filters. */
  private static List<UserFilter> filters(WebUserQuery query) {
    UserFilter filter =
        UserFilter.none()
            .withStatus(UserFilter.Status.valueOf(query.status().toUpperCase(Locale.ROOT)));
    filter = query.email().map(filter::withEmail).orElse(filter);
    filter = query.username().map(filter::withUsername).orElse(filter);
    if (query.fullName().isEmpty()) {
      return List.of(filter);
    }
    String name = query.fullName().get();
    int blank = name.lastIndexOf(' ');
    return blank < 0
        ? List.of(filter.withFirstName(name), filter.withLastName(name))
        : List.of(
            filter
                .withFirstName(name.substring(0, blank).strip())
                .withLastName(name.substring(blank + 1)));
  }

  /** The server may compare beginnings or parts; what does not even hold the text is left out. */
  private static boolean fits(WebUser user, UserFilter filter) {
    return holds(user.firstName(), filter.firstName())
        && holds(user.lastName(), filter.lastName())
        && holds(user.username(), filter.username())
        && holds(user.email(), filter.email())
        && switch (filter.status()) {
          case ALL -> true;
          case ACTIVE -> user.active();
          case INACTIVE -> !user.active();
        };
  }

  private static boolean holds(String value, Optional<String> searched) {
    return searched
        .map(text -> value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }
}

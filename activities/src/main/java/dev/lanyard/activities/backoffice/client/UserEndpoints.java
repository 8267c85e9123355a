package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.UserCreatePage;
import dev.lanyard.activities.backoffice.page.UserCreatePage.EmployeeOption;
import dev.lanyard.activities.backoffice.page.UserListPage;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.activities.backoffice.page.UserPermissionPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The endpoints below {@code /user} (section 13), within one conversation. */
public final class UserEndpoints {

  /** A thousand web users of 25 a page; whoever has more filters by more (guessed). */
  static final int MOST_PAGES = 40;

  private static final String LIST = "/user";
  private static final Pattern NEW_USER = Pattern.compile("/user/permissions/(\\d{1,9})");

  private final Conversation talk;

  UserEndpoints(Conversation talk) {
    this.talk = talk;
  }

  /**
   * One page of the list. A page past the end is an empty one (section 5), so an answer without
   * rows says nothing about whether there are others.
   *
   * @param page from 1
   */
  public UserListPage list(UserFilter filter, int page) {
    HttpUrl.Builder url = talk.url(page == 1 ? "user" : "user/" + page);
    filter.query().forEach(url::addQueryParameter);
    return UserListPage.parse(talk.page(url));
  }

  /** Whether a page leads to this one: by a link of our own origin and of no other shape. */
  public boolean leadsTo(UserListPage list, int page) {
    return list.links().stream()
        .anyMatch(href -> talk.ownPath(href).filter((LIST + "/" + page)::equals).isPresent());
  }

  /**
   * All pages of a filtered list, each reached only when the one before it leads there. The filter
   * goes with every page: the pager's links are not known to carry it.
   */
  public UserRows find(UserFilter filter) {
    Map<Integer, WebUser> found = new LinkedHashMap<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      UserListPage list = list(filter, page);
      int before = found.size();
      list.users().forEach(user -> found.put(user.userId(), user));
      boolean sameAgain = !list.users().isEmpty() && found.size() == before;
      if (sameAgain || list.users().isEmpty() || !leadsTo(list, page + 1)) {
        return new UserRows(found.values().stream().toList(), !sameAgain);
      }
    }
    return new UserRows(found.values().stream().toList(), false);
  }

  /**
   * @throws BackofficeFailure of kind {@code NOT_FOUND} when there is no such web user, or when
   *     Backoffice leads away from the page, as it may for one of a disabled employee
   */
  public UserPermissionPage permissionPage(int userId) {
    Answer answer = talk.get(permissions(userId));
    if (answer.status() == 404 || talk.redirectPath(answer).filter(LIST::equals).isPresent()) {
      throw new BackofficeFailure(
          Kind.NOT_FOUND,
          "Backoffice does not show the permissions of web user "
              + userId
              + ": "
              + Conversation.leadingAway(answer, LIST));
    }
    return UserPermissionPage.parse(Conversation.shown(answer));
  }

  /**
   * The form of a new web user. However many employees it lists, those that nobody wants are let go
   * one by one.
   */
  public UserCreatePage createPage(Predicate<EmployeeOption> wanted) {
    List<EmployeeOption> employees = new ArrayList<>();
    Answer answer =
        talk.get(
            talk.url("user/create"),
            (body, path) ->
                UserCreatePage.read(
                    body,
                    path,
                    option -> {
                      if (wanted.test(option)) {
                        employees.add(option);
                      }
                    }));
    return UserCreatePage.parse(Conversation.shown(answer), employees);
  }

  /**
   * Creates a web user.
   *
   * @return its id, as the answer names it
   * @throws BackofficeFailure of kind {@code REFUSED}, {@code DUPLICATE} or {@code
   *     UNCONFIRMED_WRITE}, among others
   */
  public int insert(FormEntries entries) {
    Answer answer = talk.post(talk.url("user/insert"), entries);
    Optional<Matcher> created =
        talk.redirectPath(answer).map(NEW_USER::matcher).filter(Matcher::matches);
    if (created.isEmpty()) {
      throw talk.refusal(answer, talk.url("user/create"), entries);
    }
    return Integer.parseInt(created.get().group(1));
  }

  /** Posts a web user's whole form of sites and permissions (section 13.3). */
  public void updatePermissions(int userId, FormEntries entries) {
    Answer answer = talk.post(talk.url("user/permissions/update"), entries);
    if (talk.redirectPath(answer).filter(LIST::equals).isEmpty()) {
      throw talk.refusal(answer, permissions(userId), entries);
    }
  }

  private HttpUrl.Builder permissions(int userId) {
    return talk.url("user/permissions/" + userId);
  }
}

package dev.lanyard.activities.backoffice.client;

import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.page;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserEndpointsTest {

  private static final FormEntries ENTRIES =
      FormEntries.of(
          "employee[email]", "jane@example.test",
          "user[username]", "jane_doe",
          "user[password]", "Secret-1234",
          "user[confirmPassword]", "Secret-1234");

  private ScriptedBackoffice server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedBackoffice();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private <T> T users(Function<UserEndpoints, T> use) {
    return server.client().converse(() -> {}, talk -> use.apply(talk.users()));
  }

  private BackofficeFailure failure(Function<UserEndpoints, Object> use) {
    BackofficeFailure failure = catchThrowableOfType(BackofficeFailure.class, () -> users(use));
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage())
        .doesNotContain("jane")
        .doesNotContain("Secret")
        .doesNotContain("?");
    return failure;
  }

  /** A list with these users and these links. */
  private static MockResponse list(List<Integer> ids, String... links) {
    String rows =
        ids.stream()
            .map(
                id ->
                    "<tr><td class=users-col-first-name>F</td><td class=users-col-last-name>L</td>"
                        + "<td class=users-col-username>u"
                        + id
                        + "</td><td class=users-col-email>e</td><td class=users-col-active></td>"
                        + "<td><a href='/user/edit/"
                        + id
                        + "'>e</a></td></tr>")
            .collect(Collectors.joining());
    String pager =
        List.of(links).stream()
            .map(link -> "<a href=\"" + link + "\">p</a>")
            .collect(Collectors.joining());
    return html(
        200,
        "<div id=main-column><h1 id=page-title>Back Office Users</h1>"
            + "<table class=table-users-list><tbody>"
            + rows
            + "</tbody></table><nav>"
            + pager
            + "</nav></div>");
  }

  private List<String> lists() {
    return server.targets().stream().filter(target -> target.startsWith("/user")).toList();
  }

  @Test
  void eachFilterGoesWithEveryPage() {
    server.on("GET /user", list(List.of(1), "/user/1", "/user/2"));
    server.on("GET /user/2", list(List.of(2), "/user/1", "/user/2"));
    UserFilter filter =
        UserFilter.byName("Ja ne", "D&e")
            .withUsername("u")
            .withEmail("j+d@example.test")
            .withStatus(UserFilter.Status.INACTIVE);

    UserRows rows = users(users -> users.find(filter));

    assertThat(rows.complete()).isTrue();
    assertThat(rows.users()).extracting(WebUser::userId).containsExactly(1, 2);
    String query =
        "?firstNameSearch=Ja%20ne&lastNameSearch=D%26e&userNameSearch=u"
            + "&emailSearch=j%2Bd%40example.test&statusSearch=inactive";
    assertThat(lists()).containsExactly("/user" + query, "/user/2" + query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/user/2",
        "//evil.example/user/2",
        "/user/edit/2",
        "/user/3",
        "/employee/2",
        "/user?page=2",
        "javascript:alert(1)",
        "/user/2/../../logout",
        "#"
      })
  void onlyALinkOfOurOwnAndOfThatShapeLeadsOn(String link) {
    server.on("GET /user", list(List.of(1), link));

    assertThat(users(users -> users.find(UserFilter.none())).complete()).isTrue();
    assertThat(lists()).containsExactly("/user?statusSearch=all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user/2", "user/2", "/user/2?sort_type=username&sort_dir=1", "./user/2"})
  void aLinkMayCarryAQuery(String link) {
    server.on("GET /user", list(List.of(1), link)).on("GET /user/2", list(List.of(2)));

    assertThat(users(users -> users.find(UserFilter.none())).users()).hasSize(2);
  }

  @Test
  void aPageWithoutRowsEndsTheListWhateverItsPagerShows() {
    server.on("GET /user", list(List.of(1), "/user/2"));
    server.on("GET /user/2", list(List.of(), "/user/1", "/user/2", "/user/3"));

    assertThat(users(users -> users.find(UserFilter.none())).complete()).isTrue();
    assertThat(lists()).hasSize(2);
  }

  @Test
  void aPageThatShowsTheSameAgainEndsTheListIncomplete() {
    server.on("GET /user", list(List.of(1, 2), "/user/2"));
    server.on("GET /user/2", list(List.of(2, 1), "/user/3"));

    UserRows rows = users(users -> users.find(UserFilter.none()));
    assertThat(rows.complete()).isFalse();
    assertThat(rows.users()).hasSize(2);
  }

  @Test
  void aListWithoutEndIsGivenUp() {
    server.on("GET /user", list(List.of(1), "/user/2"));
    IntStream.rangeClosed(2, UserEndpoints.MOST_PAGES + 2)
        .forEach(n -> server.on("GET /user/" + n, list(List.of(n), "/user/" + (n + 1))));

    UserRows rows = users(users -> users.find(UserFilter.none()));
    assertThat(rows.complete()).isFalse();
    assertThat(lists()).hasSize(UserEndpoints.MOST_PAGES);
  }

  @Test
  void theNewIdComesFromTheLocation() {
    server.on("POST /user/insert", redirect("/user/permissions/3310003?userIsNew=1"));

    int id = users(users -> users.insert(ENTRIES));
    assertThat(id).isEqualTo(3_310_003);
    assertThat(server.bodies())
        .containsExactly(
            """
            employee[email]=jane@example.test
            user[username]=jane_doe
            user[password]=Secret-1234
            user[confirmPassword]=Secret-1234""");
  }

  @Test
  void aRefusalCarriesTheServersWordsWithoutTheValues() {
    server
        .on("POST /user/insert", redirect("/user/create?actionXfer=Ab3dE5gH"))
        .on(
            "GET /user/create",
            html(
                200,
                "<div id=main-column><h1 id=page-title>Create Back Office User</h1><div"
                    + " class=alerts-server><div class=alert-danger><ul><li>jane_doe is already"
                    + " taken.</li><li>So is jane@example.test; not Secret-1234.</li></ul>"
                    + "</div></div></div>"));

    BackofficeFailure failure = failure(users -> users.insert(ENTRIES));
    assertThat(failure.kind()).isEqualTo(Kind.DUPLICATE);
    assertThat(failure.getMessage())
        .startsWith(
            "Backoffice refused POST /user/insert, which was answered with 302 to its form: ")
        .contains("[redacted] is already taken.")
        .contains("not [redacted]");
    assertThat(server.targets()).contains("/user/create?actionXfer=Ab3dE5gH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user", "/user/permissions/x", "/employee/permissions/5", "/"})
  void anUnknownRedirectIsNoSuccess(String location) {
    server.on("POST /user/insert", redirect(location));

    assertThat(failure(users -> users.insert(ENTRIES)).kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  void permissionsEndOnTheListOrOnTheirPageWithAMessage() {
    server.on("POST /user/permissions/update", redirect("/user"));
    users(
        users -> {
          users.updatePermissions(7001234, FormEntries.of("userId", "7001234"));
          return true;
        });
    assertThat(server.requests()).containsExactly("POST /user/permissions/update");

    server
        .on(
            "POST /user/permissions/update",
            redirect("/user/permissions/7001234?userIsNew=&actionXfer=Ab3dE5gH"))
        .on(
            "GET /user/permissions/7001234",
            html(
                200,
                "<div id=main-column><h1 id=page-title>Back Office Access Control</h1><div"
                    + " class=alerts-server><div class=alert-danger><p>Accessible Sites requires no"
                    + " less than 1 valid selection.</p></div></div></div>"));
    BackofficeFailure failure =
        failure(
            users -> {
              users.updatePermissions(7001234, FormEntries.of("userId", "7001234"));
              return true;
            });
    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.getMessage()).contains("Accessible Sites requires no less than 1");
  }

  @Test
  void aPermissionPageThatLeadsAwayOrIsMissingIsNotFound() {
    server.on("GET /user/permissions/7001234", redirect("/user"));
    BackofficeFailure redirected = failure(users -> users.permissionPage(7001234));
    assertThat(redirected.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(redirected.getMessage())
        .isEqualTo(
            "Backoffice does not show the permissions of web user 7001234: GET"
                + " /user/permissions/7001234 was answered with 302 to /user.");
    BackofficeFailure missing = failure(users -> users.permissionPage(8));
    assertThat(missing.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(missing.getMessage()).endsWith("GET /user/permissions/8 was answered with 404.");

    server.on("GET /user/permissions/7001234", page("user-permissions"));
    assertThat(users(users -> users.permissionPage(7001234)).userId()).isEqualTo(7_001_234);
  }
}

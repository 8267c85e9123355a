package dev.lanyard.activities.backoffice.client;

import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the roster are reached by the pager's own links, or not at all. */
class RosterWalkTest {

  private ScriptedBackoffice server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedBackoffice();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Two employees from this id on, and a pager. */
  private static String roster(int firstId, String pager) {
    String rows =
        IntStream.range(firstId, firstId + 2)
            .mapToObj(
                id ->
                    "<tr><td class=employees-col-first-name>Dana<td class=employees-col-last-name>"
                        + "Example<td class=employees-col-sites>HARB<td"
                        + " class=employees-col-template>None<td class=employees-col-pos-user-id>"
                        + (70000 + id)
                        + "<td class=employees-col-departments><td class=employees-col-phone><td"
                        + " class=employees-col-wage-type>Hourly<td class=employees-col-active><i"
                        + " class='fa fa-check'></i><td><a href='/employee/edit/"
                        + id
                        + "'>e</a></tr>")
            .collect(Collectors.joining());
    return "<div id=main-column><h1 id=page-title>Employees</h1><table class=table-employees-list>"
        + "<tbody>"
        + rows
        + "</tbody></table><nav id=pager-employees>"
        + pager
        + "</nav></div>";
  }

  private static String link(int page) {
    return "<a href='/employee/" + page + "?active=all&amp;sites%5B0%5D=101'>" + page + "</a>";
  }

  private static String next(String href) {
    return "<a id=pager-employees-next href='" + href + "'>Next</a>";
  }

  private Optional<List<Integer>> page(int number) {
    return server
        .client()
        .converse(
            () -> {
              throw new AssertionError("a look must not write");
            },
            talk -> talk.roster(RosterFilter.everybody(), number))
        .map(RosterPage::rows)
        .map(rows -> rows.stream().map(RosterRow::employeeId).toList());
  }

  private BackofficeFailure failure(int number) {
    BackofficeFailure failure =
        catchThrowableOfType(BackofficeFailure.class, () -> assertThat(page(number)).isEmpty());
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).doesNotContain("Dana", "?active", "sites%5B");
    return failure;
  }

  @Test
  void aPageThatThePagerListsTakesOneStep() {
    server.on("GET /employee", html(200, roster(1, link(1) + link(2) + link(3))));
    server.on("GET /employee/3", html(200, roster(5, link(1) + link(2))));
    assertThat(page(3)).contains(List.of(5, 6));
    assertThat(server.requests()).containsExactly("GET /employee", "GET /employee/3");
  }

  @Test
  void aPagerThatListsTheNextPageOnlyIsFollowedStepByStep() {
    server.on("GET /employee", html(200, roster(1, next("/employee/2?active=all"))));
    server.on("GET /employee/2", html(200, roster(3, next("/employee/3?active=all"))));
    server.on("GET /employee/3", html(200, roster(5, "")));
    assertThat(page(3)).contains(List.of(5, 6));
    assertThat(server.requests())
        .containsExactly("GET /employee", "GET /employee/2", "GET /employee/3");
  }

  @Test
  void anAbsoluteLinkOfOurOwnIsFollowed() {
    server.on("GET /employee", html(200, roster(1, next(server.url() + "employee/2?active=all"))));
    server.on("GET /employee/2", html(200, roster(3, "")));
    assertThat(page(2)).contains(List.of(3, 4));
  }

  @Test
  void aPageAfterTheLastIsNotAskedFor() {
    server.on("GET /employee", html(200, roster(1, link(1) + link(2) + next("/employee/2?a=1"))));
    server.on("GET /employee/2", html(200, roster(3, link(1) + link(2))));
    assertThat(page(7)).isEmpty();
    assertThat(server.requests()).containsExactly("GET /employee", "GET /employee/2");
  }

  @Test
  void theFirstPageIsOneRequestWhateverThePagerSays() {
    server.on("GET /employee", html(200, roster(1, next("//evil.example/employee/2?a=1"))));
    assertThat(page(1)).contains(List.of(1, 2));
    assertThat(server.requests()).containsExactly("GET /employee");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/employee/2?active=all",
        "//evil.example/employee/2?active=all",
        "https://127.0.0.1/employee/2?active=all",
        "/employee/2",
        "/employee/2?",
        "/employee/edit/2?active=all",
        "/employee/permissions/2?active=all",
        "/employee/2/edit?active=all",
        "/employee/%32?active=all",
        "/employee/../logout?active=all",
        "/user/2?active=all",
        "/employee/1?active=all",
        "/employee/0?active=all",
        "/employee/2345678?active=all",
        "javascript:alert(2)",
        "#"
      })
  void anyOtherLinkIsAFailureAndGetsNoRequest(String href) {
    server.on("GET /employee", html(200, roster(1, next(href))));
    assertThat(failure(2).kind()).isEqualTo(Kind.CHANGED);
    assertThat(server.requests()).containsExactly("GET /employee");
  }

  @Test
  void aServerThatIgnoresThePathIsNoticed() {
    server.on("GET /employee", html(200, roster(1, link(2))));
    server.on("GET /employee/2", html(200, roster(1, link(2))));
    BackofficeFailure failure = failure(2);
    assertThat(failure.kind()).isEqualTo(Kind.CHANGED);
    assertThat(failure).hasMessageContaining("page 2 shows the employees of an earlier page");
  }

  @Test
  void aPagerThatLeadsBackEndsTheWalk() {
    server.on("GET /employee", html(200, roster(1, link(2))));
    server.on("GET /employee/2", html(200, roster(3, next("/employee/2?active=all"))));
    assertThat(failure(3).kind()).isEqualTo(Kind.CHANGED);
    assertThat(server.requests()).containsExactly("GET /employee", "GET /employee/2");
  }
}

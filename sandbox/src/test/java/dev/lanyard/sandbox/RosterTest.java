package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The employee list (protocol section 12). */
class RosterTest {
  private static Sandbox sandbox;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withEmployees(60));
    browser = Browser.loggedIn(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static List<String> posUserIds(String query) throws IOException {
    return browser.get(query).document().select("td.employees-col-pos-user-id").eachText();
  }

  private static long count(boolean active) throws IOException {
    return SandboxState.of(sandbox).employees().stream()
        .filter(employee -> employee.path("active").asBoolean() == active)
        .count();
  }

  @Test
  void twentyFiveActiveOnesByDefault() throws IOException {
    Document page = browser.get("/employee").document();
    assertThat(page.select("table.table-employees-list tbody tr")).hasSize(25);
    assertThat(page.select("td.employees-col-active i.fa-check")).hasSize(25);
    assertThat(page.select("table.table-employees-list tbody tr").first().select("td")).hasSize(10);
  }

  @Test
  void limitAndStatusWidenTheList() throws IOException {
    assertThat(posUserIds("/employee?limit=10000&active=all")).hasSize(60);
    assertThat(posUserIds("/employee?limit=10000")).hasSize((int) count(true));
    assertThat(posUserIds("/employee?limit=10000&active=inactive")).hasSize((int) count(false));
  }

  @Test
  void pagesGoByPathAndTogetherShowEveryoneOnce() throws IOException {
    List<String> seen = new ArrayList<>();
    String next = "/employee?active=all";
    while (next != null) {
      Browser.Page page = browser.get(next);
      seen.addAll(page.document().select("td.employees-col-pos-user-id").eachText());
      var link = page.document().selectFirst("a#pager-employees-next");
      next = link == null ? null : link.attr("href");
    }
    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    assertThat(browser.get("/employee").one("nav#pager-employees a").attr("href"))
        .contains("sites%5B0%5D=101");
  }

  @Test
  void aNumberBehindTheListIsAPageAndNotAnEmployee() throws IOException {
    Browser.Page page = browser.get("/employee/401");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one("td[colspan] h3").text())
        .isEqualTo("No Employees found based on this search criteria.");
  }

  @Test
  void namesMatchByPrefixWithoutCaseAndTogether() throws IOException {
    JsonNode someone = SandboxState.of(sandbox).byPosUserId(70002);
    String first = someone.path("firstName").asText();
    String last = someone.path("lastName").asText();
    assertThat(
            posUserIds(
                "/employee?first_name="
                    + first.substring(0, 2).toUpperCase(Locale.ROOT)
                    + "&last_name="
                    + last
                    + "&active=all&limit=1000"))
        .contains("70002");
    assertThat(posUserIds("/employee?first_name=" + first + "&last_name=zzz&active=all&limit=1000"))
        .isEmpty();
    assertThat(posUserIds("/employee?first_name=" + first.substring(1) + "&last_name=" + last))
        .doesNotContain("70002");
  }

  @Test
  void posUserIdMatchesExactly() throws IOException {
    assertThat(posUserIds("/employee?posUserId=70002&active=all")).containsExactly("70002");
    assertThat(posUserIds("/employee?posUserId=7000&active=all")).isEmpty();
  }

  @Test
  void inventedParametersAreIgnored() throws IOException {
    assertThat(posUserIds("/employee?search=zzz&page=2&per_page=5"))
        .isEqualTo(posUserIds("/employee"));
  }

  @Test
  void siteFilterTakesBothSpellings() throws IOException {
    List<String> plain = posUserIds("/employee?sites[]=103&active=all&limit=1000");
    assertThat(plain).isNotEmpty().hasSizeLessThan(60);
    assertThat(posUserIds("/employee?sites%5B0%5D=103&active=all&limit=1000")).isEqualTo(plain);
  }

  @Test
  void sortDirectionTurnsTheList() throws IOException {
    String query = "/employee?active=all&limit=1000&sort_type=last_name&sort_dir=";
    List<String> up = posUserIds(query + "1");
    List<String> down = new ArrayList<>(posUserIds(query + "-1"));
    Collections.reverse(down);
    assertThat(down).isEqualTo(up);
  }

  @Test
  void namesKeepTheirBlanksAndThereIsNoEmailColumn() throws IOException {
    JsonNode blank =
        SandboxState.of(sandbox).employees().stream()
            .filter(employee -> employee.path("firstName").asText().endsWith(" "))
            .findFirst()
            .orElseThrow();
    Document page =
        browser.get("/employee?active=all&posUserId=" + blank.path("posUserId")).document();
    assertThat(page.expectFirst("td.employees-col-first-name span").wholeText())
        .isEqualTo(blank.path("firstName").asText());
    assertThat(page.select("[class*=email]")).isEmpty();
  }

  @Test
  void theSameSeedInventsTheSamePeople() throws IOException {
    try (Sandbox twin = Sandbox.start(SandboxOptions.defaults().withEmployees(60));
        Sandbox other = Sandbox.start(SandboxOptions.defaults().withEmployees(60).withSeed(2))) {
      JsonNode people = SandboxState.of(sandbox).document().at("/backoffice/employees");
      assertThat(SandboxState.of(twin).document().at("/backoffice/employees")).isEqualTo(people);
      assertThat(SandboxState.of(other).document().at("/backoffice/employees"))
          .isNotEqualTo(people);
    }
  }
}

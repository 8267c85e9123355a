package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HTTP clients receive before any script runs (protocol sections 0.1, 1, 3 and 4). */
class RawMarkupTest {
  private Sandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    browser = Browser.loggedIn(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void postsCarryTheCapturedHeadersAndARelativeLocation() throws IOException {
    Browser.Page answer = browser.post("/employee/insert", Jane.atWash37135().pairs());
    assertThat(answer.location()).startsWith("/employee/");
    assertThat(answer.headers().get("Content-Type")).isEqualTo("text/html; charset=UTF-8");
    assertThat(answer.headers().get("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(answer.headers().get("Server")).isEqualTo("Sonnys Controls");
    assertThat(answer.headers().get("Cache-Control"))
        .isEqualTo("max-age=0, must-revalidate, no-cache, no-store, private");
    assertThat(answer.headers().get("Strict-Transport-Security")).isEqualTo("max-age=15768000");
    assertThat(answer.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers().get("Vary")).isEqualTo("User-Agent");
    assertThat(answer.headers().get("Expires")).isNotNull();
  }

  @Test
  void redirectBodyHasTheCapturedLengthAndEscapesAmpersands() throws IOException {
    Browser.Page success =
        browser.post("/employee/permissions/update", PermissionMatrix.granting("402", "3", 22));
    assertThat(success.location()).isEqualTo("/employee");
    assertThat(success.body()).hasSize(282);
    assertThat(browser.post("/user/permissions/update", "userId", "3310001").body())
        .contains("?userIsNew=&amp;actionXfer=");
  }

  @Test
  void pagesCarryTheirBulkUnlessSwitchedOff() throws IOException {
    assertThat(browser.get("/employee/edit/402").body().length()).isGreaterThan(130_000);
    browser.postJson("/_sandbox/settings", "{\"bulkyNavigation\":false}");
    assertThat(browser.get("/employee/edit/402").body().length()).isLessThan(50_000);
  }

  @Test
  void compressedWhenAskedFor() throws IOException {
    HttpURLConnection plain =
        (HttpURLConnection) sandbox.backofficeUrl().resolve("/login").toURL().openConnection();
    plain.setRequestProperty("Accept-Encoding", "gzip");
    assertThat(plain.getContentEncoding()).isEqualTo("gzip");
    try (InputStream body = new GZIPInputStream(plain.getInputStream())) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
          .contains("name=\"_username\"");
    }
  }

  @Test
  void attributesAreValuelessAndTagsSpreadOverLines() throws IOException {
    String body = browser.get("/employee/edit/402").body();
    assertThat(body)
        .contains("<input\n")
        .doesNotContain("checked=\"")
        .doesNotContain("disabled=\"");
    assertThat(body).containsPattern("\\bchecked\\n").containsPattern("\\bdisabled\\n");
  }

  @Test
  void datesStandInDataValueOnly() throws IOException {
    Document page = browser.get("/employee/edit/402").document();
    assertThat(page.expectFirst("#employee-start-date").hasAttr("value")).isFalse();
    assertThat(page.expectFirst("#employee-start-date").attr("data-value"))
        .matches("\\d{2}/\\d{2}/\\d{4}");
    assertThat(page.expectFirst("#employee-start-date").attr("name"))
        .isEqualTo("employee[startDate]");
  }

  @Test
  void editFormHasItsHiddenIdsAndANamelessOne() throws IOException {
    Document page = browser.get("/employee/edit/402").document();
    assertThat(page.expectFirst("h1#page-title").text()).startsWith("Edit ");
    assertThat(page.expectFirst("#employee-id").attr("value")).isEqualTo("402");
    assertThat(page.expectFirst("#selected-employee-id").hasAttr("name")).isFalse();
    assertThat(page.expectFirst("#employee-pos-credentials-id").attr("name"))
        .isEqualTo("posCredential[id]");
    assertThat(page.select("#employee-create-edit-form [name^=wage]")).isEmpty();
  }

  @Test
  void createFormHasTheWageBlockAndItsPlaceholders() throws IOException {
    Document page = browser.get("/employee/create").document();
    assertThat(page.title()).isEqualTo("Sonny's Controls | Create Employee");
    assertThat(
            page.select("#employee-create-edit-form [name]").eachAttr("name").stream().distinct())
        .hasSize(52); // 77 on the captured tenant, which has 13 sites more and one district less
    assertThat(page.select("[name^=wage[scheduleDay]]")).hasSize(14);
    assertThat(page.select("#employee-departments option").eachText())
        .containsExactly("Cashier", "Greeter", "Line", "Management");
    assertThat(
            page.select("#employee-compensation-salary-wage-site option:not(.placeholder)")
                .eachText())
        .containsExactly("CANYON", "CREEK", "HARB", "MESA", "PINE", "W37135");
    assertThat(page.expectFirst("#employee-compensation-salary-wage-site").hasAttr("disabled"))
        .isTrue();
    assertThat(page.expectFirst("#employee-is-active, #btn-user-save").text())
        .isEqualTo("Set POS Access");
  }

  @Test
  void rosterFilterRepeatsTheIdsOfTheEditForm() throws IOException {
    Document page = browser.get("/employee").document();
    assertThat(page.select("#main-column form")).hasSize(1);
    assertThat(page.expectFirst("#employee-name-first").attr("name")).isEqualTo("first_name");
    assertThat(page.expectFirst("#employee-pos-user-id").attr("name")).isEqualTo("posUserId");
  }

  @Test
  void permissionIdOneStandsTwiceUnderTwoLabels() throws IOException {
    Document page = browser.get("/employee/permissions/402").document();
    assertThat(page.select("input[name=permissions[1][label]]").eachAttr("value"))
        .containsExactly("Action Approval Authority", "Manager Approval");
    assertThat(page.select("input[name$=[id]][name^=permissions]")).hasSize(35);
    assertThat(page.expectFirst("#template option[selected]").attr("value")).isEmpty();
    assertThat(page.expectFirst("#btn-customer-save").text()).isEqualTo("Save");
    assertThat(page.expectFirst("option[value=2]").attr("data-manager-override-permissions-set"))
        .isEqualTo("2,3,4,6,7,8,9,24,28,29,30,31,32,33,34");
  }

  @Test
  void namesAreEscapedAsPhpDoesIt() throws IOException {
    browser.postJson("/_sandbox/employees/402", "{\"lastName\":\"O'Sample & <b>\"}");
    assertThat(browser.get("/employee/edit/402").body())
        .contains("O&#039;Sample &amp; &lt;b&gt;")
        .doesNotContain("<b>");
  }
}

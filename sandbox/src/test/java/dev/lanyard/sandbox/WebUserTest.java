package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backoffice users (protocol section 13). */
class WebUserTest {
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

  private Browser.Page insertLinked(String employee) throws IOException {
    return browser.post(
        "/user/insert",
        "employee[isOnSiteEmployee]",
        "1",
        "user[employeeId]",
        employee,
        "employee[email]",
        "new.user@example.test",
        "user[username]",
        "new.user".replace('.', '_'),
        "user[password]",
        "abcd1234",
        "user[confirmPassword]",
        "abcd1234");
  }

  private JsonNode user(String username) throws IOException {
    for (JsonNode user : SandboxState.of(sandbox).document().at("/backoffice/users")) {
      if (user.path("username").asText().equals(username)) {
        return user;
      }
    }
    throw new AssertionError("no user " + username);
  }

  @Test
  void selectListsActiveEmployeesOnlyWithTheirEmails() throws IOException {
    Document page = browser.get("/user/create").document();
    long active =
        SandboxState.of(sandbox).employees().stream()
            .filter(employee -> employee.path("active").asBoolean())
            .count();
    assertThat(page.select("#user-employee option[data-email]")).hasSize((int) active);
    assertThat(page.select("#user-employee option[value=406]")).isEmpty();
    assertThat(page.expectFirst("#user-employee option[value=403]").attr("data-email"))
        .contains("@example.test");
  }

  @Test
  void linkedUserIsCreatedWithoutAnyRights() throws IOException {
    Browser.Page answer = insertLinked("402");
    assertThat(answer.location()).isEqualTo("/user/permissions/3310003?userIsNew=1");
    assertThat(user("new_user").path("employeeId").asLong()).isEqualTo(402);
    assertThat(user("new_user").path("permissions").asInt()).isZero();
    assertThat(user("new_user").path("sites")).isEmpty();
  }

  @Test
  void linkToAnInactiveEmployeeIsRefusedAndRefillsAllButPasswords() throws IOException {
    Browser.Page answer = insertLinked("406");
    assertThat(answer.location()).matches("/user/create\\?actionXfer=\\w{8}");
    Browser.Page page = browser.get(answer.location());
    assertThat(page.messages())
        .containsExactly(
            "Unable to save the user information. Please make sure that the related employee is"
                + " active and try again.");
    assertThat(page.one("#user-username").attr("value")).isEqualTo("new_user");
    assertThat(page.one("#user-email").attr("value")).isEqualTo("new.user@example.test");
    assertThat(page.one("#user-password").attr("value")).isEmpty();
  }

  @Test
  void standaloneUserIsOneWhoseEmployeeKeyIsLeftOut() throws IOException {
    Browser.Page answer =
        browser.post(
            "/user/insert",
            "employee[firstName]",
            "Jane",
            "employee[lastName]",
            "Doe",
            "employee[email]",
            "jane.doe@example.com",
            "user[username]",
            "jane_doe",
            "user[password]",
            "abcd1234",
            "user[confirmPassword]",
            "abcd1234");
    assertThat(answer.location()).startsWith("/user/permissions/");
    assertThat(user("jane_doe").path("employeeId").isNull()).isTrue();
  }

  @Test
  void newUsersDefaultPermissionFormIsRefusedAndOneSiteIsEnough() throws IOException {
    insertLinked("402");
    Browser.Page page = browser.get("/user/permissions/3310003");
    List<Map.Entry<String, String>> form =
        new ArrayList<>(Browser.entries(page.one("#user-permissions-update-form")));
    Browser.Page refused = browser.post("/user/permissions/update", form);
    assertThat(refused.location())
        .matches("/user/permissions/3310003\\?userIsNew=&actionXfer=\\w{8}");
    assertThat(browser.get(refused.location()).messages())
        .containsExactly("Accessible Sites requires no less than 1 valid selection.");

    form.removeIf(pair -> pair.getKey().startsWith("disabled"));
    form.add(Map.entry("siteIds[]", "102"));
    form.add(Map.entry("perms[0][isEnabled]", "1"));
    assertThat(browser.post("/user/permissions/update", form).location()).isEqualTo("/user");
    assertThat(SandboxState.texts(user("new_user").path("sites"))).containsExactly("Harbor Wash");
    assertThat(user("new_user").path("permissions").asInt()).isEqualTo(1);
  }

  @Test
  void permissionPageHas105RowsAndTokensInItsTemplates() throws IOException {
    Document page = browser.get("/user/permissions/3310001").document();
    assertThat(page.expectFirst("h1#page-title").text()).isEqualTo("Back Office Access Control");
    assertThat(page.select("input[name$=[token]]")).hasSize(105);
    assertThat(page.expectFirst("#template option[value=1]").attr("data-permissions-set"))
        .startsWith("employee.read,employee.write");
    assertThat(page.select(".boac-permission-site-option[name]")).isEmpty();
  }

  @Test
  void userOfADisabledEmployeeCannotBeLocatedUnlessSwitched() throws IOException {
    browser.postJson("/_sandbox/employees/401", "{\"active\":false}");
    assertThat(user("first.manager").path("active").asBoolean())
        .as("the user outlives the employee's disabling")
        .isTrue();
    assertThat(browser.get("/user/permissions/3310002").location()).isEqualTo("/user");
    browser.postJson("/_sandbox/settings", "{\"userOfDisabledEmployee\":\"page\"}");
    assertThat(browser.get("/user/permissions/3310002").status()).isEqualTo(200);
  }

  @Test
  void listHasEmailsFiltersAndPagesByPath() throws IOException {
    assertThat(browser.get("/user").document().select("td.users-col-email")).hasSize(2);
    assertThat(
            browser
                .get("/user?emailSearch=LANYARD.BOT@example.test")
                .document()
                .select("td.users-col-username")
                .eachText())
        .containsExactly("lanyard.bot");
    Browser.Page far = browser.get("/user/3312060");
    assertThat(far.status()).isEqualTo(200);
    assertThat(far.one("td[colspan=9] h3").text())
        .isEqualTo("No Back Office Users found based on this search criteria.");
  }

  @Test
  void aPersonCanCloseAUserByHand() throws IOException {
    assertThat(browser.post("/user/update", "user[id]", "3310002").location()).isEqualTo("/user");
    assertThat(user("first.manager").path("active").asBoolean()).isFalse();
    assertThat(
            browser.get("/user?statusSearch=inactive").document().select("td.users-col-active i"))
        .singleElement()
        .satisfies(icon -> assertThat(icon.className()).contains("fa-times"));
  }
}

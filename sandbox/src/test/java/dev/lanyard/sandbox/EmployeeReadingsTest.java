package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sections 8, 9, 11, 13 and 14 of the protocol leave open. */
class EmployeeReadingsTest {
  private static final String FORM = "#employee-create-edit-form";
  private static final String WAGES = "#employee-compensation-edit-form";

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

  private JsonNode employee(long posUserId) throws IOException {
    return SandboxState.of(sandbox).byPosUserId(posUserId);
  }

  private Browser.Page update(long id, String... changes) throws IOException {
    return browser.submit("/employee/edit/" + id, FORM, changes);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void zeroForActiveMeansWhatTheReadingSays(boolean byPresence, boolean active) throws IOException {
    browser.set("{\"activeByPresence\":" + byPresence + "}");
    assertThat(update(402, "employee[isActive]", "0").location()).isEqualTo("/employee");
    assertThat(employee(70002).path("active").asBoolean()).isEqualTo(active);
  }

  @Test
  void reactivationMayBeIgnoredOrRefused() throws IOException {
    browser.set("{\"reactivation\":\"ignored\"}");
    assertThat(update(406, "employee[isActive]", "1", "employee[phone]", "7").location())
        .isEqualTo("/employee");
    assertThat(employee(70006).path("active").asBoolean()).isFalse();
    assertThat(employee(70006).path("phone").asText()).isEqualTo("7");
    browser.set("{\"reactivation\":\"refused\"}");
    assertThat(update(406, "employee[isActive]", "1").location()).contains("actionXfer");
    assertThat(browser.get("/employee/edit/406").messages())
        .containsExactly("The employee cannot be activated.");
    browser.set("{\"reactivation\":\"allowed\"}");
    update(406, "employee[isActive]", "1");
    assertThat(employee(70006).path("active").asBoolean()).isTrue();
  }

  @Test
  void inactiveEmployeeMayDoWithoutSites() throws IOException {
    String[] nowhere = {
      "employee[isActive]",
      null,
      "employee[disabledRegions][]",
      "1",
      "employee[sites][101][siteId]",
      null,
      "employee[sites][102][siteId]",
      null,
      "employee[sites][103][siteId]",
      null,
      "employee[sites][201][siteId]",
      null,
      "employee[sites][202][siteId]",
      null,
      "employee[sites][203][siteId]",
      null
    };
    assertThat(update(402, nowhere).location()).contains("actionXfer");
    browser.set("{\"inactiveNeedsSites\":false}");
    assertThat(update(402, nowhere).location()).isEqualTo("/employee");
    assertThat(employee(70002).path("sites")).isEmpty();
    assertThat(browser.get("/employee?active=all&posUserId=70002").body())
        .contains("No Employees found");
  }

  @Test
  void disableMayCloseTheWageAndTheUser() throws IOException {
    update(401, "employee[isActive]", null);
    assertThat(employee(70001).at("/wages/0/end").isNull()).isTrue();
    assertThat(user().path("active").asBoolean()).isTrue();
    update(401, "employee[isActive]", "1");

    browser.set("{\"disableClosesWage\":true,\"disableClosesUser\":true}");
    update(401, "employee[isActive]", null);
    assertThat(employee(70001).at("/wages/0/end").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(user().path("active").asBoolean()).isFalse();
  }

  private JsonNode user() throws IOException {
    return SandboxState.of(sandbox).document().at("/backoffice/users/1");
  }

  @ParameterizedTest
  @CsvSource({
    "phoneUnique,employee[phone],'(555) 010-0100',The phone number is already in use.",
    "adpIdUnique,employee[adpEmployeeId],ADP9000,The ADP Employee ID is already in use.",
    "pinUnique,posCredential[POSLoginPassword],,The POS Login Password is already in use."
  })
  void furtherKeysMayBeUnique(String setting, String field, String value, String text)
      throws IOException {
    String taken = value == null ? employee(70001).path("pin").asText() : value;
    assertThat(update(402, field, taken).location()).isEqualTo("/employee");
    browser.set("{\"" + setting + "\":true}");
    assertThat(update(403, field, taken).location()).contains("actionXfer");
    assertThat(browser.get("/employee/edit/403").messages()).containsExactly(text);
  }

  @Test
  void posUserIdOfADisabledEmployeeMayBeFree() throws IOException {
    Jane reuse = Jane.atWash37135().with("posCredential[POSLoginID]", "70006");
    assertThat(browser.post("/employee/insert", reuse.pairs()).location()).contains("actionXfer");
    browser.set("{\"disabledPosIdReserved\":false}");
    assertThat(browser.post("/employee/insert", reuse.pairs()).location())
        .isEqualTo("/employee/permissions/413");
  }

  @Test
  void accessNameMayIgnoreOverridesAndTheSelectMayShowTheTemplate() throws IOException {
    var matrix =
        PermissionMatrix.granting(
            "402", "6", 2, 4, 5, 10, 11, 12, 13, 16, 17, 18, 20, 21, 23, 25, 27, 30, 31, 32, 33,
            34);
    browser.post("/employee/permissions/update", matrix);
    assertThat(employee(70002).path("template").asText()).isEqualTo("Custom");
    assertThat(browser.get("/employee/permissions/402").one("#template option[selected]").text())
        .isEmpty();
    browser.set("{\"accessIgnoresOverrides\":true,\"templateSelectShowsChosen\":true}");
    assertThat(employee(70002).path("template").asText()).isEqualTo("Shift Leader");
    assertThat(browser.get("/employee/permissions/402").one("#template option[selected]").text())
        .isEqualTo("Shift Leader");
  }

  @Test
  void firstWageStartsWhenTheReadingSays() throws IOException {
    String start = employee(70002).path("startDate").asText();
    for (String reading : new String[] {"reject", "as-sent", "start-date"}) {
      browser.control("/_sandbox/employees/402", "{\"wages\":[]}");
      browser.set("{\"firstWage\":\"" + reading + "\"}");
      Browser.Page answer =
          browser.submit(
              "/employee/compensation/402",
              WAGES,
              "wage[regularRate]",
              "20.00",
              "wage[effectiveDate]",
              "07/01/2026");
      JsonNode wages = employee(70002).path("wages");
      if (reading.equals("reject")) {
        assertThat(answer.location()).contains("actionXfer");
        assertThat(wages).isEmpty();
      } else {
        assertThat(wages.at("/0/effective").asText())
            .isEqualTo(reading.equals("as-sent") ? "2026-07-01" : start);
      }
    }
  }

  @Test
  void wageOutcomesAndTheEmptyHistoryFollowTheirReadings() throws IOException {
    browser.control("/_sandbox/employees/402", "{\"wages\":[]}");
    assertThat(browser.get("/employee/compensation/402").document().select("table")).hasSize(1);
    browser.set("{\"noWages\":\"row\"}");
    assertThat(browser.get("/employee/compensation/402").one("td[colspan]").text())
        .isEqualTo("No compensation found.");
    browser.set("{\"noWages\":\"no-table\",\"wageSuccess\":\"compensation\"}");
    assertThat(browser.get("/employee/compensation/402").document().select("table")).isEmpty();
    String[] raise = {
      "wage[isHourly]", "0", "wage[salaryRate]", "52000", "wage[effectiveDate]", "07/01/2026"
    };
    assertThat(browser.submit("/employee/compensation/402", WAGES, raise).location())
        .isEqualTo("/employee/compensation/402");
    browser.set(
        "{\"salaryType\":\"Salaried\",\"salarySuffix\":\" per year\",\"wageSuccess\":\"page\","
            + "\"wageFailure\":\"page\",\"earlyWage\":\"reject\"}");
    Browser.Page refused =
        browser.submit(
            "/employee/compensation/402",
            WAGES,
            "wage[regularRate]",
            "1",
            "wage[effectiveDate]",
            "01/01/2020");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.messages())
        .containsExactly("Effective Date must be at least one day after the latest wage.");
    raise[5] = "08/01/2026";
    Browser.Page page = browser.submit("/employee/compensation/402", WAGES, raise);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one(".employee-compensation-col-wage").text()).isEqualTo("$52,000.00 per year");
    assertThat(page.one(".employee-compensation-col-wage-type").text()).isEqualTo("Salaried");
    assertThat(page.one(".employee-compensation-col-effective-date").text())
        .isEqualTo("08/01/2026");
  }

  @Test
  void wageSiteMayComeEnabled() throws IOException {
    String select = "#employee-compensation-salary-wage-site";
    assertThat(browser.get("/employee/create").one(select).hasAttr("disabled")).isTrue();
    browser.set("{\"wageSiteDisabled\":false}");
    assertThat(browser.get("/employee/create").one(select).hasAttr("disabled")).isFalse();
  }

  @Test
  void userFormMayListDisabledEmployeesAndReadZeroAsStandalone() throws IOException {
    String option = "#user-employee option[value=406]";
    assertThat(browser.get("/user/create").document().select(option)).isEmpty();
    browser.set("{\"userFormListsInactive\":true,\"onSiteByPresence\":false}");
    assertThat(browser.get("/user/create").document().select(option)).hasSize(1);
    assertThat(
            browser
                .post(
                    "/user/insert",
                    "employee[isOnSiteEmployee]",
                    "0",
                    "employee[firstName]",
                    "Jane",
                    "employee[lastName]",
                    "Doe",
                    "employee[email]",
                    "jane.doe@example.com",
                    "user[username]",
                    "jane_doe1",
                    "user[password]",
                    "abcd1234",
                    "user[confirmPassword]",
                    "abcd1234")
                .location())
        .startsWith("/user/permissions/")
        .endsWith("?userIsNew=1");
  }
}

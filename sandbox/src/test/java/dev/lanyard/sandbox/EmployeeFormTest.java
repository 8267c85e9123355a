package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Validation, messages and presence (protocol sections 4, 7 and 8). */
class EmployeeFormTest {
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

  private List<Map.Entry<String, String>> editForm(long id) throws IOException {
    return new ArrayList<>(
        Browser.entries(browser.get("/employee/edit/" + id).one("#employee-create-edit-form")));
  }

  private static void set(List<Map.Entry<String, String>> form, String name, String value) {
    form.removeIf(pair -> pair.getKey().equals(name));
    form.add(Map.entry(name, value));
  }

  private List<String> refusal(Jane jane) throws IOException {
    Browser.Page answer = browser.post("/employee/insert", jane.pairs());
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).matches("/employee/create\\?actionXfer=[A-Za-z0-9]{8}");
    assertThat(SandboxState.of(sandbox).employees()).hasSize(12);
    return browser.get(answer.location()).messages();
  }

  @Test
  void minimalDisableIsRefusedWithEightMessagesInOrder() throws IOException {
    Browser.Page answer =
        browser.post("/employee/update", "employee[id]", "402", "employee[isActive]", "0");
    assertThat(answer.location()).matches("/employee/edit/402\\?actionXfer=[A-Za-z0-9]{8}");
    Browser.Page page = browser.get(answer.location());
    assertThat(page.document().select(".alerts-server .alert-danger ul li")).hasSize(8);
    assertThat(page.messages())
        .containsExactly(
            "First Name must be between 1 and 64 characters long.",
            "Last Name must be between 1 and 64 characters long.",
            "Departments requires no less than 1 valid selection.",
            "Start Date must be a valid date.",
            "Available To Work requires no less than 1 valid selection.",
            "The employee must be assigned to at least one site. Please select a site where the"
                + " employee is Available to Work or set to inactive if they are no longer"
                + " employed.",
            "POS Login ID must be a number which is no less than 1 and has no decimals.",
            "POS Login Password must be a number which is no less than 1 and has no decimals.");
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("active").asBoolean()).isTrue();
  }

  @Test
  void messageLivesInTheSessionAndIsShownOnceOnAPlainRead() throws IOException {
    List<Map.Entry<String, String>> form = editForm(402);
    set(form, "employee[startDate]", "");
    browser.post("/employee/update", form);
    assertThat(Browser.loggedIn(sandbox).get("/employee/edit/402").messages()).isEmpty();
    Browser.Page next = browser.get("/employee/edit/402");
    assertThat(next.document().select(".alerts-server .alert-danger > p").eachText())
        .containsExactly("Start Date must be a valid date.");
    assertThat(browser.get("/employee/edit/402").messages()).isEmpty();
  }

  @Test
  void editPageShowsStoredValuesAfterARefusal() throws IOException {
    List<Map.Entry<String, String>> form = editForm(402);
    set(form, "employee[firstName]", "");
    Browser.Page answer = browser.post("/employee/update", form);
    assertThat(browser.get(answer.location()).one("#employee-name-first").attr("value"))
        .isNotEmpty();
  }

  @Test
  void createPageIsRefilledAfterARefusal() throws IOException {
    Browser.Page answer =
        browser.post(
            "/employee/insert", Jane.atWash37135().with("employee[startDate]", "x").pairs());
    Browser.Page page = browser.get(answer.location());
    assertThat(page.one("#employee-name-first").attr("value")).isEqualTo("Jane");
    assertThat(page.one("#employee-start-date").attr("data-value")).isEqualTo("x");
    assertThat(page.document().select("#employee-departments option[selected]").eachText())
        .containsExactly("Greeter");
    assertThat(browser.get("/employee/create").one("#employee-name-first").attr("value")).isEmpty();
  }

  @Test
  void duplicatePosUserIdIsRefusedAlsoWhenItsHolderIsDisabled() throws IOException {
    JsonNode disabled =
        SandboxState.of(sandbox).employees().stream()
            .filter(employee -> !employee.path("active").asBoolean())
            .findFirst()
            .orElseThrow();
    String taken = disabled.path("posUserId").asText();
    assertThat(refusal(Jane.atWash37135().with("posCredential[POSLoginID]", taken)))
        .containsExactly("The POS Login ID already exists. Please choose another.");
  }

  @Test
  void duplicateTextIsTheTestsChoice() throws IOException {
    browser.postJson(
        "/_sandbox/settings", "{\"duplicatePosIdText\":\"That POS user ID is already in use!\"}");
    assertThat(refusal(Jane.atWash37135().with("posCredential[POSLoginID]", "70001")))
        .containsExactly("That POS user ID is already in use!");
  }

  @Test
  void emailMustBeUniqueAmongEmployeesAndUsersWhateverItsCase() throws IOException {
    String employees = SandboxState.of(sandbox).byPosUserId(70003).path("email").asText();
    assertThat(
            refusal(Jane.atWash37135().with("employee[email]", employees.toUpperCase(Locale.ROOT))))
        .singleElement()
        .asString()
        .contains("already taken");
    assertThat(refusal(Jane.atWash37135().with("employee[email]", "lanyard.bot@example.test")))
        .singleElement()
        .asString()
        .contains("already taken");
    browser.postJson("/_sandbox/settings", "{\"emailUnique\":false}");
    assertThat(
            browser
                .post(
                    "/employee/insert",
                    Jane.atWash37135().with("employee[email]", employees).pairs())
                .location())
        .isEqualTo("/employee/permissions/413");
  }

  @Test
  void wageMustBeANumber() throws IOException {
    assertThat(refusal(Jane.atWash37135().with("wage[regularRate]", "abc")))
        .containsExactly("Wage must be a number which is no less than 0.");
    assertThat(refusal(Jane.atWash37135().without("wage[regularRate]"))).hasSize(1);
  }

  @Test
  void impossibleDatesAndUnknownDepartmentsAreNoSelection() throws IOException {
    assertThat(
            refusal(
                Jane.atWash37135()
                    .with("employee[startDate]", "02/30/2026")
                    .with("employee[departments][]", "99")))
        .containsExactly(
            "Departments requires no less than 1 valid selection.",
            "Start Date must be a valid date.");
  }

  @Test
  void namesLongerThan64AndPinsWithLettersAreRefused() throws IOException {
    assertThat(
            refusal(
                Jane.atWash37135()
                    .with("employee[lastName]", "x".repeat(65))
                    .with("posCredential[POSLoginPassword]", "12a45")))
        .containsExactly(
            "Last Name must be between 1 and 64 characters long.",
            "POS Login Password must be a number which is no less than 1 and has no decimals.");
  }

  @Test
  void pinIsANumberSoItsLeadingZeroIsLost() throws IOException {
    browser.post(
        "/employee/insert",
        Jane.atWash37135().with("posCredential[POSLoginPassword]", "01234").pairs());
    assertThat(browser.get("/employee/edit/413").one("#employee-pos-user-pin").attr("value"))
        .isEqualTo("1234");
  }

  @Test
  void activityIsBoundByPresenceWhateverTheValue() throws IOException {
    List<Map.Entry<String, String>> form = editForm(402);
    set(form, "employee[isActive]", "0");
    browser.post("/employee/update", form);
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("active").asBoolean()).isTrue();

    form.removeIf(pair -> pair.getKey().equals("employee[isActive]"));
    browser.post("/employee/update", form);
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("active").asBoolean()).isFalse();

    set(form, "employee[isActive]", "1");
    browser.post("/employee/update", form);
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("active").asBoolean()).isTrue();
  }

  @Test
  void omittedOptionalFieldIsClearedUnlessSwitched() throws IOException {
    List<Map.Entry<String, String>> form = editForm(402);
    String phone = SandboxState.of(sandbox).byPosUserId(70002).path("phone").asText();
    form.removeIf(pair -> pair.getKey().equals("employee[phone]"));
    browser.postJson("/_sandbox/settings", "{\"omittedFieldsCleared\":false}");
    browser.post("/employee/update", form);
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("phone").asText())
        .isEqualTo(phone)
        .isNotEmpty();
    browser.postJson("/_sandbox/settings", "{\"omittedFieldsCleared\":true}");
    browser.post("/employee/update", form);
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("phone").asText()).isEmpty();
  }

  @Test
  void unknownEmployeeIsNotFoundOrRedirects() throws IOException {
    assertThat(browser.get("/employee/edit/9999").status()).isEqualTo(404);
    assertThat(browser.get("/employee/permissions/9999").status()).isEqualTo(404);
    assertThat(browser.get("/employee/compensation/9999").status()).isEqualTo(404);
    browser.postJson("/_sandbox/settings", "{\"unknownEmployee\":\"redirect\"}");
    assertThat(browser.get("/employee/edit/9999").location()).isEqualTo("/employee");
  }

  @Test
  void anotherPersonsEditChangesOnlyWhatItNames() throws IOException {
    JsonNode before = SandboxState.of(sandbox).byPosUserId(70002);
    assertThat(browser.postJson("/_sandbox/employees/402", "{\"pin\":11111}").status())
        .isEqualTo(204);
    JsonNode after = SandboxState.of(sandbox).byPosUserId(70002);
    assertThat(after.path("pin").asLong()).isEqualTo(11111);
    assertThat(after.path("sites")).isEqualTo(before.path("sites"));
    Browser.Page refused =
        browser.postJson("/_sandbox/employees/402", "{\"pan\":1,\"template\":\"Nope\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("pan: unknown").contains("no template has the name Nope");
  }

  @Test
  void uniquenessCheckOfThePageScriptAnswersJson() throws IOException {
    assertThat(browser.post("/employee/checkunique", "posCredential[POSLoginID]", "70001").body())
        .isEqualTo("{\"isUnique\":false}");
    assertThat(browser.post("/employee/checkunique", "posCredential[POSLoginID]", "12345").body())
        .isEqualTo("{\"isUnique\":true}");
  }
}

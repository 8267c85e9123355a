package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sections 4 and 5 of the protocol leave open: messages, failure locations, unknown ids. */
class MessageReadingsTest {
  private static final String FORM = "#employee-create-edit-form";
  private static final String NO_DATE = "Start Date must be a valid date.";

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

  private Browser.Page refusedUpdate() throws IOException {
    return browser.submit("/employee/edit/402", FORM, "employee[startDate]", "");
  }

  private List<String> messages(String path) throws IOException {
    return browser.get(path).messages();
  }

  @Test
  void messageIsShownOnceAlsoWithoutItsQuery() throws IOException {
    refusedUpdate();
    assertThat(messages("/employee/edit/402")).containsExactly(NO_DATE);
    assertThat(messages("/employee/edit/402")).isEmpty();
  }

  @Test
  void messageMayStayUntilTheFormIsAccepted() throws IOException {
    browser.set("{\"messageLife\":\"until-success\"}");
    refusedUpdate();
    assertThat(messages("/employee/edit/402")).containsExactly(NO_DATE);
    assertThat(messages("/employee/edit/403")).containsExactly(NO_DATE);
    assertThat(browser.submit("/employee/edit/402", FORM).location()).isEqualTo("/employee");
    assertThat(messages("/employee/edit/402")).isEmpty();
  }

  @Test
  void messageMayNeedItsQuery() throws IOException {
    browser.set("{\"messageNeedsQuery\":true}");
    String location = refusedUpdate().location();
    assertThat(location).matches("/employee/edit/402\\?actionXfer=[A-Za-z0-9]{8}");
    assertThat(messages("/employee/edit/402")).isEmpty();
    assertThat(messages("/employee/edit/402?actionXfer=AAAAAAAA")).isEmpty();
    assertThat(messages(location)).containsExactly(NO_DATE);
  }

  @ParameterizedTest
  @CsvSource({"success", "warning"})
  void acceptedFormMayShowABoxThatIsNoRefusal(String box) throws IOException {
    browser.set("{\"successBox\":\"" + box + "\"}");
    browser.submit("/employee/edit/402", FORM);
    Browser.Page roster = browser.get("/employee");
    assertThat(roster.messages()).isEmpty();
    assertThat(roster.one(".alerts-server .alert-" + box).text())
        .isEqualTo("Notice: Your changes have been saved.");
    assertThat(browser.get("/employee").document().select(".alert")).isEmpty();
  }

  @Test
  void refusedCreateLeadsWhereTheReadingSays() throws IOException {
    Jane noDate = Jane.atWash37135().without("employee[startDate]");
    assertThat(browser.post("/employee/insert", noDate.pairs()).location())
        .matches("/employee/create\\?actionXfer=\\w{8}");

    browser.set("{\"insertFailure\":\"plain-redirect\"}");
    assertThat(browser.post("/employee/insert", noDate.pairs()).location())
        .isEqualTo("/employee/create");
    assertThat(messages("/employee/create")).containsExactly(NO_DATE);

    browser.set("{\"insertFailure\":\"page\"}");
    Browser.Page page = browser.post("/employee/insert", noDate.pairs());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.messages()).containsExactly(NO_DATE);
    assertThat(page.one("#employee-name-first").attr("value")).isEqualTo("Jane");
    assertThat(messages("/employee/create")).isEmpty();
    assertThat(SandboxState.of(sandbox).employees()).hasSize(12);
  }

  @Test
  void refusedPermissionsLeadWhereTheReadingSaysAndChangeNothing() throws IOException {
    browser.control(
        "/_sandbox/faults",
        "{\"system\":\"backoffice\",\"path\":\"/employee/permissions/update\",\"times\":-1,"
            + "\"kind\":\"refused\",\"body\":\"Not today.\"}");
    var matrix = PermissionMatrix.granting("402", "3", 22);
    String before = SandboxState.of(sandbox).byPosUserId(70002).path("grants").toString();
    Browser.Page answer = browser.post("/employee/permissions/update", matrix);
    assertThat(answer.location()).matches("/employee/permissions/402\\?actionXfer=\\w{8}");
    assertThat(messages("/employee/permissions/402")).containsExactly("Not today.");
    browser.set("{\"permissionsFailure\":\"page\"}");
    Browser.Page page = browser.post("/employee/permissions/update", matrix);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.messages()).containsExactly("Not today.");
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("grants").toString())
        .isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"not-found,404,", "redirect,302,/employee", "server-error,500,"})
  void unknownEmployeeGetsTheChosenAnswer(String reading, int status, String location)
      throws IOException {
    browser.set("{\"unknownEmployee\":\"" + reading + "\"}");
    for (String page : List.of("edit", "permissions", "compensation")) {
      Browser.Page answer = browser.get("/employee/" + page + "/9999");
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.location()).isEqualTo(location);
    }
  }

  @Test
  void unknownUserMayLeadToTheListWithAMessage() throws IOException {
    assertThat(browser.get("/user/permissions/9999999").status()).isEqualTo(404);
    browser.set("{\"unknownUser\":\"redirect\"}");
    assertThat(browser.get("/user/permissions/9999999").location()).isEqualTo("/user");
    assertThat(messages("/user")).containsExactly("Unable to locate user");
  }

  @Test
  void uniquenessCheckAnswersByItsReading() throws IOException {
    String taken = "/employee/checkunique?posCredential%5BPOSLoginID%5D=70002";
    assertThat(browser.get(taken).body()).isEqualTo("{\"isUnique\":false}");
    assertThat(browser.get(taken + "&employee%5Bid%5D=402").body())
        .isEqualTo("{\"isUnique\":true}");
    browser.set("{\"checkUnique\":\"boolean\"}");
    assertThat(browser.get(taken).body()).isEqualTo("false");
    browser.set("{\"checkUnique\":\"not-found\"}");
    assertThat(browser.get(taken).status()).isEqualTo(404);
  }
}

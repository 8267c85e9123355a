package dev.lanyard.sandbox;

import static dev.lanyard.sandbox.StaffCaller.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripted faults, seen from the caller and from the stored state. */
class FaultTest {
  private static final String JANE =
      "{\"first_name\":\"Jane\",\"last_name\":\"Doe\",\"sites\":[923],\"permissions\":[],"
          + "\"primary_email_address\":\"jane.doe@example.com\"}";

  private Sandbox sandbox;
  private Browser browser;
  private StaffCaller api;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    browser = Browser.loggedIn(sandbox);
    api = StaffCaller.basic(sandbox);
    browser.delete("/_sandbox/requests");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void script(String... faults) throws IOException {
    Browser.Page answer =
        browser.postJson("/_sandbox/faults", "[" + String.join(",", faults) + "]");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static String onInsert(String kind, String more) {
    return "{\"system\":\"backoffice\",\"method\":\"POST\",\"path\":\"/employee/insert\","
        + "\"kind\":\""
        + kind
        + "\""
        + more
        + "}";
  }

  private Browser.Page insert() throws IOException {
    return browser.post("/employee/insert", Jane.atWash37135().pairs());
  }

  private int employees() throws IOException {
    return SandboxState.of(sandbox).employees().size();
  }

  private JsonNode lastRequest() throws IOException {
    JsonNode requests = SandboxState.requests(sandbox);
    return requests.get(requests.size() - 1);
  }

  @Test
  void cutBeforeCommitStoresNothing() throws IOException {
    script(onInsert("cut-before-commit", ""));
    assertThatThrownBy(this::insert).isInstanceOf(IOException.class);
    assertThat(employees()).isEqualTo(12);
    assertThat(lastRequest().path("status").asInt()).isZero();
    assertThat(insert().location()).isEqualTo("/employee/permissions/413");
  }

  @Test
  void cutAfterCommitStoresEverything() throws IOException {
    script(onInsert("cut-after-commit", ""));
    assertThatThrownBy(this::insert).isInstanceOf(IOException.class);
    assertThat(employees()).isEqualTo(13);
    assertThat(lastRequest().path("status").asInt()).isZero();
    assertThat(lastRequest().path("fault").asText()).isEqualTo("cut-after-commit");
    assertThat(insert().location()).startsWith("/employee/create?actionXfer=");
  }

  @Test
  void lateCommitIsNotThereAtFirstAndThereLater() throws IOException {
    script(onInsert("commit-late", ",\"delayMs\":300"));
    assertThatThrownBy(this::insert).isInstanceOf(IOException.class);
    assertThat(employees()).isEqualTo(12);
    while (employees() == 12) {
      Thread.onSpinWait();
    }
    assertThat(SandboxState.of(sandbox).byPosUserId(12345).path("active").asBoolean()).isTrue();
  }

  @Test
  void truncatedBodyStopsInTheMiddle() throws IOException {
    script("{\"system\":\"backoffice\",\"path\":\"/employee\",\"kind\":\"truncated-body\"}");
    assertThatThrownBy(() -> browser.get("/employee")).isInstanceOf(IOException.class);
    assertThat(browser.get("/employee").body()).endsWith("</html>\n");
    script(
        "{\"system\":\"staff-api\",\"path\":\"" + STAFF + ".json\",\"kind\":\"truncated-body\"}");
    assertThatThrownBy(() -> api.post(STAFF + ".json", JANE)).isInstanceOf(IOException.class);
    assertThat(api.get(STAFF + ".json").json()).hasSize(4);
  }

  @Test
  void successWithoutEffectAnswersLikeSuccess() throws IOException {
    script(onInsert("success-without-effect", ""));
    assertThat(insert().location()).isEqualTo("/employee/permissions/413");
    assertThat(employees()).isEqualTo(12);
    assertThat(browser.get("/employee/edit/413").status()).isEqualTo(404);

    script(
        "{\"system\":\"staff-api\",\"method\":\"POST\",\"path\":\"/v1/*\","
            + "\"kind\":\"success-without-effect\"}");
    assertThat(api.post(STAFF + ".json", JANE).status()).isEqualTo(201);
    assertThat(api.get(STAFF + ".json").json()).hasSize(3);
    assertThat(SandboxState.of(sandbox).document().at("/staffApi/invitations")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login-page", "login-redirect"})
  void loginFaultsEndTheSessionBetweenReadAndWrite(String kind) throws IOException {
    script(onInsert(kind, ""));
    Browser.Page answer = insert();
    assertThat(answer.status()).isEqualTo(kind.equals("login-page") ? 200 : 302);
    assertThat(answer.body().contains("name=\"_password\"")).isEqualTo(answer.status() == 200);
    assertThat(employees()).isEqualTo(12);
    assertThat(browser.get("/employee").location()).isEqualTo("/login");
  }

  @Test
  void maintenancePageIsNoPageOfTheSystem() throws IOException {
    script("{\"system\":\"backoffice\",\"path\":\"/employee\",\"kind\":\"maintenance-page\"}");
    Browser.Page page = browser.get("/employee");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.document().select("#main-column, form")).isEmpty();
  }

  @Test
  void changedMarkupKeepsTheWordsAndLosesFormsAndTables() throws IOException {
    script(
        "{\"system\":\"backoffice\",\"path\":\"/employee*\",\"times\":2,"
            + "\"kind\":\"changed-markup\"}");
    assertThat(browser.get("/employee").document().select("table, form")).isEmpty();
    Browser.Page edit = browser.get("/employee/edit/402");
    assertThat(edit.document().select("#employee-create-edit-form, #main-column")).isNotEmpty();
    assertThat(edit.document().select("form")).isEmpty();
    assertThat(browser.get("/employee").document().select("table, form")).hasSize(2);
  }

  @Test
  void statusFaultsStoreNothingAndMayCarryABody() throws IOException {
    script(
        onInsert("status", ",\"status\":503,\"body\":\"<h1>busy</h1>\""),
        onInsert("status", ",\"nth\":2,\"status\":429,\"delayMs\":7000"));
    Browser.Page busy = insert();
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.body()).isEqualTo("<h1>busy</h1>");
    Browser.Page tooMany = insert();
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.headers().get("Retry-After")).isEqualTo("7");
    assertThat(employees()).isEqualTo(12);
  }

  @Test
  void staffApiFaultsLookLikeItsOwnTroubles() throws IOException {
    String path = "{\"system\":\"staff-api\",\"path\":\"" + STAFF + ".json\",\"kind\":";
    script(
        path + "\"html-body\"}",
        path + "\"expired-token\",\"nth\":2}",
        path + "\"status\",\"status\":429,\"delayMs\":30000,\"nth\":3}",
        path + "\"status\",\"nth\":4}");
    StaffCaller.Answer proxy = api.post(STAFF + ".json", JANE);
    assertThat(proxy.status()).isEqualTo(502);
    assertThat(proxy.body()).contains("<h1>");
    StaffCaller.Answer expired = api.post(STAFF + ".json", JANE);
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.body()).contains("The access token provided has expired");
    long before = Instant.now().getEpochSecond();
    StaffCaller.Answer tooMany = api.post(STAFF + ".json", JANE);
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(Long.parseLong(tooMany.header("X-Ratelimit-Reset"))).isGreaterThan(before + 29);
    assertThat(api.post(STAFF + ".json", JANE).status()).isEqualTo(500);
    assertThat(api.get(STAFF + ".json").json()).hasSize(3);
  }

  @Test
  void editInBetweenHappensRightBeforeTheRequest() throws IOException {
    Browser.Page edit = browser.get("/employee/edit/402");
    script(
        "{\"system\":\"backoffice\",\"path\":\"/employee/edit/402\","
            + "\"kind\":\"edit-in-between\",\"body\":{\"active\":false,\"sites\":[203]}}",
        "{\"system\":\"backoffice\",\"path\":\"/employee/update\","
            + "\"kind\":\"edit-in-between\"}");
    assertThat(browser.get("/employee/edit/402").one("#employee-is-active").hasAttr("checked"))
        .isFalse();
    browser.post("/employee/update", Browser.entries(edit.one("#employee-create-edit-form")));
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("active").asBoolean())
        .as("the last writer wins")
        .isTrue();

    script(
        "{\"system\":\"staff-api\",\"method\":\"GET\",\"path\":\""
            + STAFF
            + "/453.json\",\"kind\":\"edit-in-between\",\"body\":{\"is_admin\":true}}");
    assertThat(api.get(STAFF + "/453.json").json().path("is_admin").asBoolean()).isTrue();
    assertThat(SandboxState.of(sandbox).document().at("/staffApi/widenings")).isEmpty();
  }

  @Test
  void nthAndTimesCountMatchingRequestsOnly() throws IOException {
    script(
        "{\"system\":\"backoffice\",\"method\":\"GET\",\"path\":\"/employee*\",\"nth\":2,"
            + "\"times\":2,\"kind\":\"status\",\"status\":500}");
    List<Integer> seen = new ArrayList<>();
    for (String path :
        List.of("/employee", "/user", "/employee/create", "/employee", "/employee")) {
      seen.add(browser.get(path).status());
    }
    assertThat(seen).containsExactly(200, 200, 500, 500, 200);
    Browser.Page list = browser.get("/_sandbox/faults");
    assertThat(list.body()).contains("\"matched\" : 4").contains("\"fired\" : 2");
  }

  @Test
  void theSameListPlaysTheSameAgain() throws IOException {
    List<List<Integer>> runs = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      browser.delete("/_sandbox/faults");
      script(
          "{\"system\":\"backoffice\",\"path\":\"/employee*\",\"nth\":3,\"times\":-1,"
              + "\"kind\":\"status\",\"status\":502}",
          "{\"system\":\"backoffice\",\"path\":\"/employee\",\"nth\":2,"
              + "\"kind\":\"status\",\"status\":418}");
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        statuses.add(browser.get("/employee").status());
      }
      runs.add(statuses);
    }
    assertThat(runs).containsOnly(List.of(200, 418, 502, 502, 502));
  }

  @Test
  void unknownFieldsAndKindsAreRefusedWithTheValidOnes() throws IOException {
    Browser.Page refused =
        browser.postJson(
            "/_sandbox/faults",
            "[{\"system\":\"backoffice\",\"path\":\"/x\",\"kind\":\"cut-after-comit\"},"
                + "{\"system\":\"backoffice\",\"path\":\"/x\",\"kind\":\"expired-token\"},"
                + "{\"system\":\"staff-api\",\"path\":\"x\",\"kind\":\"delay\",\"nht\":1,"
                + "\"times\":0}]");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("faults[0].kind")
        .contains("cut-after-commit")
        .contains("faults[1].kind")
        .contains("faults[2].nht: unknown field; fields are [system, method, path")
        .contains("faults[2].path")
        .contains("faults[2].times");
    assertThat(browser.get("/_sandbox/faults").body()).isEqualTo("[ ]");
  }

  @Test
  void controlsAreNeitherListedNorFaultyNorForStrangers() throws IOException {
    script("{\"system\":\"backoffice\",\"path\":\"/*\",\"times\":-1,\"kind\":\"status\"}");
    assertThat(browser.get("/_sandbox/state").status()).isEqualTo(200);
    assertThat(SandboxState.requests(sandbox)).isEmpty();
    assertThat(
            api.send(api.request("/_sandbox/state").header("Host", "evil.example.test").build())
                .status())
        .isEqualTo(403);
  }

  @Test
  void requestListHoldsPathsInOrderAndNeverBodies() throws IOException {
    browser.get("/employee?posUserId=12345");
    insert();
    api.get(STAFF + ".json");
    JsonNode requests = SandboxState.requests(sandbox);
    assertThat(requests.findValuesAsText("path"))
        .containsExactly("/employee", "/employee/insert", STAFF + ".json");
    assertThat(requests.findValuesAsText("system"))
        .containsExactly("backoffice", "backoffice", "staff-api");
    assertThat(requests.at("/0/query").asText()).isEqualTo("posUserId=12345");
    assertThat(requests.at("/1/status").asInt()).isEqualTo(302);
    assertThat(requests.toString()).doesNotContain("48213");
  }

  @Test
  void editThatNamesNoFieldOfAnEmployeeSaysSoWhereItWouldHavePlayed() throws IOException {
    script(
        "{\"system\":\"backoffice\",\"path\":\"/employee/edit/402\","
            + "\"kind\":\"edit-in-between\",\"body\":{\"pine\":1}}");
    Browser.Page page = browser.get("/employee/edit/402");
    assertThat(page.status()).isEqualTo(500);
    assertThat(page.body()).contains("pine: unknown; keys are");
    assertThat(browser.get("/employee/edit/402").status()).isEqualTo(200);
  }

  @Test
  void truncatedBodyMayStopAtAGivenByte() throws IOException {
    script(
        "{\"system\":\"backoffice\",\"path\":\"/login\",\"kind\":\"truncated-body\","
            + "\"atByte\":15}");
    try (Socket socket = new Socket("127.0.0.1", sandbox.backofficeUrl().getPort())) {
      socket
          .getOutputStream()
          .write("GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
          .isEqualTo("f\r\n<!DOCTYPE html>\r\n");
    }
  }

  @Test
  void changedMarkupMayTakeOneElementAndLeaveTheRestToTheByte() throws IOException {
    browser.set("{\"bulkyNavigation\":false}");
    String whole = browser.get("/employee/edit/402").body();
    String path = "{\"system\":\"backoffice\",\"path\":\"/employee/edit/402\",";
    script(
        path + "\"kind\":\"changed-markup\",\"selector\":\"#employee-is-active\"}",
        path
            + "\"kind\":\"changed-markup\",\"selector\":\"#employee-create-edit-form\","
            + "\"attribute\":\"action\",\"nth\":2}",
        path
            + "\"kind\":\"changed-markup\",\"selector\":\"fieldset.boac-accessible-sites\","
            + "\"nth\":3}");
    String withoutBox = browser.get("/employee/edit/402").body();
    assertThat(withoutBox).doesNotContain("id=\"employee-is-active\"");
    assertThat(whole).startsWith(withoutBox.substring(0, 2000));
    assertThat(whole.length() - withoutBox.length()).isBetween(150, 300);
    assertThat(browser.get("/employee/edit/402").body())
        .isEqualTo(whole.replace("action=\"/employee/update\"", ""));
    Browser.Page withoutSites = browser.get("/employee/edit/402");
    assertThat(withoutSites.document().select("[name*=sites], .boac-accessible-sites")).isEmpty();
    assertThat(withoutSites.document().select("#employee-pos-user-id")).hasSize(1);
    assertThat(browser.get("/employee/edit/402").body()).isEqualTo(whole);
  }

  @Test
  void sessionMayEndRightAfterTheFormWasRead() throws IOException {
    script(
        "{\"system\":\"backoffice\",\"path\":\"/employee/edit/402\","
            + "\"kind\":\"session-ends\"}");
    Browser.Page form = browser.get("/employee/edit/402");
    assertThat(form.one("#employee-is-active").hasAttr("checked")).isTrue();
    assertThat(
            browser
                .post("/employee/update", Browser.entries(form.one("#employee-create-edit-form")))
                .location())
        .isEqualTo("/login");
  }

  @Test
  void refusalLooksLikeTheSystemsOwnAndStoresNothing() throws IOException {
    script(
        onInsert("refused", ",\"body\":\"Try again later.\""),
        "{\"system\":\"staff-api\",\"path\":\"/v1/*\",\"kind\":\"refused\",\"body\":\"no\"}");
    String location = insert().location();
    assertThat(location).startsWith("/employee/create?actionXfer=");
    assertThat(browser.get(location).messages()).containsExactly("Try again later.");
    assertThat(employees()).isEqualTo(12);
    StaffCaller.Answer answer = api.post(STAFF + ".json", JANE);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0").asText()).isEqualTo("no");
    assertThat(SandboxState.of(sandbox).document().at("/staffApi/invitations")).isEmpty();
  }

  @Test
  void malformedSelectorsAreRefusedByName() throws IOException {
    Browser.Page refused =
        browser.postJson(
            "/_sandbox/faults",
            "[{\"system\":\"backoffice\",\"path\":\"/x\",\"kind\":\"changed-markup\","
                + "\"selector\":\"[[\",\"atByte\":-1},{\"system\":\"backoffice\",\"path\":\"/x\","
                + "\"kind\":\"changed-markup\",\"attribute\":\"action\",\"matched\":3}]");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("faults[0].selector: ")
        .contains("faults[0].atByte: not below 0")
        .contains("faults[1].attribute: needs a selector beside it")
        .contains("faults[1].matched: unknown field");
  }
}

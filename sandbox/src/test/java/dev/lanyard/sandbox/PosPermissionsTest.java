package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The POS permission form (protocol section 9). */
class PosPermissionsTest {
  private Sandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    browser = Browser.loggedIn(sandbox);
    browser.post("/employee/insert", Jane.atWash37135().pairs());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode jane() throws IOException {
    return SandboxState.of(sandbox).byPosUserId(12345);
  }

  private void post(List<Map.Entry<String, String>> body) throws IOException {
    Browser.Page answer = browser.post("/employee/permissions/update", body);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).isEqualTo("/employee");
  }

  @Test
  void templateAloneLooksLikeSuccessAndChangesNothing() throws IOException {
    post(
        List.of(
            Map.entry("employeeId", "413"),
            Map.entry("templateId", "3"),
            Map.entry("hasActionApprovalAuthority", "0")));
    assertThat(jane().path("template").asText()).isEqualTo("None");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"permissions[34][id]", "permissions[17][label]", "permissions[1][description]"})
  void oneMissingFieldOfTheMatrixChangesNothing(String field) throws IOException {
    List<Map.Entry<String, String>> body =
        new ArrayList<>(PermissionMatrix.granting("413", "3", 22));
    body.removeIf(pair -> pair.getKey().equals(field));
    post(body);
    assertThat(jane().path("grants")).isEmpty();
  }

  @Test
  void grantsOutsideEveryTemplateReadAsCustom() throws IOException {
    post(PermissionMatrix.granting("413", "3", 22, 25));
    assertThat(jane().path("template").asText()).isEqualTo("Custom");
    assertThat(browser.get("/employee?posUserId=12345").one("td.employees-col-template").text())
        .isEqualTo("Custom");
  }

  @Test
  void overridesBelongToATemplateAsMuchAsItsGrants() throws IOException {
    int[] cashier = IntStream.rangeClosed(2, 34).toArray();
    List<Map.Entry<String, String>> body =
        new ArrayList<>(PermissionMatrix.granting("413", "2", cashier));
    post(body);
    assertThat(jane().path("template").asText()).isEqualTo("Custom");
    for (int id : new int[] {2, 3, 4, 6, 7, 8, 9, 24, 28, 29, 30, 31, 32, 33, 34}) {
      body.add(Map.entry("permissions[" + id + "][requiresOverride]", "1"));
    }
    post(body);
    assertThat(jane().path("template").asText()).isEqualTo("Cashier");
    assertThat(jane().path("overrides")).hasSize(15);
  }

  @Test
  void twinTemplatesAreToldApartByTheOneThatWasChosenUnlessSwitched() throws IOException {
    int[] all = IntStream.rangeClosed(1, 34).toArray();
    post(PermissionMatrix.granting("413", "4", all));
    assertThat(jane().path("template").asText()).isEqualTo("General Manager");
    browser.postJson("/_sandbox/settings", "{\"accessNamesChosenTemplate\":false}");
    assertThat(jane().path("template").asText()).isEqualTo("Manager");
  }

  @Test
  void approvalAuthorityIsBoundByValueAndGrantsEverything() throws IOException {
    List<Map.Entry<String, String>> body =
        new ArrayList<>(PermissionMatrix.granting("413", "3", 22));
    body.replaceAll(
        pair ->
            pair.getKey().equals("hasActionApprovalAuthority")
                ? Map.entry(pair.getKey(), "1")
                : pair);
    post(body);
    assertThat(jane().path("grants")).hasSize(34);
  }

  @Test
  void thePagesOwnFormChangesNothingWhenPostedAsItStands() throws IOException {
    for (JsonNode employee : SandboxState.of(sandbox).employees()) {
      Browser.Page page = browser.get("/employee/permissions/" + employee.path("id").asText());
      browser.post(
          "/employee/permissions/update",
          Browser.entries(page.one("#employee-permission-update-form")));
      JsonNode after = SandboxState.of(sandbox).byPosUserId(employee.path("posUserId").asLong());
      assertThat(after.path("grants")).isEqualTo(employee.path("grants"));
      assertThat(after.path("overrides")).isEqualTo(employee.path("overrides"));
    }
  }

  @Test
  void checkedBoxesShowWhatIsHeld() throws IOException {
    post(PermissionMatrix.granting("413", "3", 22));
    Browser.Page page = browser.get("/employee/permissions/413");
    assertThat(page.document().select(".permission-grant[checked]").eachAttr("id"))
        .containsExactly("perm-grant-22");
    assertThat(page.one("#page-sub-title").text()).isEqualTo("Name: Jane Doe, POS ID: 12345");
    assertThat(page.one("#template option[value=3]").attr("data-permissions-set")).isEqualTo("22");
  }
}

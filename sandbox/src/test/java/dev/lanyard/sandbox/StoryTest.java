package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The quickstart's story through Backoffice: create, grant, disable, each read back. */
class StoryTest {
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
  void janeIsCreatedGrantedAndDisabled() throws IOException {
    Browser.Page inserted = browser.post("/employee/insert", Jane.atWash37135().pairs());
    assertThat(inserted.status()).isEqualTo(302);
    assertThat(inserted.location()).isEqualTo("/employee/permissions/413");

    JsonNode jane = SandboxState.of(sandbox).byPosUserId(12345);
    assertThat(jane.path("active").asBoolean()).isTrue();
    assertThat(jane.path("template").asText()).isEqualTo("None");
    assertThat(SandboxState.texts(jane.path("sites"))).containsExactly("Wash 37135");
    assertThat(jane.path("startDate").asText()).isEqualTo("2026-05-01");
    assertThat(jane.path("wages").get(0).path("effective").asText()).isEqualTo("2026-05-01");

    Browser.Page granted =
        browser.post("/employee/permissions/update", PermissionMatrix.granting("413", "3", 22));
    assertThat(granted.location()).isEqualTo("/employee");

    Browser.Page roster = browser.get("/employee?posUserId=12345&active=all");
    assertThat(roster.one("td.employees-col-template").text()).isEqualTo("General User");
    assertThat(roster.one("td.employees-col-sites").text()).isEqualTo("W37135");
    assertThat(roster.one("td.employees-col-active i").hasClass("fa-check")).isTrue();
    assertThat(roster.one("a[id=link-edit-employee-413]").attr("href"))
        .isEqualTo("/employee/edit/413");

    Browser.Page edit = browser.get("/employee/edit/413");
    assertThat(edit.one("#employee-pos-user-pin").attr("value")).isEqualTo("48213");
    List<Map.Entry<String, String>> form =
        new ArrayList<>(Browser.entries(edit.one("#employee-create-edit-form")));
    form.removeIf(pair -> pair.getKey().equals("employee[isActive]"));
    assertThat(browser.post("/employee/update", form).location()).isEqualTo("/employee");

    JsonNode disabled = SandboxState.of(sandbox).byPosUserId(12345);
    assertThat(disabled.path("active").asBoolean()).isFalse();
    assertThat(SandboxState.texts(disabled.path("sites"))).containsExactly("Wash 37135");
    assertThat(disabled.path("template").asText()).isEqualTo("General User");
    assertThat(disabled.path("phone").asText()).isEqualTo("6155551234");
    assertThat(browser.get("/employee/edit/413").one("#employee-is-active").hasAttr("checked"))
        .isFalse();
  }

  @Test
  void theRoundTripOfAnUntouchedFormChangesNothing() throws IOException {
    JsonNode before = SandboxState.of(sandbox).document().at("/backoffice/employees");
    for (JsonNode employee : before) {
      Browser.Page edit = browser.get("/employee/edit/" + employee.path("id").asText());
      browser.post("/employee/update", Browser.entries(edit.one("form[action=/employee/update]")));
    }
    assertThat(SandboxState.of(sandbox).document().at("/backoffice/employees")).isEqualTo(before);
  }
}

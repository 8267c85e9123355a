package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person clicks through Backoffice in a real browser. Runs where the Maven profile {@code
 * chromium} is on: by itself where a Chromium is installed in the usual place, or with {@code
 * -Pchromium -Dchromium=<binary>}. {@code -Dchromium.shots=<folder>} keeps a picture of each page.
 * {@link StoryTest} walks the same way without a browser.
 */
@Tag("chromium")
class ChromiumTest {
  @TempDir Path folder;

  private Sandbox sandbox;
  private Chromium chromium;
  private int shots;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withEmployees(60));
    chromium = Chromium.start(System.getProperty("chromium"), folder.resolve("profile"));
    chromium.open(sandbox.backofficeUrl() + "/employee");
  }

  @AfterEach
  void stop() throws IOException {
    chromium.close();
    sandbox.close();
  }

  private void shoot(String name) throws IOException {
    String kept = System.getProperty("chromium.shots", "");
    if (!kept.isEmpty()) {
      Path shot = Files.createDirectories(Path.of(kept)).resolve(++shots + "-" + name + ".png");
      chromium.screenshot(shot);
    }
  }

  private void logIn() throws IOException {
    assertThat(chromium.path()).isEqualTo("/login");
    chromium.type("#login-username", sandbox.backofficeUsername());
    chromium.type("#login-password", "wrong");
    chromium.follow("#login-form button");
    assertThat(chromium.text(".alert-danger")).contains("Invalid credentials.");
    shoot("login");
    chromium.type("#login-username", sandbox.backofficeUsername());
    chromium.type("#login-password", sandbox.backofficePassword());
    chromium.follow("#login-form button");
    assertThat(chromium.path()).isEqualTo("/");
  }

  private JsonNode jane() throws IOException {
    return SandboxState.of(sandbox).byPosUserId(12345);
  }

  @Test
  void personHiresChangesAndDisablesByClicking() throws IOException {
    logIn();
    chromium.follow("#side-navigation a[href='/employee']");
    shoot("roster");
    assertThat(chromium.run("document.querySelectorAll('tbody tr').length").asInt()).isEqualTo(25);
    chromium.follow("#pager-employees-next");
    assertThat(chromium.path()).isEqualTo("/employee/2");

    hire();
    assertThat(chromium.path()).isEqualTo("/employee/permissions/461");
    shoot("permissions");
    assertThat(SandboxState.texts(jane().path("sites"))).containsExactly("Wash 37135", "Pine Wash");
    assertThat(jane().path("startDate").asText()).isEqualTo("2026-05-01");
    assertThat(jane().at("/wages/0/overtimeRate").asText()).isEqualTo("23.25");

    chromium.choose("#template", "Shift Leader");
    assertThat(chromium.run("document.querySelector('#perm-override-33').checked").asBoolean())
        .isTrue();
    chromium.follow("#btn-customer-save");
    assertThat(chromium.path()).isEqualTo("/employee");
    assertThat(jane().path("template").asText()).isEqualTo("Shift Leader");

    chromium.type("#frm-employee-list-search [name=posUserId]", "12345");
    chromium.follow("#frm-employee-list-search button");
    assertThat(chromium.text("td.employees-col-sites").replaceAll("\\s+", " "))
        .isEqualTo("W37135, PINE");
    shoot("filtered");

    chromium.follow("#link-edit-employee-461");
    chromium.click("#boac-permission-site-102");
    chromium.type("#employee-phone", "555 010 7777");
    shoot("edit");
    chromium.follow("#btn-user-save");
    assertThat(SandboxState.texts(jane().path("sites")))
        .containsExactly("Wash 37135", "Harbor Wash", "Pine Wash");
    assertThat(jane().path("phone").asText()).isEqualTo("555 010 7777");

    chromium.open(sandbox.backofficeUrl() + "/employee/edit/461");
    chromium.click("#employee-is-active");
    chromium.follow("#btn-user-save");
    assertThat(chromium.path()).isEqualTo("/employee");
    assertThat(jane().path("active").asBoolean()).isFalse();
    assertThat(jane().path("sites")).hasSize(3);
  }

  private void hire() throws IOException {
    chromium.follow("#btn-employee-create");
    chromium.type("#employee-name-first", "Jane");
    chromium.type("#employee-name-last", "Doe");
    chromium.type("#user-email", "jane.doe@example.com");
    chromium.choose("#employee-departments", "Greeter");
    chromium.type("#employee-start-date", "05/01/2026");
    assertThat(enabled(101)).isFalse();
    chromium.click("#boac-permission-region-1");
    chromium.click("#boac-permission-district-10");
    chromium.click("#boac-permission-site-101");
    assertThat(enabled(101)).as("after \"Available\" was toggled").isTrue();
    assertThat(enabled(102)).isFalse();
    chromium.click("#boac-permission-region-2");
    chromium.click("#boac-permission-district-20");
    chromium.click("#boac-permission-site-203");
    chromium.type("#employee-pos-user-id", "12345");
    chromium.type("#employee-pos-user-pin", "48213");
    chromium.type("#employee-compensation-wage", "15.50");
    chromium.click("#employee-compensation-overtime-eligible");
    chromium.type("#employee-compensation-overtime-rate", "23.25");
    shoot("create");
    chromium.follow("#btn-user-save");
  }

  private boolean enabled(int site) throws IOException {
    return chromium
        .run(
            "!document.querySelector('#boac-permission-site-option-hidden-input-"
                + site
                + "').disabled")
        .asBoolean();
  }

  @Test
  void personRaisesAndOpensAnAccountByClicking() throws IOException {
    logIn();
    chromium.open(sandbox.backofficeUrl() + "/employee/compensation/402");
    chromium.type("#wage-effective-date", "07/01/2026");
    chromium.type("#employee-compensation-wage", "19.00");
    shoot("compensation");
    chromium.follow("#btn-employee-compensation-submit");
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).at("/wages/0/rate").asText())
        .isEqualTo("19.0");

    chromium.open(sandbox.backofficeUrl() + "/user/create");
    chromium.run(
        "(() => { const e = document.querySelector('#user-employee'); e.value = '402';"
            + " e.dispatchEvent(new Event('change', {bubbles: true})); })()");
    chromium.type("#user-email", "dana.example@example.test");
    chromium.type("#user-username", "dana_example");
    chromium.type("#user-password", "abcd1234");
    chromium.type("#user-confirm-password", "abcd1234");
    shoot("user-create");
    chromium.follow("#btn-user-save");
    chromium.click("#boac-permission-type-region");
    chromium.choose("#template", "General User");
    shoot("user-permissions");
    chromium.follow("#btn-user-permissions-save");
    assertThat(chromium.path()).isEqualTo("/user");
    shoot("users");
    JsonNode user = SandboxState.of(sandbox).document().at("/backoffice/users/2");
    assertThat(user.path("allSites").asBoolean()).isTrue();
    assertThat(user.path("permissions").asInt()).isEqualTo(5);
    chromium.open(sandbox.backofficeUrl() + "/_sandbox/");
    shoot("overview");
    assertThat(chromium.text("h1")).isEqualTo("Lanyard sandbox");
  }
}

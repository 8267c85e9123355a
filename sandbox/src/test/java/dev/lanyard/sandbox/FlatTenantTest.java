package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flat tenant in both readings of its list (protocol section 6.6). */
class FlatTenantTest {
  private static Sandbox start(String polarity) throws IOException {
    return Sandbox.start(
        SandboxOptions.defaults()
            .withTenant(TenantShape.FLAT)
            .withSetting("flatPolarity", polarity));
  }

  private static Jane listing(String... sites) {
    Jane jane = Jane.doe();
    for (String site : sites) {
      jane.and("employee[siteIds][]", site);
    }
    return jane;
  }

  @Test
  void blockListGrantsWhatIsNotListed() throws IOException {
    try (Sandbox sandbox = start("block")) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.post("/employee/insert", listing("102", "103", "201", "202", "203").pairs());
      assertThat(SandboxState.texts(SandboxState.of(sandbox).byPosUserId(12345).path("sites")))
          .containsExactly("Wash 37135");
    }
  }

  @Test
  void allowListGrantsWhatIsListed() throws IOException {
    try (Sandbox sandbox = start("allow")) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.post("/employee/insert", listing("101", "203").pairs());
      assertThat(SandboxState.texts(SandboxState.of(sandbox).byPosUserId(12345).path("sites")))
          .containsExactly("Wash 37135", "Pine Wash");
    }
  }

  @ParameterizedTest
  @CsvSource({"block,No,Yes", "allow,Yes,No"})
  void labelsAndChecksTellThePolarityAndSurviveARoundTrip(String polarity, String on, String off)
      throws IOException {
    try (Sandbox sandbox = start(polarity)) {
      Browser browser = Browser.loggedIn(sandbox);
      String body = "{\"sites\":[102]}";
      assertThat(browser.postJson("/_sandbox/employees/402", body).status()).isEqualTo(204);
      Document page = browser.get("/employee/edit/402").document();
      assertThat(page.select(".boac-permission-region-option")).isEmpty();
      Element granted = page.expectFirst("#boac-permission-site-102");
      Element denied = page.expectFirst("#boac-permission-site-101");
      assertThat(granted.attr("data-on")).isEqualTo(on);
      assertThat(granted.attr("data-off")).isEqualTo(off);
      assertThat(granted.hasAttr("checked")).isEqualTo(polarity.equals("allow"));
      assertThat(denied.hasAttr("checked")).isEqualTo(polarity.equals("block"));
      assertThat(page.select("label[for=boac-permission-site-102] strong").text())
          .isEqualTo("(Harbor Wash)");

      browser.post(
          "/employee/update", Browser.entries(page.expectFirst("#employee-create-edit-form")));
      assertThat(SandboxState.texts(SandboxState.of(sandbox).byPosUserId(70002).path("sites")))
          .containsExactly("Harbor Wash");
      assertThat(
              browser
                  .get("/employee?posUserId=70002&active=all")
                  .one("td.employees-col-sites")
                  .text())
          .isEqualTo("HARB");
    }
  }

  @Test
  void allSitesIsAPresenceOfItsOwn() throws IOException {
    try (Sandbox sandbox = start("block")) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.post(
          "/employee/insert", listing("101").and("employee[isAllSitesAllowed]", "0").pairs());
      assertThat(SandboxState.of(sandbox).byPosUserId(12345).path("allSites").asBoolean()).isTrue();
      assertThat(
              browser
                  .get("/employee/edit/413")
                  .one("[name=employee[isAllSitesAllowed]]")
                  .hasAttr("checked"))
          .isTrue();
    }
  }

  @Test
  void blockListWithoutAnySiteFieldOpensEverySite() throws IOException {
    try (Sandbox sandbox = start("block")) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.post("/employee/insert", Jane.doe().pairs());
      assertThat(SandboxState.of(sandbox).byPosUserId(12345).path("sites")).hasSize(6);
    }
  }
}

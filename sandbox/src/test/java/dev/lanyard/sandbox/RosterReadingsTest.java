package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What section 12 of the protocol leaves open. */
class RosterReadingsTest {
  private Sandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withEmployees(60));
    browser = Browser.loggedIn(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private List<String> ids(String query) throws IOException {
    return browser.get(query).document().select("td.employees-col-pos-user-id").eachText();
  }

  @Test
  void limitMayHaveACeiling() throws IOException {
    browser.set("{\"limitCeiling\":40}");
    assertThat(ids("/employee?limit=1000&active=all")).hasSize(40);
    assertThat(ids("/employee?limit=30&active=all")).hasSize(30);
    browser.set("{\"limitAboveCeiling\":\"ignored\"}");
    assertThat(ids("/employee?limit=1000&active=all")).hasSize(25);
  }

  @Test
  void limitMayBeIgnoredOnPagesByPath() throws IOException {
    assertThat(ids("/employee/2?limit=40&active=all")).hasSize(20);
    browser.set("{\"limitWithPages\":false}");
    assertThat(ids("/employee/2?limit=40&active=all")).hasSize(25);
    assertThat(ids("/employee?limit=40&active=all")).hasSize(40);
  }

  @Test
  void pagesByPathMayNotExist() throws IOException {
    browser.set("{\"rosterPathPages\":false}");
    assertThat(browser.get("/employee/2").status()).isEqualTo(404);
    assertThat(browser.get("/employee").status()).isEqualTo(200);
  }

  @Test
  void filtersMatchByTheirReadings() throws IOException {
    browser.control("/_sandbox/employees/402", "{\"firstName\":\"Quorra\",\"lastName\":\"Zzyx\"}");
    assertThat(ids("/employee?first_name=quo&active=all")).containsExactly("70002");
    assertThat(ids("/employee?first_name=orra&active=all")).isEmpty();
    assertThat(ids("/employee?posUserId=7000&active=all")).isEmpty();
    browser.set("{\"nameFilter\":\"contains\",\"posUserIdFilter\":\"prefix\"}");
    assertThat(ids("/employee?first_name=oRRa&active=all")).containsExactly("70002");
    assertThat(ids("/employee?posUserId=7000&active=all")).hasSize(9);
    browser.set("{\"nameFilter\":\"prefix-with-case\"}");
    assertThat(ids("/employee?first_name=quo&active=all")).isEmpty();
    assertThat(ids("/employee?first_name=Quo&active=all")).containsExactly("70002");
    assertThat(ids("/employee?last_name=Zzyx&posUserId=70003&active=all")).isEmpty();
    browser.set("{\"filterCombination\":\"or\"}");
    assertThat(ids("/employee?last_name=Zzyx&posUserId=70003&active=all"))
        .containsExactlyInAnyOrder("70002", "70003");
  }

  @Test
  void inactiveIconAndEmptyListFollowTheirReadings() throws IOException {
    String cell = "td.employees-col-active i";
    assertThat(browser.get("/employee?active=inactive").one(cell).classNames())
        .contains("fa-times");
    browser.set("{\"inactiveIcon\":\"fa-ban\"}");
    assertThat(browser.get("/employee?active=inactive").one(cell).classNames())
        .contains("fa-ban")
        .doesNotContain("fa-times");
    browser.set("{\"inactiveIcon\":\"\"}");
    assertThat(browser.get("/employee?active=inactive").document().select(cell)).isEmpty();

    assertThat(browser.get("/employee?posUserId=1").document().select("td h3")).hasSize(1);
    browser.set("{\"emptyRoster\":\"bare\"}");
    Document bare = browser.get("/employee?posUserId=1").document();
    assertThat(bare.select("td h3")).isEmpty();
    assertThat(bare.select("table.table-employees-list")).hasSize(1);
    browser.set("{\"emptyRoster\":\"no-table\"}");
    assertThat(browser.get("/employee?posUserId=1").document().select("table")).isEmpty();
    assertThat(ids("/employee")).hasSize(25);
  }

  @Test
  void sitelessEmployeesMayBeListed() throws IOException {
    browser.control("/_sandbox/employees/402", "{\"sites\":[]}");
    assertThat(ids("/employee?posUserId=70002&active=all")).isEmpty();
    browser.set("{\"sitelessVisible\":true}");
    assertThat(ids("/employee?posUserId=70002&active=all")).containsExactly("70002");
  }

  @Test
  void timesAreTheTenantsOwn() throws IOException {
    browser.set("{\"tenantZone\":\"America/Chicago\"}");
    assertThat(browser.get("/employee").one("td.employees-col-active").attr("data-date-replace"))
        .matches(".* C[DS]T");
    assertThat(browser.postJson("/_sandbox/settings", "{\"tenantZone\":\"Mars/Base\"}").status())
        .isEqualTo(400);
  }

  @Test
  void bulkyRowsAndPagesComeNearTheCapturedSizes() throws IOException {
    assertThat(browser.get("/employee").body().length()).isBetween(230_000, 260_000);
    assertThat(browser.get("/employee/create").body().length()).isBetween(215_000, 245_000);
    assertThat(browser.get("/employee/edit/402").body().length()).isBetween(200_000, 225_000);
    assertThat(browser.get("/employee/permissions/402").body().length())
        .isBetween(280_000, 310_000);
    assertThat(browser.get("/employee/compensation/402").body().length())
        .isBetween(165_000, 185_000);
    assertThat(browser.get("/user/permissions/3310001").body().length())
        .isBetween(440_000, 480_000);
    assertThat(browser.get("/user/99").body().length()).isBetween(150_000, 160_000);
    assertThat(browser.get("/").body().length()).isBetween(180_000, 200_000);
  }
}

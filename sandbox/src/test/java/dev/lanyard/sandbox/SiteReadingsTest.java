package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What section 6 of the protocol leaves open, and what administrators change meanwhile. */
class SiteReadingsTest {
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

  private List<String> janesSites() throws IOException {
    return SandboxState.texts(SandboxState.of(sandbox).byPosUserId(12345).path("sites"));
  }

  private Browser.Page insert(Jane jane) throws IOException {
    return browser.post("/employee/insert", jane.pairs());
  }

  private static Jane wholeOfEast() {
    return Jane.doe()
        .and("employee[disabledRegions][]", "2")
        .and("employee[isAllDistrictsAllowedByRegion][]", "1");
  }

  private static Jane everySite() {
    Jane jane = Jane.doe();
    for (int site : new int[] {101, 102, 103, 201, 202, 203}) {
      jane.and("employee[sites][" + site + "][siteId]", Integer.toString(site));
    }
    return jane;
  }

  @Test
  void rollupIsExpandedToTheSitesOfThatMoment() throws IOException {
    insert(wholeOfEast());
    browser.control("/_sandbox/sites", "{\"name\":\"Late Wash\",\"shortCode\":\"LATE\"}");
    assertThat(janesSites()).containsExactly("Wash 37135", "Harbor Wash", "Creek Wash");
  }

  @Test
  void keptRollupIncludesALaterSiteAndIsShownChecked() throws IOException {
    browser.set("{\"rollupWrites\":\"keep\"}");
    assertThat(insert(wholeOfEast()).location()).isEqualTo("/employee/permissions/413");
    browser.control("/_sandbox/sites", "{\"name\":\"Late Wash\",\"shortCode\":\"LATE\"}");
    assertThat(janesSites())
        .containsExactlyInAnyOrder("Wash 37135", "Harbor Wash", "Creek Wash", "Late Wash");
    Document edit = browser.get("/employee/edit/413").document();
    assertThat(edit.expectFirst("#boac-permission-type-district-for-region-1").hasAttr("checked"))
        .isTrue();
    assertThat(edit.expectFirst("#boac-permission-type-district-for-region-2").hasAttr("checked"))
        .isFalse();
    assertThat(browser.get("/employee?posUserId=12345&limit=5").one(".employees-col-sites + td"))
        .isNotNull();
    assertThat(browser.get("/employee?posUserId=12345").one("td.employees-col-sites").text())
        .isEqualTo("W37135, HARB, LATE, CREEK");
  }

  @Test
  void ignoredRollupGrantsNothing() throws IOException {
    browser.set("{\"rollupWrites\":\"ignore\"}");
    assertThat(insert(wholeOfEast()).location()).contains("actionXfer");
    assertThat(browser.get("/employee/create").messages())
        .contains("Available To Work requires no less than 1 valid selection.");
  }

  @Test
  void rollupBoxesMayBeComputed() throws IOException {
    insert(Jane.atWash37135().and("employee[sites][102][siteId]", "102"));
    String box = "#boac-permission-type-site-for-district-10";
    assertThat(browser.get("/employee/edit/413").one(box).hasAttr("checked")).isFalse();
    browser.set("{\"rollupBoxes\":\"computed\"}");
    assertThat(browser.get("/employee/edit/413").one(box).hasAttr("checked")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"false,1", "true,0"})
  void siteBoxMayDenyInSpiteOfMembership(boolean denies, int granted) throws IOException {
    browser.set("{\"siteBoxDenies\":" + denies + "}");
    insert(Jane.atWash37135().and("employee[sites][101][isAvailable]", "101"));
    assertThat(
            SandboxState.of(sandbox).employees().stream()
                .filter(employee -> employee.path("posUserId").asLong() == 12345))
        .hasSize(granted);
  }

  @Test
  void listOfEverySiteIsAListAndALaterSiteIsNotInIt() throws IOException {
    insert(everySite());
    browser.control("/_sandbox/sites", "{\"name\":\"Late Wash\",\"shortCode\":\"LATE\"}");
    assertThat(janesSites()).hasSize(6).doesNotContain("Late Wash");
    assertThat(SandboxState.texts(SandboxState.of(sandbox).byPosUserId(70001).path("sites")))
        .as("of an employee with all sites")
        .contains("Late Wash");
  }

  @Test
  void listOfEverySiteMayBecomeAll() throws IOException {
    browser.set("{\"everySiteMeansAll\":true}");
    insert(everySite());
    assertThat(SandboxState.of(sandbox).byPosUserId(12345).path("allSites").asBoolean()).isTrue();
  }

  @Test
  void flatTenantMayHaveTheBoxesOfTheOtherShape() throws IOException {
    try (Sandbox flat =
        Sandbox.start(
            SandboxOptions.defaults()
                .withTenant(TenantShape.FLAT)
                .withSetting("flatMarkup", "site-boxes"))) {
      Browser other = Browser.loggedIn(flat);
      Document create = other.get("/employee/create").document();
      assertThat(create.select("[name='employee[siteIds][]'], .boac-permission-region-option"))
          .isEmpty();
      assertThat(create.select("input.boac-permission-site-option[name$='[isAvailable]'][checked]"))
          .hasSize(6);
      other.post("/employee/insert", Jane.doe().and("employee[sites][102][siteId]", "102").pairs());
      assertThat(SandboxState.texts(SandboxState.of(flat).byPosUserId(12345).path("sites")))
          .containsExactly("Harbor Wash");
      assertThat(
              other
                  .get("/employee/edit/413")
                  .document()
                  .select("input[name$='[siteId]']:not([disabled])")
                  .eachAttr("value"))
          .containsExactly("102");
    }
  }

  @Test
  void renamedMovedAndRemovedSitesShowAtOnce() throws IOException {
    insert(Jane.atWash37135().and("employee[sites][102][siteId]", "102"));
    browser.control("/_sandbox/sites/101", "{\"name\":\"Wash 1\",\"shortCode\":\"W1\"}");
    assertThat(browser.get("/employee/create").one("label[for=boac-permission-site-101]").text())
        .isEqualTo("Site (Wash 1)");
    browser.control("/_sandbox/sites/101", "{\"district\":20}");
    assertThat(
            browser
                .get("/employee/create")
                .one("#boac-permission-site-101")
                .attr("data-district-id"))
        .isEqualTo("20");
    assertThat(janesSites()).containsExactly("Harbor Wash", "Wash 1");
    assertThat(browser.delete("/_sandbox/sites/101").status()).isEqualTo(204);
    assertThat(janesSites()).containsExactly("Harbor Wash");
    assertThat(browser.delete("/_sandbox/sites/101").status()).isEqualTo(400);
  }

  @Test
  void templatesPermissionsAndDepartmentsChangeUnderAClientsFeet() throws IOException {
    browser.post("/employee/permissions/update", PermissionMatrix.granting("402", "3", 22));
    assertThat(access()).isEqualTo("General User");
    browser.control("/_sandbox/pos-templates/3", "{\"name\":\"Everyone\"}");
    assertThat(access()).isEqualTo("Everyone");
    browser.control("/_sandbox/pos-templates/3", "{\"grants\":[22,25],\"overrides\":[25]}");
    assertThat(access()).isEqualTo("Custom");
    assertThat(
            browser
                .get("/employee/permissions/402")
                .one("option[value=3]")
                .attr("data-permissions-set"))
        .isEqualTo("22,25");

    assertThat(browser.control("/_sandbox/pos-permissions", "{\"label\":\"Tips\"}").body())
        .contains("35");
    browser.post("/employee/permissions/update", PermissionMatrix.granting("402", "3", 22, 25));
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("grants").toString())
        .as("a matrix without the new permission changes nothing")
        .isEqualTo("[22]");

    browser.control("/_sandbox/departments/3", "{\"name\":\"Host\"}");
    assertThat(
            browser
                .get("/employee/create")
                .document()
                .select("#employee-departments option")
                .eachText())
        .containsExactly("Cashier", "Host", "Line", "Management");
    assertThat(browser.postJson("/_sandbox/pos-templates/3", "{\"grants\":[99],\"x\":1}").body())
        .contains("grants: no permission has the id 99")
        .contains("x: unknown; keys are [name, grants, overrides]");
  }

  private String access() throws IOException {
    return browser
        .get("/employee?posUserId=70002&active=all")
        .one("td.employees-col-template")
        .text();
  }
}

package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a hierarchical tenant reads and shows site access (protocol section 6). */
class AccessTest {
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

  /**
   * Short forms as in section 6.5: D = disabledRegions, d = disabledDistricts, s, a = site keys.
   */
  static Stream<Arguments> workedExamples() {
    List<String> six =
        List.of("Wash 37135", "Harbor Wash", "Creek Wash", "Canyon Wash", "Mesa Wash", "Pine Wash");
    return Stream.of(
        arguments("all, client", "all=1", six, true),
        arguments("all, browser", "all=on", six, true),
        arguments("all, sent as 0", "all=0 D2", six, true),
        arguments(
            "single, client",
            "D2 d11 d20 s101 a102 a103 a201 a202 a203",
            List.of("Wash 37135"),
            false),
        arguments("single, browser", "D2 d11 s101", List.of("Wash 37135"), false),
        arguments(
            "region, client",
            "D2 d20 s101 s102 s103 a201 a202 a203",
            List.of("Wash 37135", "Harbor Wash", "Creek Wash"),
            false),
        arguments(
            "region, browser",
            "D2 s101 s102 s103",
            List.of("Wash 37135", "Harbor Wash", "Creek Wash"),
            false),
        arguments(
            "district, client",
            "D2 d11 d20 s101 s102 a103 a201 a202 a203",
            List.of("Wash 37135", "Harbor Wash"),
            false),
        arguments(
            "district, browser", "D2 d11 s101 s102", List.of("Wash 37135", "Harbor Wash"), false),
        arguments(
            "two sites, client",
            "d11 a101 s102 a103 a201 a202 s203",
            List.of("Harbor Wash", "Pine Wash"),
            false),
        arguments(
            "two sites, browser", "d11 s102 s203", List.of("Harbor Wash", "Pine Wash"), false),
        arguments("every site listed stays a list", "s101 s102 s103 s201 s202 s203", six, false),
        arguments(
            "region rollup", "D2 R1", List.of("Wash 37135", "Harbor Wash", "Creek Wash"), false),
        arguments(
            "district rollup", "A20", List.of("Canyon Wash", "Mesa Wash", "Pine Wash"), false),
        arguments(
            "denied district beats membership", "d11 s103 s101", List.of("Wash 37135"), false),
        arguments("unknown site is ignored", "s101 s999", List.of("Wash 37135"), false));
  }

  private static Jane withSites(String shorthand) {
    Jane jane = Jane.doe();
    for (String key : List.of(shorthand.split(" ", -1))) {
      String id = key.substring(1);
      switch (key.charAt(0)) {
        case 'a' -> {
          if (key.startsWith("all=")) {
            jane.and("employee[isAllRegionsAllowed]", key.substring(4));
          } else {
            jane.and("employee[sites][" + id + "][isAvailable]", id);
          }
        }
        case 's' -> jane.and("employee[sites][" + id + "][siteId]", id);
        case 'D' -> jane.and("employee[disabledRegions][]", id);
        case 'd' -> jane.and("employee[disabledDistricts][]", id);
        case 'R' -> jane.and("employee[isAllDistrictsAllowedByRegion][]", id);
        case 'A' -> jane.and("employee[isAllSitesAllowedByDistrict][" + id + "]", "on");
        default -> throw new IllegalArgumentException(key);
      }
    }
    return jane;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workedExamples")
  void insertStoresWhatTheSitePairsSay(
      String name, String shorthand, List<String> sites, boolean all) throws IOException {
    assertThat(browser.post("/employee/insert", withSites(shorthand).pairs()).location())
        .as(name)
        .isEqualTo("/employee/permissions/413");
    JsonNode jane = SandboxState.of(sandbox).byPosUserId(12345);
    assertThat(SandboxState.texts(jane.path("sites"))).containsExactlyElementsOf(sites);
    assertThat(jane.path("allSites").asBoolean()).isEqualTo(all);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workedExamples")
  void storedAccessComesBackUnchangedFromItsOwnForm(
      String name, String shorthand, List<String> sites, boolean all) throws IOException {
    browser.post("/employee/insert", withSites(shorthand).pairs());
    JsonNode before = SandboxState.of(sandbox).byPosUserId(12345);
    Element form = browser.get("/employee/edit/413").one("#employee-create-edit-form");
    assertThat(browser.post("/employee/update", Browser.entries(form)).location())
        .as(name)
        .isEqualTo("/employee");
    assertThat(SandboxState.of(sandbox).byPosUserId(12345)).isEqualTo(before);
    assertThat(before.path("sites")).hasSize(sites.size());
    assertThat(before.path("allSites").asBoolean()).isEqualTo(all);
  }

  @Test
  void availabilityKeysAloneGrantNothing() throws IOException {
    Browser.Page answer =
        browser.post(
            "/employee/insert",
            Jane.doe()
                .and("employee[sites][101][isAvailable]", "101")
                .and("employee[sites][102][isAvailable]", "102")
                .pairs());
    assertThat(browser.get(answer.location()).messages())
        .containsExactly(
            "Available To Work requires no less than 1 valid selection.",
            "The employee must be assigned to at least one site. Please select a site where the"
                + " employee is Available to Work or set to inactive if they are no longer"
                + " employed.");
  }

  @Test
  void deniedParentMayLoseAgainstMembershipWhenSwitched() throws IOException {
    browser.postJson("/_sandbox/settings", "{\"deniedParentWins\":false}");
    browser.post("/employee/insert", withSites("D2 d11 s101 s201").pairs());
    assertThat(SandboxState.texts(SandboxState.of(sandbox).byPosUserId(12345).path("sites")))
        .containsExactly("Wash 37135", "Canyon Wash");
  }

  @Test
  void newFormDeniesEveryRegionAndKeepsMembershipDisabled() throws IOException {
    Document page = browser.get("/employee/create").document();
    assertThat(page.select(".boac-permission-region-option[checked]:not([disabled])")).hasSize(2);
    assertThat(page.select(".boac-permission-district-option[checked][disabled]")).hasSize(3);
    assertThat(page.select(".boac-permission-site-option[checked]:not([disabled])")).hasSize(6);
    assertThat(page.select("input[name$=[siteId]][disabled]")).hasSize(6);
    assertThat(page.select(".boac-permission-type-region[checked]")).isEmpty();
  }

  @Test
  void allRegionsIsShownByRollupsAndDisabledGroups() throws IOException {
    Document page = browser.get("/employee/edit/401").document();
    assertThat(page.select("#boac-permission-type-region[checked]")).hasSize(1);
    assertThat(page.select(".boac-permission-region-option[disabled]:not([checked])")).hasSize(2);
    assertThat(page.select(".boac-permission-type-district[checked]")).hasSize(2);
    assertThat(page.select(".boac-permission-district-option[disabled]:not([checked])")).hasSize(3);
    assertThat(page.select(".boac-permission-type-site[checked]")).hasSize(3);
    assertThat(page.select(".boac-permission-site-option[checked]")).isEmpty();
    assertThat(page.select("input[name$=[siteId]][disabled]")).hasSize(6);
    assertThat(page.select("#boac-permission-type-region").hasAttr("value")).isFalse();
  }

  @Test
  void someSitesAreShownByMembershipThatIsNotDisabled() throws IOException {
    browser.post("/employee/insert", withSites("D2 d11 s101").pairs());
    Document page = browser.get("/employee/edit/413").document();
    assertThat(page.select("input[name$=[siteId]]:not([disabled])").eachAttr("value"))
        .containsExactly("101");
    assertThat(page.select("#boac-permission-site-101").hasAttr("checked")).isFalse();
    assertThat(page.select("#boac-permission-site-102").hasAttr("checked")).isTrue();
    assertThat(page.select("#boac-permission-district-11").hasAttr("checked")).isTrue();
    assertThat(page.select("#boac-permission-district-11").hasAttr("disabled")).isFalse();
    assertThat(page.select("#boac-permission-district-20[checked][disabled]")).hasSize(1);
    assertThat(page.select("#boac-permission-region-2[checked]:not([disabled])")).hasSize(1);
    assertThat(page.select("label[for=boac-permission-site-101] strong").text())
        .isEqualTo("(Wash 37135)");
    assertThat(page.select("#boac-permission-site-101").attr("data-on")).isEqualTo("No");
  }

  @Test
  void sitesThatTheLoginMayNotSeeAreNeitherShownNorTakenAway() throws IOException {
    browser.post("/employee/insert", withSites("d11 s101 s203").pairs());
    browser.postJson("/_sandbox/settings", "{\"hiddenSites\":[201,202,203]}");
    Element form = browser.get("/employee/edit/413").one("#employee-create-edit-form");
    assertThat(form.select(".boac-permission-region-option")).hasSize(1);
    List<Map.Entry<String, String>> pairs = Browser.entries(form);
    assertThat(browser.post("/employee/update", pairs).location()).isEqualTo("/employee");
    assertThat(SandboxState.texts(SandboxState.of(sandbox).byPosUserId(12345).path("sites")))
        .containsExactly("Wash 37135", "Pine Wash");
  }

  @Test
  void everySetOfSitesSurvivesItsOwnForm() throws IOException {
    List<Integer> all = List.of(101, 102, 103, 201, 202, 203);
    for (int set = 1; set < 1 << all.size(); set++) {
      int chosen = set;
      List<Integer> sites =
          all.stream().filter(site -> (chosen >> all.indexOf(site) & 1) == 1).toList();
      browser.postJson("/_sandbox/employees/402", "{\"sites\":" + sites + "}");
      JsonNode before = SandboxState.of(sandbox).byPosUserId(70002);
      assertThat(before.path("sites")).hasSize(sites.size());
      Element form = browser.get("/employee/edit/402").one("#employee-create-edit-form");
      assertThat(form.select("input[name$=[siteId]]:not([disabled])").eachAttr("value"))
          .containsExactlyElementsOf(sites.stream().map(String::valueOf).toList());
      browser.post("/employee/update", Browser.entries(form));
      assertThat(SandboxState.of(sandbox).byPosUserId(70002)).isEqualTo(before);
    }
  }
}

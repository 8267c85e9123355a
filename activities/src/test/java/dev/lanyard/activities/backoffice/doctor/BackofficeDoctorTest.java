package dev.lanyard.activities.backoffice.doctor;

import static dev.lanyard.workflows.doctor.CheckResult.FAILED;
import static dev.lanyard.workflows.doctor.CheckResult.OK;
import static dev.lanyard.workflows.doctor.CheckResult.UNKNOWN;
import static dev.lanyard.workflows.doctor.CheckResult.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import dev.lanyard.workflows.doctor.OpenQuestion;
import dev.lanyard.workflows.doctor.PageSeen;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackofficeDoctorTest {

  private static final DoctorRequest THREE = new DoctorRequest(3);

  private TamperedTenant tenant;

  private TamperedTenant tenant(SandboxOptions options) throws IOException {
    tenant = new TamperedTenant(options);
    return tenant;
  }

  private TamperedTenant tenant() throws IOException {
    return tenant(SandboxOptions.defaults());
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private static Check check(ExaminedSystem system, String id) {
    List<Check> found = system.checks().stream().filter(c -> c.id().equals(id)).toList();
    assertThat(found).as(id + " in " + system.checks()).hasSize(1);
    return found.get(0);
  }

  private static List<String> ids(ExaminedSystem system, CheckResult result) {
    return system.checks(result).stream().map(Check::id).toList();
  }

  private static String answer(ExaminedSystem system, String topic) {
    Optional<OpenQuestion> question =
        system.questions().stream().filter(q -> q.topic().equals(topic)).findFirst();
    assertThat(question).as(topic).isPresent();
    return (question.get().answered() ? "" : "open: ") + question.get().answer();
  }

  @Test
  void aSoundTenantIsFineAndReadOnceInAKnownOrder() throws IOException {
    ExaminedSystem found = tenant().doctor("Wash 37135").examine(THREE);

    assertThat(ids(found, OK))
        .containsExactly(
            "login",
            "create-page",
            "configured-sites",
            "site-names",
            "greeter",
            "user-list",
            "bot-rights",
            "user-create-page",
            "email-filter",
            "roster",
            "whole-roster",
            "inactive-icon",
            "pos-user-id-filter",
            "edit-page",
            "permission-page",
            "compensation-page",
            "site-polarity",
            "clock");
    assertThat(found.checks()).hasSize(18);
    assertThat(tenant.requests())
        .containsExactly(
            "GET /login",
            "POST /login_check",
            "GET /employee/create",
            "GET /user",
            "GET /user/permissions/3310001",
            "GET /user/create",
            "GET /user",
            "GET /user",
            "GET /employee",
            "GET /employee",
            "GET /employee",
            "GET /employee",
            "GET /employee",
            "GET /employee",
            "GET /employee/edit/403",
            "GET /employee/permissions/403",
            "GET /employee/compensation/403",
            "GET /employee/edit/403",
            "GET /employee/edit/409",
            "GET /employee/edit/402",
            "GET /employee",
            "GET /employee",
            "GET /employee/2",
            "GET /employee/edit/999999999");
    assertThat(found.pages()).hasSize(23).extracting(PageSeen::what).contains("whole-roster");
    assertThat(check(found, "create-page").finding())
        .isEqualTo("A hierarchical tenant: 2 regions, 3 districts, 6 sites, 4 departments.");
    assertThat(check(found, "permission-page").finding()).contains("7 permission templates");
    assertThat(check(found, "site-polarity").finding()).contains("3 employees");
    assertThat(check(found, "bot-rights").finding()).contains("All sites").contains("105");
  }

  @Test
  void whatTheTenantAnswersOfTheOpenQuestionsIsWrittenDown() throws IOException {
    ExaminedSystem found = tenant().doctor().examine(THREE);

    assertThat(answer(found, "posUserId filter")).isEqualTo("exact");
    assertThat(answer(found, "limit and path pages together")).isEqualTo("yes");
    assertThat(answer(found, "inactive icon")).isEqualTo("fa-times");
    assertThat(answer(found, "unknown employee id")).isEqualTo("404");
    assertThat(answer(found, "compression")).isEqualTo("none");
    assertThat(answer(found, "server header")).isEqualTo("Sonnys Controls");
    assertThat(answer(found, "session id at login")).isEqualTo("is another one");
    assertThat(answer(found, "ceiling of limit")).isEqualTo("none up to 12 rows");
    assertThat(answer(found, "tenant time zone")).isEqualTo("the roster shows times in UTC");
    assertThat(answer(found, "flat markup and polarity")).startsWith("open: ");
    assertThat(answer(found, "rollup checkboxes on a write"))
        .isEqualTo("open: not answerable without writing");
  }

  @Test
  void theOtherReadingsAreToldToo() throws IOException {
    tenant(
        SandboxOptions.defaults()
            .withSetting("rotateSessionAtLogin", "false")
            .withSetting("unknownEmployee", "redirect")
            .withSetting("tenantZone", "America/New_York"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(answer(found, "session id at login")).isEqualTo("stays");
    assertThat(answer(found, "unknown employee id")).isEqualTo("302 to /employee");
    assertThat(answer(found, "tenant time zone")).isEqualTo("the roster shows times in EDT, EST");
  }

  @ParameterizedTest
  @CsvSource({"block, block list", "allow, allow list"})
  void aFlatTenantsPolarityIsProvenInBothReadings(String polarity, String told) throws IOException {
    tenant(
        SandboxOptions.defaults()
            .withTenant(TenantShape.FLAT)
            .withSetting("flatPolarity", polarity));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(found.checks(FAILED)).isEmpty();
    assertThat(check(found, "create-page").finding()).startsWith("A flat tenant: 6 sites");
    assertThat(check(found, "site-polarity").result()).isEqualTo(OK);
    assertThat(check(found, "bot-rights").result()).isEqualTo(OK);
    assertThat(answer(found, "flat markup and polarity")).contains(told);
  }

  @Test
  void siteBoxesThatContradictTheRosterFail() throws IOException {
    tenant(
        SandboxOptions.defaults()
            .withTenant(TenantShape.FLAT)
            .withSetting("flatPolarity", "allow"));
    tenant.shown(
        "/employee/edit/",
        page ->
            page.replace("data-on=\"Yes\"", "data-on=\"?\"")
                .replace("data-off=\"No\"", "data-off=\"Yes\"")
                .replace("data-on=\"?\"", "data-on=\"No\""));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("site-polarity");
    assertThat(check(found, "site-polarity").finding()).contains("disagree").contains("3 of 3");
  }

  @Test
  void flatBoxesWithoutLabelsAreAWarning() throws IOException {
    tenant(SandboxOptions.defaults().withTenant(TenantShape.FLAT));
    tenant.shown("/employee/edit/", page -> page.replace("data-on=", "data-was-on="));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, WARNING)).containsExactly("site-polarity");
    assertThat(answer(found, "flat markup and polarity")).startsWith("open: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "page"})
  void aRejectedLoginIsOneFindingAndTriedOnce(String reading) throws IOException {
    tenant().setting("badLogin", "\"" + reading + "\"");
    tenant.password = "wrong-Passw0rd";
    BackofficeDoctor doctor = tenant.doctor();
    ExaminedSystem found = doctor.examine(THREE);
    ExaminedSystem again = doctor.essentials();

    assertThat(ids(found, FAILED)).containsExactly("login");
    assertThat(ids(found, UNKNOWN)).containsExactly("pages");
    assertThat(check(found, "login").finding()).contains("rejected").doesNotContain("wrong-");
    assertThat(check(found, "login").remedy()).contains("SONNYS_BOT_PASSWORD");
    assertThat(ids(again, FAILED)).containsExactly("login");
    assertThat(tenant.requests()).containsExactly("GET /login", "POST /login_check");
  }

  @ParameterizedTest
  @CsvSource({
    "/employee/create, create-page, insert",
    "/user, user-list, table-users-list",
    "/user/permissions/*, bot-rights, /user/permissions/update",
    "/user/create, user-create-page, /user/insert",
    "/employee/edit/*, edit-page, /employee/update",
    "/employee/permissions/*, permission-page, /employee/permissions/update",
    "/employee/compensation/*, compensation-page, /employee/compensation/update",
    "/employee, roster, table-employees-list"
  })
  void aChangedPageNamesPageAndSelectorAndTheOthersGoOn(String path, String id, String selector)
      throws IOException {
    tenant().fault(path, "changed-markup", "");
    ExaminedSystem found = tenant.doctor().examine(THREE);

    Check changed = check(found, id);
    assertThat(changed.result()).isEqualTo(FAILED);
    assertThat(changed.finding()).contains(path.replace("*", "")).contains(selector);
    assertThat(changed.remedy()).contains("Compare the page");
    assertThat(found.checks(OK)).hasSizeGreaterThan(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maintenance-page", "cut-before-commit", "truncated-body"})
  void onePageOutOfOrderDoesNotHideTheOthers(String kind) throws IOException {
    tenant().fault("/employee/compensation/*", kind, "");
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("compensation-page");
    assertThat(ids(found, OK)).hasSize(17);
  }

  @Test
  void aSystemUnderMaintenanceIsNotAskedOnAndOn() throws IOException {
    BackofficeDoctor doctor = tenant().doctor();
    doctor.essentials();
    tenant.fault("*", "maintenance-page", "");
    tenant.requests();
    ExaminedSystem found = doctor.examine(THREE);

    assertThat(tenant.requests()).containsExactly("GET /employee/create", "GET /user");
    assertThat(ids(found, FAILED)).containsExactly("create-page", "user-list");
    assertThat(check(found, "roster").finding())
        .isEqualTo("Not looked at: Backoffice does not answer.");
  }

  @Test
  void noAnswerAtAllIsAFindingAndNoException() throws IOException {
    tenant().fault("*", "cut-before-commit", "");
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("login");
    assertThat(check(found, "login").finding()).contains("GET /login got no complete answer");
    assertThat(check(found, "login").remedy()).contains("SONNYS_SUBDOMAIN");
  }

  @Test
  void whoAsksToBeLeftAloneIs() throws IOException {
    tenant().fault("/user", "status", ",\"status\":429,\"delayMs\":7000");
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(check(found, "user-list").result()).isEqualTo(FAILED);
    assertThat(check(found, "user-list").remedy()).isEqualTo("Ask again in 7 s.");
    assertThat(tenant.requests()).endsWith("GET /user").hasSize(4);
  }

  @Test
  void aPageThatTheBotMayNotSeeTellsWhichRightsItNeeds() throws IOException {
    tenant().fault("/employee/compensation/*", "status", ",\"status\":403");
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("compensation-page");
    assertThat(check(found, "compensation-page").finding()).contains("403").doesNotContain("Give");
    assertThat(check(found, "compensation-page").remedy()).contains("Administrator template");
  }

  @Test
  void configuredSitesThatTheBotDoesNotSeeAreNamed() throws IOException {
    tenant().setting("hiddenSites", "[101]");
    ExaminedSystem found = tenant.doctor("Wash 37135", "Harbor Wash", "No Such Wash").essentials();

    assertThat(ids(found, OK)).containsExactly("login", "create-page");
    assertThat(check(found, "configured-sites").result()).isEqualTo(FAILED);
    assertThat(check(found, "configured-sites").finding())
        .isEqualTo(
            "The bot does not see 2 of 3 configured sites: \"No Such Wash\", \"Wash 37135\".");
    assertThat(check(found, "configured-sites").remedy()).contains("lanyard.sites");
    assertThat(tenant.requests())
        .containsExactly("GET /login", "POST /login_check", "GET /employee/create");
  }

  @Test
  void sitesOfOneNameAndAMissingGreeterAreWarnings() throws IOException {
    tenant()
        .shown(
            "/employee/create",
            page ->
                page.replace("Greeter", "Welcomer")
                    .replaceAll("Site <strong>\\([^)]*\\)", "Site <strong>(Wash)"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, WARNING)).containsExactly("site-names", "greeter");
    assertThat(check(found, "site-names").finding()).contains("\"Wash\"");
    assertThat(check(found, "greeter").remedy()).contains("SONNYS_GREETER_RULE");
  }

  @Test
  void aBotWithoutAllSitesFails() throws IOException {
    tenant()
        .shown(
            "/user/permissions/",
            page -> page.replaceAll("(?s)(name=\"isAllRegionsAllowed\".*?)checked", "$1"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("bot-rights");
    assertThat(check(found, "bot-rights").finding()).contains("does not have all sites");
  }

  @Test
  void aBotThatIsNoAdministratorIsAWarning() throws IOException {
    tenant()
        .shown(
            "/user/permissions/",
            page -> page.replaceAll("(?s)(name=\"perms\\[7\\]\\[isEnabled\\]\".*?)checked", "$1"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, WARNING)).containsExactly("bot-rights");
    assertThat(check(found, "bot-rights").finding()).contains("lacks 1");
  }

  @Test
  void filtersThatDoNotFilterFail() throws IOException {
    TamperedTenant everybody = tenant();
    everybody.ignoring("posUserId", "emailSearch");
    ExaminedSystem found = everybody.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("email-filter", "pos-user-id-filter");
    assertThat(answer(found, "posUserId filter")).isEqualTo("is ignored");
  }

  @Test
  void disabledEmployeesThatReadAsActiveFail() throws IOException {
    tenant().shown("/employee?active=inactive", page -> page.replace("fa fa-times", "fa fa-check"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("inactive-icon");
  }

  @Test
  void aRosterThatIsCutAtALimitFails() throws IOException {
    tenant()
        .shown(
            "/employee?active=all&limit=10000",
            page ->
                page.replace(
                    "</table>",
                    "</table><nav id=\"pager-employees\"><a href=\"/employee/2?a=b\">2</a></nav>"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, FAILED)).containsExactly("whole-roster");
    assertThat(answer(found, "ceiling of limit")).isEqualTo("yes, at 12 rows");
  }

  @Test
  void aTenantWithoutEmployeesIsNoSurprise() throws IOException {
    ExaminedSystem found =
        tenant(SandboxOptions.defaults().withEmployees(0)).doctor().examine(THREE);

    assertThat(found.checks(FAILED)).isEmpty();
    assertThat(ids(found, WARNING)).containsExactly("employees");
    assertThat(ids(found, UNKNOWN))
        .containsExactly(
            "inactive-icon",
            "pos-user-id-filter",
            "edit-page",
            "permission-page",
            "compensation-page",
            "site-polarity");
  }

  @Test
  void aClockThatIsMinutesOffIsAWarning() throws IOException {
    tenant().answeredWith(answer -> answer.setHeader("Date", "Thu, 01 Jan 2026 00:00:00 GMT"));
    ExaminedSystem found = tenant.doctor().examine(THREE);

    assertThat(ids(found, WARNING)).containsExactly("clock");
    assertThat(check(found, "clock").finding()).containsPattern("clock is \\d+ s (behind|ahead)");
  }

  @Test
  void nobodyIsNamedAndNothingIsWritten() throws Exception {
    tenant();
    JsonNode before = tenant.state();
    before
        .path("employees")
        .forEach(
            employee ->
                tenant.edit(
                    employee.path("id").asLong(),
                    """
                    {"firstName":"Zyxfirst","lastName":"Zyxlast","phone":"6155559876",\
                    "email":"zyx%s@example.test","adpEmployeeId":"ZYXADP","pin":98765}
                    """
                        .formatted(employee.path("id").asText())));
    JsonNode edited = tenant.state();
    tenant.requests();
    ExaminedSystem found = tenant.doctor().examine(new DoctorRequest(20));

    String told = new ObjectMapper().writeValueAsString(found) + found;
    assertThat(found.checks(FAILED)).isEmpty();
    assertThat(told)
        .doesNotContainIgnoringCase("zyx")
        .doesNotContain("9876")
        .doesNotContain("lanyard.bot")
        .doesNotContain("example.test")
        .doesNotContainPattern("\\b700\\d\\d\\b");
    assertThat(tenant.requests())
        .filteredOn(request -> !request.startsWith("GET "))
        .containsExactly("POST /login_check");
    assertThat(tenant.state()).isEqualTo(edited);
  }
}

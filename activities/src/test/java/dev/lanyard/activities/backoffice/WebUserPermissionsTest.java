package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.webuser.CloseWebUser;
import dev.lanyard.workflows.backoffice.webuser.ReadWebUserAccess;
import dev.lanyard.workflows.backoffice.webuser.SetWebUserPermissions;
import dev.lanyard.workflows.backoffice.webuser.WebAccess;
import dev.lanyard.workflows.backoffice.webuser.WebTemplateRef;
import dev.lanyard.workflows.backoffice.webuser.WebUserAccess;
import dev.lanyard.workflows.backoffice.webuser.WebUserClosed;
import dev.lanyard.workflows.backoffice.webuser.WebUserPermissionsSet;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "read web user access", "set web user permissions" and "close web user". */
class WebUserPermissionsTest {

  /** Made by hand for each test, active, with neither site nor permission. */
  private static final int JANE = 3_310_003;

  private static final String NAME = "jane_doe";

  /** Linked to employee 401, on all sites. */
  private static final int MANAGER = 3_310_002;

  private static final String UPDATE = "POST /user/permissions/update";

  private SandboxTenant tenant;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = tenant(TenantShape.HIERARCHICAL, folder);
  }

  private static SandboxTenant tenant(TenantShape shape, Path folder) throws IOException {
    SandboxTenant started =
        SandboxTenant.start(
            SandboxOptions.defaults().withTenant(shape), folder.resolve(shape.name()));
    started.person().addsUser("Jane", "Doe", "jane.doe@example.test", NAME);
    started.forgetRequests();
    return started;
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private WebUserAccess read(int userId, String username) {
    return tenant.webUsers(FakeAttempt.first()).readAccess(new ReadWebUserAccess(userId, username));
  }

  private WebTemplateRef template(String name) {
    return read(MANAGER, managerName()).templates().stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** It has a point, which the form for new ones does not allow. */
  private static String managerName() {
    return "first.manager";
  }

  private WebUserPermissionsSet set(SetWebUserPermissions request, FakeAttempt attempt) {
    return tenant.webUsers(attempt).setPermissions(request);
  }

  private WebUserPermissionsSet set(SetWebUserPermissions request) {
    return set(request, FakeAttempt.first());
  }

  private static SetWebUserPermissions wanted(SiteGrant sites, String... tokens) {
    return new SetWebUserPermissions(
        JANE, NAME, Optional.empty(), List.of(tokens), sites, Optional.empty());
  }

  private static SetWebUserPermissions wanted(SiteGrant sites, WebTemplateRef template) {
    return new SetWebUserPermissions(
        JANE, NAME, Optional.of(template), List.of(), sites, Optional.empty());
  }

  private SiteGrant all() {
    return new SiteGrant(true, read(JANE, NAME).offeredSites());
  }

  private SiteGrant some(int... indices) {
    List<SiteRef> offered = read(JANE, NAME).offeredSites();
    List<SiteRef> chosen = new ArrayList<>();
    for (int index : indices) {
      chosen.add(offered.get(index));
    }
    return new SiteGrant(false, chosen);
  }

  private static List<String> names(SiteGrant grant) {
    return grant.sites().stream().map(SiteRef::name).toList();
  }

  /** What the sandbox has stored, by its own words. */
  private JsonNode stored(String username) {
    return tenant.webUserRecord(username);
  }

  private List<String> storedSites(String username) {
    List<String> sites = new ArrayList<>();
    stored(username).path("sites").forEach(site -> sites.add(site.asText()));
    assertThat(stored(username).has("sites")).isTrue();
    return sites;
  }

  private boolean storedEverywhere(String username) {
    return stored(username).required("allSites").asBoolean();
  }

  private int storedPermissions(String username) {
    return stored(username).required("permissions").asInt();
  }

  private List<String> storedTokens() {
    return tenant.person().seesTokensOf(JANE);
  }

  @Test
  void anAccessIsReadWithWhatCouldBeGiven() {
    WebUserAccess access = read(MANAGER, managerName());

    assertThat(access.active()).isTrue();
    assertThat(access.access().orElseThrow().sites().all()).isTrue();
    assertThat(access.access().orElseThrow().tokens()).hasSize(60);
    assertThat(access.templateName()).contains("Manager");
    assertThat(access.templates())
        .extracting(WebTemplateRef::id)
        .containsExactlyInAnyOrder(1, 2, 3, 42, 43);
    assertThat(access.offeredTokens()).hasSize(105);
    assertThat(read(JANE, NAME).access().orElseThrow().sites().sites()).isEmpty();
  }

  @Test
  void aTemplateOnSomeSitesIsWrittenOnceAndReadBack() {
    SiteGrant sites = some(0, 3);
    WebTemplateRef template = template("General User");
    tenant.forgetRequests();

    assertThat(set(wanted(sites, template)).written()).isTrue();

    assertThat(tenant.requests())
        .containsExactly(
            "GET /login",
            "POST /login_check",
            "GET /user",
            "GET /user/permissions/" + JANE,
            UPDATE,
            "GET /user/permissions/" + JANE);
    assertThat(storedEverywhere(NAME)).isFalse();
    assertThat(storedSites(NAME)).containsExactlyInAnyOrderElementsOf(names(sites));
    assertThat(storedTokens()).containsExactlyInAnyOrderElementsOf(template.tokens());
    assertThat(set(wanted(sites, template)).written()).isFalse();
    assertThat(tenant.count(UPDATE)).isOne();
  }

  @Test
  void allSitesAndThenFewerTakesTheRestAway() {
    assertThat(set(wanted(all(), "employee.read", "report.read")).written()).isTrue();
    assertThat(storedEverywhere(NAME)).isTrue();

    SiteGrant one = some(2);
    assertThat(set(wanted(one, "report.read")).written()).isTrue();
    assertThat(storedEverywhere(NAME)).isFalse();
    assertThat(storedSites(NAME)).isEqualTo(names(one));
    assertThat(storedTokens()).containsExactly("report.read");
  }

  @Test
  void aListOfEverySiteIsNotAll() {
    SiteGrant every = new SiteGrant(false, all().sites());
    assertThat(set(wanted(every, "report.read")).written()).isTrue();
    assertThat(storedEverywhere(NAME)).isFalse();
    assertThat(set(wanted(all(), "report.read")).written()).isTrue();
    assertThat(storedEverywhere(NAME)).isTrue();
  }

  @Test
  void aTemplateThatStandsForOtherPermissionsNowIsNotApplied() {
    WebTemplateRef template = template("General User");
    WebTemplateRef older =
        new WebTemplateRef(template.id(), template.name(), List.of("employee.read"));
    SiteGrant sites = some(0);
    ApplicationFailure failure = last(FailureTypes.STATE_CHANGED, () -> set(wanted(sites, older)));
    assertThat(failure.getOriginalMessage()).contains("template 3");
    assertThat(tenant.count(UPDATE)).isZero();
  }

  @Test
  void whatIsNotOfferedIsNamedAllAtOnce() {
    SiteGrant elsewhere = new SiteGrant(false, List.of(new SiteRef(99_999, "Moon")));
    ApplicationFailure failure =
        last(FailureTypes.STATE_CHANGED, () -> set(wanted(elsewhere, "moon.write")));
    assertThat(failure.getOriginalMessage()).contains("site 99999", "permission moon.write");
    assertThat(tenant.count(UPDATE)).isZero();
  }

  @Test
  void whatSomebodyChangedSinceThePlanIsNotOverwritten() {
    WebAccess planned = read(JANE, NAME).access().orElseThrow();
    SiteGrant sites = some(0);
    set(wanted(some(1), "employee.read"));
    tenant.forgetRequests();

    ApplicationFailure failure =
        last(
            FailureTypes.STATE_CHANGED,
            () ->
                set(
                    new SetWebUserPermissions(
                        JANE,
                        NAME,
                        Optional.empty(),
                        List.of("report.read"),
                        sites,
                        Optional.of(planned))));
    assertThat(failure.getOriginalMessage())
        .contains("sites (", "too many 1 such as employee.read");
    assertThat(tenant.count(UPDATE)).isZero();

    // Already as wanted is done, whatever it was planned on.
    assertThat(
            set(new SetWebUserPermissions(
                    JANE,
                    NAME,
                    Optional.empty(),
                    List.of("employee.read"),
                    some(1),
                    Optional.of(planned)))
                .written())
        .isFalse();
  }

  @Test
  void anotherUsersIdOrNameIsNotTouched() {
    SiteGrant sites = some(0);
    last(
        FailureTypes.NOT_OURS,
        () ->
            set(
                new SetWebUserPermissions(
                    MANAGER,
                    NAME,
                    Optional.empty(),
                    List.of("report.read"),
                    sites,
                    Optional.empty())));
    last(
        FailureTypes.WEB_USER_NOT_FOUND,
        () ->
            set(
                new SetWebUserPermissions(
                    JANE,
                    "nobody",
                    Optional.empty(),
                    List.of("report.read"),
                    sites,
                    Optional.empty())));
    assertThat(tenant.count(UPDATE)).isZero();
  }

  @Test
  void aDisabledLoginGetsNothing() {
    SiteGrant sites = some(0);
    tenant.person().disablesUser(JANE);
    last(FailureTypes.STATE_CHANGED, () -> set(wanted(sites, "report.read")));
    assertThat(tenant.count(UPDATE)).isZero();
  }

  @Test
  void nothingToGrantIsRefusedBeforeAnyRequest() {
    tenant.forgetRequests();
    ApplicationFailure failure =
        last(FailureTypes.INPUT_REFUSED, () -> set(wanted(new SiteGrant(false, List.of()))));
    assertThat(failure.getOriginalMessage()).contains("tokens or a template", "sites must");
    assertThat(tenant.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit", "maintenance-page", "status"})
  void aLostAnswerIsLookedAtByTheNextAttempt(String kind) {
    SetWebUserPermissions request = wanted(some(1), "report.read");
    tenant.fault("POST", "/user/permissions/update", kind);
    FakeAttempt first = FakeAttempt.first();
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> set(request, first));
    // Landing later, it would give back what a close takes away meanwhile.
    assertThat(first.settled()).containsExactly(SandboxTenant.SETTLE_DELAY);

    assertThat(set(request, FakeAttempt.second()).written())
        .isEqualTo(!kind.equals("cut-after-commit"));
    assertThat(storedTokens()).containsExactly("report.read");
  }

  @Test
  void aSuccessWithoutEffectIsNotBelieved() {
    SetWebUserPermissions request = wanted(some(1), "report.read");
    tenant.fault("POST", "/user/permissions/update", "success-without-effect");
    ApplicationFailure failure = last(FailureTypes.NOT_APPLIED, () -> set(request));
    assertThat(failure.getOriginalMessage())
        .contains("sites (", "permissions (missing 1 such as report.read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed-markup", "truncated-body"})
  void aPageThatIsNotWholeIsNeverPosted(String kind) {
    SetWebUserPermissions request = wanted(some(1), "report.read");
    tenant.fault("GET", "/user/permissions/" + JANE, kind);
    String type =
        kind.equals("changed-markup") ? FailureTypes.PAGE_CHANGED : FailureTypes.BACKOFFICE_OUTAGE;
    assertThat(Refusals.failure(() -> set(request)).getType()).isEqualTo(type);
    assertThat(tenant.count(UPDATE)).isZero();
  }

  @Test
  void aSessionThatExpiresBetweenTheReadAndTheWriteIsRenewedOnce() {
    SetWebUserPermissions request = wanted(some(1), "report.read");
    boolean[] expired = {false};
    FakeAttempt attempt =
        FakeAttempt.first()
            .beforeWrite(
                () -> {
                  if (!expired[0]) {
                    expired[0] = true;
                    tenant.expireSessions();
                  }
                });
    assertThat(set(request, attempt).written()).isTrue();
    assertThat(attempt.writes()).isEqualTo(2);
    assertThat(storedTokens()).containsExactly("report.read");
  }

  @Test
  void whileSitesAreHiddenNothingIsGrantedAndClosingGoesOn() {
    SetWebUserPermissions request = wanted(some(1), "report.read");
    tenant.expectedSites = Set.of("Moon Wash");
    ApplicationFailure failure = last(FailureTypes.SITES_HIDDEN, () -> set(request));
    assertThat(failure.getOriginalMessage()).contains("Moon Wash");
    assertThat(tenant.count(UPDATE)).isZero();

    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    assertThat(close(MANAGER, managerName()).written()).isTrue();
  }

  @Test
  void tooManyRequestsWaitAsLongAsTheServerAsks() {
    SetWebUserPermissions request = wanted(some(1), "report.read");
    tenant.fault("POST", "/user/permissions/update", "status", ",\"status\":429");
    assertThat(retried(FailureTypes.RATE_LIMITED, () -> set(request)).getNextRetryDelay())
        .isPositive();
    assertThat(set(request, FakeAttempt.second()).written()).isTrue();
  }

  @Test
  void someSitesOfAFlatTenantAreSwitchedOffUntilNamed(@TempDir Path folder) throws IOException {
    tenant.close();
    tenant = tenant(TenantShape.FLAT, folder);
    SetWebUserPermissions request = wanted(some(0, 2), "report.read");

    assertThat(last(FailureTypes.BEHAVIOUR_UNPROVEN, () -> set(request)).getOriginalMessage())
        .contains("flat-user-sites");
    assertThat(tenant.count(UPDATE)).isZero();
    assertThat(set(wanted(all(), "report.read")).written()).isTrue();
    assertThat(storedEverywhere(NAME)).isTrue();

    tenant.unproven = Set.of(Unproven.FLAT_USER_SITES);
    assertThat(set(request).written()).isTrue();
    assertThat(storedEverywhere(NAME)).isFalse();
    assertThat(storedSites(NAME)).containsExactlyInAnyOrderElementsOf(names(request.sites()));
    assertThat(set(request).written()).isFalse();
  }

  private WebUserClosed close(int userId, String username) {
    return tenant
        .webUsers(FakeAttempt.first())
        .close(new CloseWebUser(userId, username, Optional.empty()));
  }

  @Test
  void closingIsHandedToAHumanUntilSwitchedOn() {
    WebUserClosed closed = close(MANAGER, managerName());

    assertThat(closed.written()).isFalse();
    assertThat(closed.loginActive()).isTrue();
    assertThat(closed.remaining()).containsExactly("login", "permissions", "sites");
    assertThat(closed.disableAt()).contains("/user/edit/" + MANAGER);
    assertThat(closed.reason()).contains("close-users");
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void closingTakesEverythingButOneSiteThatTheUserHas() {
    SiteGrant had = some(3, 5);
    set(wanted(had, "report.read", "employee.write"));
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    tenant.forgetRequests();

    WebUserClosed closed = close(JANE, NAME);

    assertThat(closed.written()).isTrue();
    assertThat(closed.loginActive()).isTrue();
    assertThat(closed.remaining()).containsExactly("login");
    assertThat(closed.disableAt()).contains("/user/edit/" + JANE);
    assertThat(storedTokens()).isEmpty();
    assertThat(storedSites(NAME)).containsExactly(had.sites().get(0).name());
    assertThat(storedEverywhere(NAME)).isFalse();
    assertThat(tenant.count(UPDATE)).isOne();

    assertThat(close(JANE, NAME).written()).isFalse();
    assertThat(tenant.count(UPDATE)).isOne();
  }

  @Test
  void closingOneOnAllSitesLeavesOneWithoutAnyPermission() {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    assertThat(close(MANAGER, managerName()).written()).isTrue();

    assertThat(storedEverywhere(managerName())).isFalse();
    assertThat(storedSites(managerName())).hasSize(1);
    assertThat(storedPermissions(managerName())).isZero();
  }

  @Test
  void closingOneWithoutAnythingWritesNothing() {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    WebUserClosed closed = close(JANE, NAME);
    assertThat(closed.written()).isFalse();
    assertThat(closed.remaining()).containsExactly("login");
    assertThat(storedSites(NAME)).isEmpty();
  }

  @Test
  void closingOneWhoseSitesTheBotDoesNotSeeGrantsNone() {
    SiteGrant had = some(3, 5);
    set(wanted(had, "report.read"));
    tenant.hideSites(had.sites().stream().map(SiteRef::id).toArray(Integer[]::new));
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);

    WebUserClosed closed = close(JANE, NAME);

    assertThat(closed.written()).isTrue();
    assertThat(closed.remaining()).containsExactly("login");
    assertThat(storedTokens()).isEmpty();
    assertThat(storedSites(NAME)).containsExactlyInAnyOrderElementsOf(names(had));
  }

  @Test
  void closingOneWithPermissionsAndNoSiteIsHandedToAHumanWhenBackofficeInsistsOnOne() {
    givePermissionWithoutSite();
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);

    WebUserClosed closed = close(JANE, NAME);

    assertThat(closed.written()).isFalse();
    assertThat(closed.loginActive()).isTrue();
    assertThat(closed.remaining()).containsExactly("login", "permissions");
    assertThat(closed.disableAt()).contains("/user/edit/" + JANE);
    assertThat(closed.reason()).contains("none was granted");
    assertThat(tenant.count(UPDATE)).isOne();
    assertThat(storedSites(NAME)).isEmpty();
  }

  /** Until something is posted the page shows one, which no known request brings about. */
  private AlteredPages givePermissionWithoutSite() {
    AlteredPages pages = tenant.alteredPages();
    pages.alter(
        "/user/permissions/" + JANE,
        page ->
            pages.posted("/user/permissions/update").isEmpty()
                ? page.replaceFirst("(name=\"perms\\[0]\\[isEnabled]\")", "$1 checked")
                : page);
    return pages;
  }

  @Test
  void closingOneWithPermissionsAndNoSiteTakesThePermissionsWhereBackofficeAllowsIt() {
    AlteredPages pages = givePermissionWithoutSite();
    // Taken without a site, as the real one may.
    pages.refuse("/user/permissions/update", "no such text", "/user");
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);

    WebUserClosed closed = close(JANE, NAME);

    assertThat(closed.written()).isTrue();
    assertThat(closed.remaining()).containsExactly("login");
    assertThat(pages.posted("/user/permissions/update"))
        .singleElement()
        .asString()
        .contains("perms[0][token]")
        .contains("disabledRegions[]")
        .doesNotContain("isEnabled", "siteIds", "isAll");
  }

  @Test
  void aDisabledLoginIsClosedAlready() {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    tenant.person().disablesUser(MANAGER);
    assertThat(close(MANAGER, managerName()))
        .isEqualTo(new WebUserClosed(MANAGER, false, false, List.of(), Optional.empty(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "page"})
  void theUserOfADisabledEmployeeIsClosedOrHandedOver(String userOfDisabledEmployee) {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    tenant.setting("userOfDisabledEmployee", userOfDisabledEmployee);
    tenant.call("POST", "employees/401", "{\"active\":false}");

    WebUserClosed closed = close(MANAGER, managerName());

    boolean shown = userOfDisabledEmployee.equals("page");
    assertThat(closed.written()).isEqualTo(shown);
    assertThat(closed.loginActive()).isTrue();
    assertThat(closed.disableAt()).contains("/user/edit/" + MANAGER);
    assertThat(closed.remaining())
        .isEqualTo(shown ? List.of("login") : List.of("login", "permissions", "sites"));
    assertThat(tenant.count(UPDATE)).isEqualTo(shown ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "page"})
  void theAccessOfADisabledEmployeesUserIsReadOrSaidToBeOutOfReach(String reading) {
    tenant.setting("userOfDisabledEmployee", reading);
    tenant.call("POST", "employees/401", "{\"active\":false}");
    if (reading.equals("page")) {
      assertThat(read(MANAGER, managerName()).access()).isPresent();
    } else {
      last(FailureTypes.WEB_USER_NOT_FOUND, () -> read(MANAGER, managerName()));
    }
  }

  @Test
  void anotherLastNameIsNotClosed() {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    last(
        FailureTypes.NOT_OURS,
        () ->
            tenant
                .webUsers(FakeAttempt.first())
                .close(new CloseWebUser(JANE, NAME, Optional.of("Example"))));
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit"})
  void aCloseWhoseAnswerWasLostIsLookedAt(String kind) {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    tenant.fault("POST", "/user/permissions/update", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> close(MANAGER, managerName()));

    assertThat(close(MANAGER, managerName()).written()).isEqualTo(!kind.equals("cut-after-commit"));
    assertThat(storedPermissions(managerName())).isZero();
  }

  @Test
  void aCloseWithoutEffectIsNotBelieved() {
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);
    tenant.fault("POST", "/user/permissions/update", "success-without-effect");
    last(FailureTypes.NOT_APPLIED, () -> close(MANAGER, managerName()));
  }

  @Test
  void onAFlatTenantTheSitesStayUnlessSwitchedOnToo(@TempDir Path folder) throws IOException {
    tenant.close();
    tenant = tenant(TenantShape.FLAT, folder);
    tenant.unproven = Set.of(Unproven.CLOSE_USERS);

    WebUserClosed closed = close(MANAGER, managerName());
    assertThat(closed.written()).isTrue();
    assertThat(closed.remaining()).containsExactly("login", "sites");
    assertThat(closed.reason()).contains("flat-user-sites");
    assertThat(storedPermissions(managerName())).isZero();
    assertThat(storedEverywhere(managerName())).isTrue();

    tenant.unproven = Set.of(Unproven.CLOSE_USERS, Unproven.FLAT_USER_SITES);
    assertThat(close(MANAGER, managerName()).remaining()).containsExactly("login");
    assertThat(storedSites(managerName())).hasSize(1);
  }

  @Test
  void namesThatStandInAReasonAreNobodys() {
    assertThat(Stream.of(close(MANAGER, managerName()).reason(), close(JANE, NAME).toString()))
        .noneMatch(text -> text.contains("Jane") || text.contains("manager"));
  }
}

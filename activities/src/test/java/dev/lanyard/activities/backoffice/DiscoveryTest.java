package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of the tenant, and what happens when it is no longer so. */
class DiscoveryTest {

  private static final String CREATE_PAGE = "GET /employee/create";

  @TempDir private Path folder;
  private SandboxTenant tenant;
  private BackofficePlan plan;

  @BeforeEach
  void start() throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    plan = tenant.plan();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  /** With everything remembered, as a worker that has been busy. */
  private BackofficeActivitiesImpl warm(FakeAttempt attempt) {
    BackofficeActivitiesImpl activities = tenant.activities(attempt);
    assertThat(activities.preFlight(new BackofficePreFlight(JANE, hire()))).isNotNull();
    tenant.forgetRequests();
    return activities;
  }

  private EmployeeCreated create(BackofficeActivitiesImpl activities) {
    return activities.createEmployee(tenant.createRequest(plan));
  }

  @Test
  void aSiteThatCameMeanwhileIsReadAnewInsteadOfMissed() {
    plan = tenant.plan(hireAt(SiteChoice.of(List.of("Creek Wash"))));
    tenant.hideSites(103);
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    tenant.hideSites();

    assertThat(create(activities).adopted()).isFalse();

    assertThat(tenant.count(CREATE_PAGE)).isOne();
    assertThat(tenant.jane().path("sites")).hasToString("[\"Creek Wash\"]");
  }

  @Test
  void aSiteThatIsGoneAlsoOnTheNewPageIsTheFailureThatItWas() {
    plan = tenant.plan(hireAt(SiteChoice.of(List.of("Creek Wash"))));
    tenant.hideSites(103);
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());

    assertThat(last(FailureTypes.STATE_CHANGED, () -> create(activities)).getOriginalMessage())
        .contains("no longer offers site 103");

    assertThat(tenant.count(CREATE_PAGE)).isOne();
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aRefusalOfARememberedFormIsTriedOnceMoreWithTheFormOfNow() {
    AlteredPages pages = tenant.alteredPages();
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    pages.alter(
        "/employee/create", "</form>", "<input type=hidden name=formVersion value=2></form>");
    pages.refuse("/employee/insert", "formVersion=2", "/employee/create?actionXfer=Ab3dE5gH");

    assertThat(create(activities).adopted()).isFalse();

    assertThat(pages.posted("/employee/insert"))
        .hasSize(2)
        .satisfies(bodies -> assertThat(bodies.get(0)).doesNotContain("formVersion"))
        .satisfies(bodies -> assertThat(bodies.get(1)).contains("formVersion=2"));
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @Test
  void aRefusalOfAFormThatIsStillTheSameIsFinalAfterOneWrite() {
    AlteredPages pages = tenant.alteredPages();
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    pages.refuse("/employee/insert", "never sent", "/employee/create?actionXfer=Ab3dE5gH");

    last(FailureTypes.BACKOFFICE_REFUSED, () -> create(activities));

    assertThat(pages.posted("/employee/insert")).hasSize(1);
    assertThat(tenant.requests())
        .containsExactly(
            "GET /employee", // the look
            CREATE_PAGE, // why it was refused
            "GET /employee", // whether ours came to rest meanwhile
            CREATE_PAGE); // whether the form is another one now
  }

  @Test
  void afterAnyFailureThePagesAreReadAnew() {
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    assertThat(create(activities).adopted()).isFalse();
    assertThat(tenant.count(CREATE_PAGE)).isZero();

    tenant.fault("GET", "/employee", "changed-markup");
    last(FailureTypes.PAGE_CHANGED, () -> create(activities));

    plan = withAnotherId(plan);
    assertThat(create(activities).adopted()).isFalse();
    assertThat(tenant.count(CREATE_PAGE)).isOne();
  }

  private static BackofficePlan withAnotherId(BackofficePlan plan) {
    return new BackofficePlan(
        PosUserId.of(12346),
        plan.firstName(),
        plan.lastName(),
        plan.phone(),
        Optional.empty(),
        plan.startDate(),
        plan.wageRate(),
        plan.overtimeRate(),
        plan.target());
  }

  @Test
  void anotherSessionOfTheClientUsesWhatTheFirstOneRead() {
    tenant.sessions = 2;
    BackofficeClient client = tenant.settings().connect();
    tenant.forgetRequests();
    CreatePage read =
        client.converse(
            () -> {},
            first -> {
              CreatePage page = first.createPage();
              CreatePage shared =
                  client.converse(
                      () -> {}, second -> second.offers().createPage(remembered -> true));
              assertThat(shared).isEqualTo(page);
              return page;
            });
    assertThat(read.blank()).isTrue();
    assertThat(tenant.requests()).containsExactly("GET /login", "POST /login_check", CREATE_PAGE);
  }

  @Test
  void withoutAnAgeNothingIsRemembered() {
    tenant.discoveryAge = Duration.ZERO;
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    assertThat(create(activities).adopted()).isFalse();
    assertThat(tenant.count(CREATE_PAGE)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "allow"})
  void aFlatTenantsFormIsNeverFromMemoryWhereItMayListWhatIsDenied(String polarity)
      throws IOException {
    try (SandboxTenant flat =
        SandboxTenant.start(
            SandboxOptions.defaults()
                .withTenant(TenantShape.FLAT)
                .withSetting("flatPolarity", polarity),
            folder.resolve("flat"))) {
      flat.hideSites(203);
      BackofficeActivitiesImpl activities = flat.activities(FakeAttempt.first());
      plan = flat.plan(hireAt(SiteChoice.of(List.of("Wash 37135"))));
      assertThat(activities.preFlight(new BackofficePreFlight(JANE, hire()))).isNotNull();
      flat.hideSites();
      flat.forgetRequests();

      assertThat(activities.createEmployee(flat.createRequest(plan)).adopted()).isFalse();

      assertThat(flat.count(CREATE_PAGE)).isOne();
      assertThat(flat.jane().path("sites")).hasToString("[\"Wash 37135\"]");
    }
  }

  @Test
  void aMatrixWithoutEffectIsLookedAtAndPostedAgain() {
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    int id = create(activities).employeeId();
    tenant.forgetRequests();
    tenant.fault("POST", "/employee/permissions/update", "success-without-effect");

    assertThat(activities.grantPermissionTemplate(new GrantTemplate(id, plan, true)))
        .isEqualTo(new TemplateGranted(true, "General User"));

    assertThat(tenant.requests())
        .containsExactly(
            "POST /employee/permissions/update",
            "GET /employee",
            "GET /employee/permissions/" + id,
            "GET /employee",
            "POST /employee/permissions/update",
            "GET /employee/permissions/" + id,
            "GET /employee");
    assertThat(tenant.jane().path("grants")).hasToString("[22]");
  }

  @Test
  void aTemplateThatStandsForMoreByNowGrantsNoMoreThanApprovedAndIsSaid() {
    AlteredPages pages = tenant.alteredPages();
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    int id = create(activities).employeeId();
    pages.alter(
        "/employee/permissions", "data-permissions-set=\"22\"", "data-permissions-set=\"22,25\"");
    pages.alter("/employee", page -> page.replace(">General User</td>", ">Custom</td>"));

    assertThat(
            last(
                    FailureTypes.STATE_CHANGED,
                    () -> activities.grantPermissionTemplate(new GrantTemplate(id, plan, true)))
                .getOriginalMessage())
        .contains("now stands for \"grants [22, 25]")
        .contains("Nothing beyond what was approved was granted");
    assertThat(tenant.jane().path("grants")).hasToString("[22]");
    assertThat(pages.posted("/employee/permissions/update"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains("employeeId=" + id + "&", "permissions[22][hasGrantAccess]=1")
                    .doesNotContain("permissions[25][hasGrantAccess]", "requiresOverride"));
  }

  @Test
  void aTemplateThatWasNotApprovedSoIsLookedAtBeforeAnythingIsPosted() {
    AlteredPages pages = tenant.alteredPages();
    pages.alter(
        "/employee/permissions", "data-permissions-set=\"22\"", "data-permissions-set=\"22,25\"");
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    int id = create(activities).employeeId();

    last(
        FailureTypes.STATE_CHANGED,
        () -> activities.grantPermissionTemplate(new GrantTemplate(id, plan, true)));

    assertThat(pages.posted("/employee/permissions/update")).isEmpty();
  }

  @Test
  void somebodyWhoWasDisabledMeanwhileIsNotPassedOver() {
    int[] id = {0};
    FakeAttempt attempt = FakeAttempt.first();
    BackofficeActivitiesImpl activities = warm(attempt);
    id[0] = create(activities).employeeId();
    attempt.beforeWrite(() -> tenant.call("POST", "employees/" + id[0], "{\"active\":false}"));

    assertThat(
            last(
                    FailureTypes.STATE_CHANGED,
                    () -> activities.grantPermissionTemplate(new GrantTemplate(id[0], plan, true)))
                .getOriginalMessage())
        .contains("it is disabled");
  }

  @Test
  void sitesThatTheRosterContradictsAreNotPassedOverEither() {
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    int id = create(activities).employeeId();
    tenant.call("POST", "employees/" + id, "{\"sites\":[101,203]}");

    assertThat(
            last(
                    FailureTypes.NOT_APPLIED,
                    () -> activities.grantPermissionTemplate(new GrantTemplate(id, plan, true)))
                .getOriginalMessage())
        .contains("the roster shows sites [W37135, PINE]");
  }

  @Test
  void anyLaterAttemptAndAnyRecordThatWasThereBeforeIsLookedAtFirst() {
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    int id = create(activities).employeeId();
    List<String> withALook =
        List.of(
            "GET /employee/permissions/" + id,
            "GET /employee",
            "POST /employee/permissions/update",
            "GET /employee/permissions/" + id,
            "GET /employee");
    tenant.forgetRequests();
    assertThat(activities.grantPermissionTemplate(new GrantTemplate(id, plan)).written()).isTrue();
    assertThat(tenant.requests()).containsExactlyElementsOf(withALook);

    tenant.call("POST", "employees/" + id, "{\"template\":\"None\"}");
    BackofficeActivitiesImpl second = warm(FakeAttempt.second());
    assertThat(second.grantPermissionTemplate(new GrantTemplate(id, plan, true)).written())
        .isTrue();
    // Twice: what an earlier attempt may have sent comes to rest in between.
    List<String> settled = new ArrayList<>(withALook.subList(0, 2));
    settled.addAll(withALook);
    assertThat(tenant.requests()).containsExactlyElementsOf(settled);
  }

  @Test
  void aMatrixWithAFieldThatWeDoNotKnowIsNobodyElses() {
    AlteredPages pages = tenant.alteredPages();
    pages.alter(
        "/employee/permissions",
        page ->
            page.replaceFirst(
                "(name=\"employeeId\" value=\"(\\d+)\">)",
                "$1<input type=hidden name=record value=$2>"));
    BackofficeActivitiesImpl activities = warm(FakeAttempt.first());
    int id = create(activities).employeeId();

    assertThat(activities.grantPermissionTemplate(new GrantTemplate(id, plan, true)).written())
        .isTrue();

    assertThat(tenant.count("GET /employee/permissions/" + id)).isOne();
    assertThat(pages.posted("/employee/permissions/update"))
        .singleElement()
        .satisfies(body -> assertThat(body).contains("record=" + id + "&"));
  }
}

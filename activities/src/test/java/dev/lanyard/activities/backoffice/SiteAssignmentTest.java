package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.SitesAssigned;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAssignmentTest {

  private SandboxTenant tenant;
  private BackofficePlan plan;
  private BackofficePlan elsewhere;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    plan = tenant.plan();
    elsewhere = tenant.plan(hireAt(SiteChoice.of(List.of("Creek Wash", "Pine Wash"))));
    employeeId = tenant.createAndGrant(plan).employeeId();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private SitesAssigned assign(BackofficePlan wanted) {
    return assign(wanted, FakeAttempt.first());
  }

  private SitesAssigned assign(BackofficePlan wanted, FakeAttempt attempt) {
    return tenant
        .activities(attempt)
        .assignSites(new AssignSites(JANE, employeeId, wanted, tenant.pin()));
  }

  private String sites() {
    return tenant.jane().path("sites").toString();
  }

  @Test
  void sitesThatAreAsPlannedAreNotWrittenAgain() {
    assertThat(assign(plan)).isEqualTo(new SitesAssigned(false, List.of("W37135")));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void otherSitesAreWrittenOnceAndTheRestOfTheRecordStays() {
    assertThat(assign(elsewhere).written()).isTrue();

    assertThat(sites()).isEqualTo("[\"Creek Wash\",\"Pine Wash\"]");
    assertThat(tenant.jane().path("active").asBoolean()).isTrue();
    assertThat(tenant.jane().path("pin").asText()).isEqualTo(SandboxTenant.PIN.digits());
    assertThat(tenant.jane().path("startDate").asText()).isEqualTo("2026-05-01");
    assertThat(tenant.jane().path("template").asText()).isEqualTo("General User");
    assertThat(tenant.writes()).isOne();
    assertThat(assign(elsewhere).written()).isFalse();
  }

  @Test
  void allSitesAndBackToAListIsNeverWiderThanPlanned() {
    assertThat(assign(tenant.plan(hireAtAll())).written()).isTrue();
    assertThat(tenant.jane().path("allSites").asBoolean()).isTrue();

    assertThat(assign(elsewhere).written()).isTrue();

    assertThat(tenant.jane().path("allSites").asBoolean()).isFalse();
    assertThat(sites()).isEqualTo("[\"Creek Wash\",\"Pine Wash\"]");
  }

  @Test
  void theFormOfSomebodyWithAllSitesNeverSendsWhatGrantsThemAll() {
    assertThat(assign(tenant.plan(hireAtAll())).written()).isTrue();
    AlteredPages pages = tenant.alteredPages();

    assertThat(assign(elsewhere).written()).isTrue();

    assertThat(pages.posted("/employee/update"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .doesNotContain("isAll", "isAvailable")
                    .endsWith(
                        "&employee[disabledDistricts][]=10&employee[sites][103][siteId]=103"
                            + "&employee[sites][203][siteId]=203"));
  }

  private static Hire hireAtAll() {
    return hireAt(SiteChoice.everySite());
  }

  @Test
  void aListOfEverySiteIsNotTakenForAllSites() {
    List<String> everyName =
        tenant.plan(hireAtAll()).target().sites().sites().stream().map(s -> s.name()).toList();
    BackofficePlan list = tenant.plan(hireAt(SiteChoice.of(everyName)));

    assertThat(assign(list).written()).isTrue();
    assertThat(tenant.jane().path("allSites").asBoolean()).isFalse();
    assertThat(assign(list).written()).isFalse();
    assertThat(assign(tenant.plan(hireAtAll())).written()).isTrue();
  }

  @Test
  void aRecordWithAnotherPinIsNotOurs() {
    AssignSites request =
        new AssignSites(JANE, employeeId, elsewhere, tenant.seal(Pin.of(55555), JANE));
    last(FailureTypes.NOT_OURS, () -> tenant.activities(FakeAttempt.first()).assignSites(request));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aDisabledRecordIsNeitherChangedNorReactivated() {
    assertThat(
            tenant
                .activities(FakeAttempt.first())
                .disableEmployee(Disabling.of(JANES_ID))
                .written())
        .isTrue();
    tenant.forgetRequests();

    last(FailureTypes.STATE_CHANGED, () -> assign(elsewhere));

    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-found", "redirect"})
  void anUnknownEmployeeIsNotFound(String unknownEmployee) {
    tenant.setting("unknownEmployee", unknownEmployee);
    employeeId = 99_999;
    last(FailureTypes.EMPLOYEE_NOT_FOUND, () -> assign(plan));
  }

  @Test
  void aSuccessWithoutEffectIsNotBelieved() {
    tenant.fault("POST", "/employee/update", "success-without-effect");
    assertThat(last(FailureTypes.NOT_APPLIED, () -> assign(elsewhere)).getOriginalMessage())
        .contains("sites (planned sites [103, 203], found sites [101])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit"})
  void aLostAnswerIsLookedAtByTheNextAttempt(String kind) {
    tenant.fault("POST", "/employee/update", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> assign(elsewhere));
    assertThat(assign(elsewhere, FakeAttempt.second()).written())
        .isEqualTo(kind.equals("cut-before-commit"));
    assertThat(sites()).isEqualTo("[\"Creek Wash\",\"Pine Wash\"]");
  }

  @Test
  void aSessionThatExpiresBetweenFormAndWriteKeepsTheWholeForm() {
    FakeAttempt attempt = FakeAttempt.first();
    boolean[] expired = {false};
    attempt.beforeWrite(
        () -> {
          if (!expired[0]) {
            expired[0] = true;
            tenant.expireSessions();
          }
        });
    assertThat(assign(elsewhere, attempt).written()).isTrue();
    assertThat(tenant.count("POST /employee/update")).isEqualTo(2);
    assertThat(tenant.jane().path("email").asText()).isEqualTo("jane.doe@example.com");
  }

  @Test
  void aFormThatTakesEffectLateDoesNotReopenWhatADisableClosesAfterwards() {
    tenant.fault("POST", "/employee/update", "commit-late", ",\"delayMs\":300");
    FakeAttempt attempt = FakeAttempt.first().whileSettling(this::awaitOtherSites);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> assign(elsewhere, attempt));
    assertThat(attempt.settled()).containsExactly(SandboxTenant.SETTLE_DELAY);

    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    assertThat(activities.disableEmployee(Disabling.of(JANES_ID)).written()).isTrue();
    assertThat(sites()).isEqualTo("[\"Creek Wash\",\"Pine Wash\"]");
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  @Test
  void aLaterAttemptLetsAnEarlierWriteSettleOnlyWhenThereIsSomethingToWrite() {
    FakeAttempt late = FakeAttempt.second();
    assertThat(assign(elsewhere, late).written()).isTrue();
    assertThat(late.settled()).containsExactly(SandboxTenant.SETTLE_DELAY);

    FakeAttempt again = FakeAttempt.second();
    assertThat(assign(elsewhere, again).written()).isFalse();
    assertThat(again.settled()).isEmpty();
  }

  private void awaitOtherSites() {
    while (!sites().contains("Creek Wash")) {
      Thread.onSpinWait();
    }
  }
}

package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeDisabled;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.hr.PosUserId;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmployeeDisablingTest {

  private static final EmployeeDisabled NONE = new EmployeeDisabled(Optional.empty(), false);

  private SandboxTenant tenant;
  private Path folder;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    this.folder = folder;
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private EmployeeDisabled disable(DisableEmployee request) {
    return tenant.activities(FakeAttempt.first()).disableEmployee(request);
  }

  /** Everybody but the active flag of one. */
  private static JsonNode withoutActive(JsonNode employees, int employeeId) {
    JsonNode copy = employees.deepCopy();
    for (JsonNode employee : copy) {
      if (employee.path("id").asInt() == employeeId) {
        assertThat(((ObjectNode) employee).remove("active")).isNotNull();
      }
    }
    return copy;
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void everyActiveEmployeeIsDisabledAndNothingElseOfThemChanges(TenantShape shape)
      throws IOException {
    try (SandboxTenant all =
        SandboxTenant.start(
            SandboxOptions.defaults().withTenant(shape), folder.resolve(shape.name()))) {
      BackofficeActivitiesImpl activities = all.activities(FakeAttempt.first());
      for (JsonNode employee : all.employees()) {
        int id = employee.path("id").asInt();
        PosUserId posUserId = PosUserId.of(employee.path("posUserId").asInt());
        boolean active = employee.path("active").asBoolean();
        JsonNode before = all.employees();

        assertThat(activities.disableEmployee(Disabling.of(posUserId)))
            .isEqualTo(new EmployeeDisabled(Optional.of(id), active));

        assertThat(withoutActive(all.employees(), id)).isEqualTo(withoutActive(before, id));
      }
      assertThat(all.employees()).noneMatch(employee -> employee.path("active").asBoolean());
    }
  }

  @Test
  void repeatedItWritesNothing() {
    JsonNode somebody = tenant.somebody(true);
    PosUserId posUserId = PosUserId.of(somebody.path("posUserId").asInt());
    int id = somebody.path("id").asInt();

    assertThat(disable(Disabling.of(posUserId, id)).written()).isTrue();
    assertThat(disable(Disabling.of(posUserId, id)))
        .isEqualTo(new EmployeeDisabled(Optional.of(id), false));
    assertThat(tenant.writes()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-found", "redirect"})
  void nobodyToDisableIsAnAnswer(String unknownEmployee) {
    tenant.setting("unknownEmployee", unknownEmployee);
    assertThat(disable(Disabling.of(JANES_ID))).isEqualTo(NONE);
    // But one that was known cannot just be gone.
    last(FailureTypes.EMPLOYEE_NOT_FOUND, () -> disable(Disabling.of(JANES_ID, 99_999)));
  }

  @Test
  void anotherLastNameIsNotTouched() {
    JsonNode somebody = tenant.somebody(true);
    DisableEmployee request =
        new DisableEmployee(
            JANE,
            PosUserId.of(somebody.path("posUserId").asInt()),
            Optional.empty(),
            Optional.of("Doe"),
            Optional.empty(),
            false);
    ApplicationFailure failure = last(FailureTypes.NOT_OURS, () -> disable(request));
    assertThat(failure.getOriginalMessage())
        .doesNotContain(somebody.path("lastName").asText().strip());
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void theLastNameMayDifferInCaseAndOuterBlanks() {
    JsonNode somebody = tenant.somebody(true);
    DisableEmployee request =
        new DisableEmployee(
            JANE,
            PosUserId.of(somebody.path("posUserId").asInt()),
            Optional.empty(),
            Optional.of(
                " " + somebody.path("lastName").asText().strip().toUpperCase(Locale.ROOT) + " "),
            Optional.empty(),
            false);
    assertThat(disable(request).written()).isTrue();
  }

  @Test
  void aKnownIdThatNowHasAnotherPosUserIdIsNotTouched() {
    JsonNode somebody = tenant.somebody(true);
    last(FailureTypes.NOT_OURS, () -> disable(Disabling.of(JANES_ID, somebody.path("id").asInt())));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aCompensationDisablesOnlyTheRecordThatItsCreateMade() {
    BackofficePlan plan = tenant.plan();
    tenant.createAndGrant(plan);
    DisableEmployee ofAnother = compensation(plan, Pin.of(55555));
    DisableEmployee ours = compensation(plan, SandboxTenant.PIN);

    assertThat(disable(ofAnother)).isEqualTo(NONE);
    assertThat(tenant.jane().path("active").asBoolean()).isTrue();
    assertThat(disable(ours).written()).isTrue();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
    assertThat(disable(ours).written()).isFalse();
  }

  @Test
  void aCompensationWaitsForACreateWhoseAnswerWasLost() {
    BackofficePlan plan = tenant.plan();
    tenant.fault("POST", "/employee/insert", "commit-late", ",\"delayMs\":300");
    retried(
        FailureTypes.UNCONFIRMED_WRITE,
        () -> tenant.activities(FakeAttempt.first()).createEmployee(tenant.createRequest(plan)));
    FakeAttempt attempt = FakeAttempt.first().whileSettling(() -> tenant.awaitRecord(JANES_ID));

    EmployeeDisabled disabled =
        tenant.activities(attempt).disableEmployee(compensation(plan, SandboxTenant.PIN));

    assertThat(disabled.written()).isTrue();
    assertThat(attempt.settled()).containsExactly(SandboxTenant.SETTLE_DELAY);
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  private DisableEmployee compensation(BackofficePlan plan, Pin pin) {
    return new DisableEmployee(
        JANE,
        plan.posUserId(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new DisableEmployee.Creation(plan, tenant.seal(pin, JANE))),
        true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit", "maintenance-page"})
  void aLostAnswerIsLookedAtByTheNextAttempt(String kind) {
    JsonNode somebody = tenant.somebody(true);
    PosUserId posUserId = PosUserId.of(somebody.path("posUserId").asInt());
    tenant.fault("POST", "/employee/update", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> disable(Disabling.of(posUserId)));

    assertThat(disable(Disabling.of(posUserId)).written())
        .isEqualTo(!kind.equals("cut-after-commit"));
    assertThat(tenant.records(posUserId).get(0).path("active").asBoolean()).isFalse();
  }

  @Test
  void aSuccessWithoutEffectIsNotBelieved() {
    PosUserId posUserId = PosUserId.of(tenant.somebody(true).path("posUserId").asInt());
    tenant.fault("POST", "/employee/update", "success-without-effect");
    last(FailureTypes.NOT_APPLIED, () -> disable(Disabling.of(posUserId)));
    assertThat(disable(Disabling.of(posUserId)).written()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed-markup", "truncated-body"})
  void aFormThatIsNotWholeIsNeverPosted(String kind) {
    JsonNode somebody = tenant.somebody(true);
    int id = somebody.path("id").asInt();
    PosUserId posUserId = PosUserId.of(somebody.path("posUserId").asInt());
    tenant.fault("GET", "/employee/edit/" + id, kind);
    String type =
        kind.equals("changed-markup") ? FailureTypes.PAGE_CHANGED : FailureTypes.BACKOFFICE_OUTAGE;
    assertThat(Refusals.failure(() -> disable(Disabling.of(posUserId, id))).getType())
        .isEqualTo(type);
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void tooManyRequestsWaitAsLongAsTheServerAsks() {
    PosUserId posUserId = PosUserId.of(tenant.somebody(true).path("posUserId").asInt());
    tenant.fault("POST", "/employee/update", "status", ",\"status\":429");
    ApplicationFailure failure =
        retried(FailureTypes.RATE_LIMITED, () -> disable(Disabling.of(posUserId)));
    assertThat(failure.getNextRetryDelay()).isPositive();
    assertThat(disable(Disabling.of(posUserId)).written()).isTrue();
  }

  /** Only what identifies the record and the active box are needed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "employee[adpEmployeeId]",
        "employee[phone]",
        "employee[email]",
        "employee[firstName]",
        "employee[lastName]",
        "boac-permission-site-option",
        "data-district-id=",
        "isAllRegionsAllowed"
      })
  void aFormWithoutWhatDisablingDoesNotUseIsStillDisabled(String gone) {
    JsonNode somebody = tenant.somebody(true);
    int id = somebody.path("id").asInt();
    PosUserId posUserId = PosUserId.of(somebody.path("posUserId").asInt());
    // The server takes what comes without a name that its form does not have either.
    tenant.alteredPages().alter("/employee/edit/", gone, "x-" + gone);
    tenant.alteredPages().refuse("/employee/update", "no such text", "/employee");
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());

    // What was posted did not arrive here; that it is still active is seen all the same.
    last(FailureTypes.NOT_APPLIED, () -> activities.disableEmployee(Disabling.of(posUserId, id)));
    assertThat(tenant.alteredPages().posted("/employee/update"))
        .singleElement()
        .asString()
        .contains("employee[id]=" + id, "posCredential[POSLoginID]=" + posUserId)
        .doesNotContain("employee[isActive]");

    tenant.edit(id, "{\"active\":false}");
    assertThat(activities.disableEmployee(Disabling.of(posUserId, id)))
        .isEqualTo(new EmployeeDisabled(Optional.of(id), false));
    LocateEmployee locate = new LocateEmployee(posUserId, Optional.empty(), Optional.of(id));
    assertThat(activities.locate(locate).employeeId()).contains(id);
    assertThat(
            activities
                .verify(
                    new ExpectedEmployee(
                        id, posUserId, Optional.empty(), Optional.empty(), Optional.empty()))
                .active())
        .isFalse();
  }

  @Test
  void aTenantWithoutTheAdpFieldDisables() {
    JsonNode somebody = tenant.somebody(true);
    PosUserId posUserId = PosUserId.of(somebody.path("posUserId").asInt());
    tenant
        .alteredPages()
        .alter("/employee/edit/", "name=\"employee[adpEmployeeId]\"", "data-was-named");
    assertThat(disable(Disabling.of(posUserId)).written()).isTrue();
    assertThat(tenant.records(posUserId).get(0).path("active").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"employee[id]", "posCredential[POSLoginID]", "employee[isActive]"})
  void aFormThatDoesNotSayWhoseItIsOrWhetherItIsActiveIsNotPosted(String gone) {
    JsonNode somebody = tenant.somebody(true);
    PosUserId posUserId = PosUserId.of(somebody.path("posUserId").asInt());
    tenant.alteredPages().alter("/employee/edit/", gone, "x-" + gone);
    assertThat(
            last(
                    FailureTypes.PAGE_CHANGED,
                    () -> disable(Disabling.of(posUserId, somebody.path("id").asInt())))
                .getOriginalMessage())
        .contains(gone);
    assertThat(tenant.writes()).isZero();
  }
}

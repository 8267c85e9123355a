package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a create makes of a Backoffice that fails in every way that is known. */
class EmployeeCreationFaultsTest {

  private SandboxTenant tenant;
  private BackofficePlan plan;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    plan = tenant.plan();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private EmployeeCreated create(FakeAttempt attempt) {
    return tenant.activities(attempt).createEmployee(tenant.createRequest(plan));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit"})
  void aCutConnectionEndsWithExactlyOneRecord(String kind) {
    tenant.fault("POST", "/employee/insert", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(FakeAttempt.first()));

    boolean committed = kind.equals("cut-after-commit");
    FakeAttempt second = FakeAttempt.second();
    assertThat(create(second).adopted()).isEqualTo(committed);
    assertThat(second.settled())
        .isEqualTo(committed ? List.of() : List.of(SandboxTenant.SETTLE_DELAY));
    assertThat(tenant.records(JANES_ID)).hasSize(1);
    assertThat(tenant.count("POST /employee/insert")).isEqualTo(committed ? 1 : 2);
  }

  @Test
  void aWriteThatTakesEffectWhileWeSettleIsAdopted() {
    tenant.fault("POST", "/employee/insert", "commit-late", ",\"delayMs\":300");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(FakeAttempt.first()));

    FakeAttempt second = FakeAttempt.second().whileSettling(() -> tenant.awaitRecord(JANES_ID));
    assertThat(create(second).adopted()).isTrue();
    assertThat(second.writes()).isZero();
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @Test
  void aWriteThatTakesEffectRightBeforeTheNextOneIsAdoptedInsteadOfRefused() {
    tenant.fault("POST", "/employee/insert", "commit-late", ",\"delayMs\":600");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(FakeAttempt.first()));

    FakeAttempt second = FakeAttempt.second().beforeWrite(() -> tenant.awaitRecord(JANES_ID));
    assertThat(create(second).adopted()).isTrue();
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @Test
  void aSuccessWithoutEffectIsNotBelieved() {
    tenant.fault("POST", "/employee/insert", "success-without-effect");
    last(FailureTypes.NOT_APPLIED, () -> create(FakeAttempt.first()));
    assertThat(tenant.count("POST /employee/insert")).isOne();
  }

  @Test
  void aSessionThatExpiresBeforeTheWriteIsRenewedOnceAndTheWriteRepeated() {
    FakeAttempt attempt = FakeAttempt.first();
    boolean[] expired = {false};
    attempt.beforeWrite(
        () -> {
          if (!expired[0]) {
            expired[0] = true;
            tenant.expireSessions();
          }
        });

    assertThat(create(attempt).adopted()).isFalse();

    assertThat(attempt.writes()).isEqualTo(2);
    assertThat(tenant.count("POST /login_check")).isEqualTo(2);
    assertThat(tenant.count("POST /employee/insert")).isEqualTo(2);
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login-page", "forbidden", "unauthorized"})
  void anExpiryThatMayHaveBeenExecutedIsNotRepeatedInTheSameAttempt(String signal) {
    tenant.setting("expirySignal", signal);
    FakeAttempt first = FakeAttempt.first();
    retried(
        FailureTypes.UNCONFIRMED_WRITE, () -> create(first.beforeWrite(tenant::expireSessions)));
    assertThat(first.writes()).isOne();

    assertThat(create(FakeAttempt.second()).adopted()).isFalse();
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "login-page", "forbidden", "unauthorized"})
  void aSessionThatExpiresBeforeALookIsRenewedOnce(String signal) {
    tenant.setting("expirySignal", signal);
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    activities.logInAgain();
    tenant.expireSessions();

    assertThat(activities.createEmployee(tenant.createRequest(plan)).adopted()).isFalse();
    assertThat(tenant.count("POST /login_check")).isEqualTo(2);
    assertThat(tenant.count("POST /employee/insert")).isOne();
  }

  @Test
  void aMaintenancePageIsAnOutageOnALookAndAnUnconfirmedWriteOnAWrite() {
    tenant.fault("GET", "/employee/create", "maintenance-page");
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> create(FakeAttempt.first()));
    tenant.fault("POST", "/employee/insert", "maintenance-page");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(FakeAttempt.second()));

    create(FakeAttempt.second());
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/employee", "/employee/create"})
  void changedMarkupStopsBeforeAnythingIsWritten(String path) {
    tenant.fault("GET", path, "changed-markup");
    ApplicationFailure failure = last(FailureTypes.PAGE_CHANGED, () -> create(FakeAttempt.first()));
    assertThat(failure.getOriginalMessage()).contains("(" + path + ")");
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/employee", "/employee/create"})
  void aPageThatEndsTooEarlyIsAnOutage(String path) {
    tenant.fault("GET", path, "truncated-body");
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> create(FakeAttempt.first()));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aServerErrorIsAnOutageOnALookAndAnUnconfirmedWriteOnAWrite() {
    tenant.fault("GET", "/employee/create", "status", ",\"status\":500");
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> create(FakeAttempt.first()));
    tenant.fault("POST", "/employee/insert", "status", ",\"status\":500");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(FakeAttempt.second()));

    create(FakeAttempt.second());
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /employee/create", "POST /employee/insert"})
  void tooManyRequestsWaitAsLongAsTheServerAsks(String request) {
    String method = request.split(" ", 2)[0];
    tenant.fault(method, request.substring(method.length() + 1), "status", ",\"status\":429");
    ApplicationFailure failure =
        retried(FailureTypes.RATE_LIMITED, () -> create(FakeAttempt.first()));
    assertThat(failure.getNextRetryDelay()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));

    create(FakeAttempt.second());
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @Test
  void somebodyElsesEditBeforeTheReadBackIsSaid() {
    tenant.fault("GET", "/employee/edit/*", "edit-in-between");
    ApplicationFailure failure = last(FailureTypes.NOT_APPLIED, () -> create(FakeAttempt.first()));
    assertThat(failure.getOriginalMessage()).contains("is not as planned in: ");
  }
}

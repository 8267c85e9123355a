package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.Wage;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each change makes of a Backoffice that fails in every way that is known. */
class EmployeeChangeFaultsTest {

  /** One change of Jane each, with where it reads and writes. */
  enum Method {
    CHANGE("edit", "update") {
      @Override
      boolean carryOut(EmployeeChangeActivities activities, SandboxTenant tenant, int id) {
        return activities
            .changeEmployee(
                new ChangeEmployee(
                    JANE,
                    id,
                    JANES_ID,
                    true,
                    Fields.jane().get(),
                    Fields.of().phone("6155559876").sites(203).get()))
            .written();
      }

      @Override
      boolean isDone(JsonNode jane) {
        return jane.path("phone").asText().equals("6155559876")
            && jane.path("sites").toString().equals("[\"Pine Wash\"]");
      }
    },
    PIN("edit", "update") {
      @Override
      boolean carryOut(EmployeeChangeActivities activities, SandboxTenant tenant, int id) {
        return activities
            .changePin(
                new ChangePin(
                    JANE,
                    id,
                    JANES_ID,
                    true,
                    Fields.jane().get(),
                    Optional.of(tenant.pin()),
                    tenant.seal(Pin.of(70707), JANE)))
            .written();
      }

      @Override
      boolean isDone(JsonNode jane) {
        return jane.path("pin").asInt() == 70707;
      }
    },
    REACTIVATE("edit", "update") {
      @Override
      boolean carryOut(EmployeeChangeActivities activities, SandboxTenant tenant, int id) {
        return activities
            .reactivateEmployee(
                new ReactivateEmployee(
                    JANE,
                    id,
                    JANES_ID,
                    Fields.jane().get(),
                    Fields.jane().sites(203).get(),
                    tenant.seal(Pin.of(70707), JANE)))
            .written();
      }

      @Override
      boolean isDone(JsonNode jane) {
        return jane.path("active").asBoolean()
            && jane.path("pin").asInt() == 70707
            && jane.path("sites").toString().equals("[\"Pine Wash\"]");
      }
    },
    PERMISSIONS("permissions", "permissions/update") {
      @Override
      boolean carryOut(EmployeeChangeActivities activities, SandboxTenant tenant, int id) {
        return activities
            .setPermissions(
                new SetPermissions(
                    id,
                    JANES_ID,
                    true,
                    new PermissionGrants(List.of(22), List.of()),
                    Optional.empty(),
                    Optional.of(new PermissionGrants(List.of(22, 25), List.of(25)))))
            .written();
      }

      @Override
      boolean isDone(JsonNode jane) {
        return jane.path("grants").toString().equals("[22,25]")
            && jane.path("overrides").toString().equals("[25]");
      }
    },
    WAGE("compensation", "compensation/update") {
      @Override
      boolean carryOut(EmployeeChangeActivities activities, SandboxTenant tenant, int id) {
        Wage first =
            new Wage(
                Optional.of(new BigDecimal("15.50")),
                Optional.empty(),
                true,
                Optional.of(new BigDecimal("23.25")),
                LocalDate.of(2026, 5, 1),
                Optional.empty());
        return activities
            .recordWage(
                new RecordWage(
                    id,
                    JANES_ID,
                    true,
                    Optional.of(first),
                    Optional.of(new BigDecimal("17")),
                    Optional.empty(),
                    Optional.empty(),
                    LocalDate.of(2026, 7, 1),
                    false))
            .written();
      }

      @Override
      boolean isDone(JsonNode jane) {
        return jane.path("wages").findValuesAsText("rate").equals(List.of("17.0", "15.5"));
      }
    };

    private final String page;
    private final String post;

    Method(String page, String post) {
      this.page = page;
      this.post = post;
    }

    String form(int id) {
      return "/employee/" + page + "/" + id;
    }

    String write() {
      return "/employee/" + post;
    }

    /** Whether it wrote. */
    abstract boolean carryOut(EmployeeChangeActivities activities, SandboxTenant tenant, int id);

    abstract boolean isDone(JsonNode jane);
  }

  private SandboxTenant tenant;
  private int employeeId;
  private JsonNode before;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    employeeId = tenant.createAndGrant(tenant.plan()).employeeId();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private void prepare(Method method) {
    if (method == Method.REACTIVATE) {
      tenant.edit(employeeId, "{\"active\":false}");
    }
    before = tenant.jane();
    tenant.forgetRequests();
  }

  private boolean carryOut(Method method, FakeAttempt attempt) {
    return method.carryOut(tenant.changes(attempt), tenant, employeeId);
  }

  private boolean isDone(Method method) {
    return method.isDone(tenant.jane());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void itIsDoneOnceAndASecondTimeItIsSeenToBeDone(Method method) {
    prepare(method);
    assertThat(carryOut(method, FakeAttempt.first())).isTrue();
    assertThat(isDone(method)).isTrue();
    assertThat(carryOut(method, FakeAttempt.first())).isFalse();
    assertThat(tenant.writes()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aConnectionCutBeforeTheCommitIsWrittenAgainAfterItSettled(Method method) {
    prepare(method);
    tenant.fault("POST", method.write(), "cut-before-commit");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> carryOut(method, FakeAttempt.first()));
    assertThat(tenant.jane()).isEqualTo(before);

    FakeAttempt second = FakeAttempt.second();
    assertThat(carryOut(method, second)).isTrue();
    assertThat(second.settled()).containsExactly(SandboxTenant.SETTLE_DELAY);
    assertThat(isDone(method)).isTrue();
    assertThat(tenant.writes()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aConnectionCutAfterTheCommitIsFoundDone(Method method) {
    prepare(method);
    tenant.fault("POST", method.write(), "cut-after-commit");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> carryOut(method, FakeAttempt.first()));

    FakeAttempt second = FakeAttempt.second();
    assertThat(carryOut(method, second)).isFalse();
    assertThat(second.settled()).isEmpty();
    assertThat(isDone(method)).isTrue();
    assertThat(tenant.writes()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aCommitThatComesLateIsWaitedForAndNotRepeated(Method method) {
    prepare(method);
    tenant.fault("POST", method.write(), "commit-late", ",\"delayMs\":400");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> carryOut(method, FakeAttempt.first()));

    FakeAttempt second = FakeAttempt.second().whileSettling(() -> awaitDone(method));
    assertThat(carryOut(method, second)).isFalse();
    assertThat(tenant.writes()).isOne();
  }

  /** A disable that follows finds the change made, and nothing opens again what it closes. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void aWriteThatTakesEffectLateComesToRestBeforeItsAttemptFails(Method method) {
    prepare(method);
    tenant.fault("POST", method.write(), "commit-late", ",\"delayMs\":300");
    FakeAttempt attempt = FakeAttempt.first().whileSettling(() -> awaitDone(method));
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> carryOut(method, attempt));
    assertThat(attempt.settled()).containsExactly(SandboxTenant.SETTLE_DELAY);

    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    assertThat(activities.disableEmployee(Disabling.of(JANES_ID)).written()).isTrue();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  private void awaitDone(Method method) {
    while (!isDone(method)) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aSuccessWithoutEffectIsNotBelieved(Method method) {
    prepare(method);
    tenant.fault("POST", method.write(), "success-without-effect");
    last(FailureTypes.NOT_APPLIED, () -> carryOut(method, FakeAttempt.first()));
    assertThat(tenant.jane()).isEqualTo(before);
    assertThat(carryOut(method, FakeAttempt.first())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aSessionThatExpiresBetweenReadAndWriteKeepsTheWholeForm(Method method) {
    prepare(method);
    FakeAttempt attempt = FakeAttempt.first();
    boolean[] expired = {false};
    attempt.beforeWrite(
        () -> {
          if (!expired[0]) {
            expired[0] = true;
            tenant.expireSessions();
          }
        });
    assertThat(carryOut(method, attempt)).isTrue();
    assertThat(isDone(method)).isTrue();
    assertThat(tenant.count("POST " + method.write())).isEqualTo(2);
    assertThat(tenant.count("POST /login_check")).isEqualTo(2);
    assertThat(attempt.writes()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void anExpiryThatMayHaveBeenExecutedIsNotRepeatedInTheSameAttempt(Method method) {
    prepare(method);
    tenant.setting("expirySignal", "login-page");
    FakeAttempt attempt = FakeAttempt.first().beforeWrite(tenant::expireSessions);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> carryOut(method, attempt));
    assertThat(attempt.writes()).isOne();
    assertThat(tenant.jane()).isEqualTo(before);
    assertThat(carryOut(method, FakeAttempt.second())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void anAttemptThatMayNoLongerWriteDoesNot(Method method) {
    prepare(method);
    FakeAttempt paused =
        FakeAttempt.first()
            .beforeWrite(
                () -> {
                  throw ApplicationFailure.newFailure("late", FailureTypes.ATTEMPT_EXPIRED);
                });
    retried(FailureTypes.ATTEMPT_EXPIRED, () -> carryOut(method, paused));
    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aPageThatChangedIsNeverPosted(Method method) {
    prepare(method);
    tenant.fault("GET", method.form(employeeId), "changed-markup");
    ApplicationFailure failure =
        last(FailureTypes.PAGE_CHANGED, () -> carryOut(method, FakeAttempt.first()));
    assertThat(failure.getOriginalMessage()).contains("(" + method.form(employeeId) + ")");
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aPageThatEndsTooEarlyIsAnOutage(Method method) {
    prepare(method);
    tenant.fault("GET", method.form(employeeId), "truncated-body");
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> carryOut(method, FakeAttempt.first()));
    assertThat(tenant.writes()).isZero();
  }

  /** What a lost read-back leaves behind is found by the next attempt. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void aReadBackThatFailsIsMadeUpByTheNextAttempt(Method method) {
    prepare(method);
    tenant.fault("GET", method.form(employeeId), "status", ",\"nth\":2,\"status\":503");
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> carryOut(method, FakeAttempt.first()));
    assertThat(carryOut(method, FakeAttempt.second())).isFalse();
    assertThat(tenant.writes()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "500, UNCONFIRMED_WRITE",
    "429, RATE_LIMITED",
  })
  void aWriteThatIsAnsweredWithAnErrorIsMadeAgain(int status, String type) {
    for (Method method : List.of(Method.CHANGE, Method.PERMISSIONS, Method.WAGE)) {
      prepare(method);
      tenant.fault("POST", method.write(), "status", ",\"status\":" + status);
      retried(type, () -> carryOut(method, FakeAttempt.first()));
      assertThat(carryOut(method, FakeAttempt.second())).isTrue();
      assertThat(tenant.writes()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void nobodyIsNotFound(Method method) {
    prepare(method);
    employeeId = 99_999;
    ApplicationFailure failure = Refusals.failure(() -> carryOut(method, FakeAttempt.first()));
    // Where the roster is read first, the POS user ID is seen to be somebody else's.
    assertThat(failure.getType())
        .isEqualTo(
            method == Method.PERMISSIONS || method == Method.WAGE
                ? FailureTypes.NOT_OURS
                : FailureTypes.EMPLOYEE_NOT_FOUND);
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aRecordWhoseActiveFlagChangedMeanwhileIsNotTouched(Method method) {
    prepare(method);
    tenant.edit(employeeId, "{\"active\":" + (method == Method.REACTIVATE) + "}");
    before = tenant.jane();
    tenant.forgetRequests();
    last(FailureTypes.STATE_CHANGED, () -> carryOut(method, FakeAttempt.first()));
    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane()).isEqualTo(before);
  }
}

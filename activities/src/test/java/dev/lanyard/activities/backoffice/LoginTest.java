package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

  private static final int CALLS = 20;

  private SandboxTenant tenant;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    tenant.sessions = 4;
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private void wrongPassword() {
    tenant.credentials.set(new BackofficeCredentials(tenant.credentials.get().username(), "wrong"));
  }

  private static void look(BackofficeActivitiesImpl activities) {
    assertThat(
            activities
                .locate(new LocateEmployee(JANES_ID, Optional.empty(), Optional.empty()))
                .employeeId())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "page"})
  void aWrongPasswordIsTriedOnceByTwentyCallsTogether(String badLogin) throws Exception {
    tenant.setting("badLogin", badLogin);
    wrongPassword();
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    Callable<ApplicationFailure> call =
        () -> last(FailureTypes.BOT_LOGIN_REJECTED, () -> look(activities));
    ExecutorService callers = Executors.newFixedThreadPool(CALLS);
    try {
      List<Callable<ApplicationFailure>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(call);
      }
      for (Future<ApplicationFailure> answer : callers.invokeAll(calls)) {
        assertThat(answer.get().getOriginalMessage())
            .contains("SONNYS_BOT_PASSWORD")
            .doesNotContain("wrong");
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(tenant.count("POST /login_check")).isOne();
  }

  @Test
  void twentyCallsTogetherLogEachSessionInOnceAtMost() throws Exception {
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    ExecutorService callers = Executors.newFixedThreadPool(CALLS);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(
            () -> {
              look(activities);
              return true;
            });
      }
      for (Future<Boolean> answer : callers.invokeAll(calls)) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(tenant.count("POST /login_check")).isBetween(1L, 4L);
    assertThat(tenant.count("GET /employee")).isEqualTo(CALLS);
  }

  @Test
  void anotherPasswordIsPickedUpWithoutARestart() {
    BackofficeCredentials right = tenant.credentials.get();
    wrongPassword();
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    last(FailureTypes.BOT_LOGIN_REJECTED, () -> look(activities));

    tenant.credentials.set(right);
    look(activities);

    assertThat(tenant.count("POST /login_check")).isEqualTo(2);
  }

  @Test
  void theSamePasswordIsTriedAgainOnlyWhenAHumanAsksForIt() {
    String right = tenant.credentials.get().password();
    tenant.setting("backofficePassword", "changed-meanwhile");
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    last(FailureTypes.BOT_LOGIN_REJECTED, () -> look(activities));
    last(FailureTypes.BOT_LOGIN_REJECTED, () -> look(activities));
    assertThat(tenant.count("POST /login_check")).isOne();
    last(FailureTypes.BOT_LOGIN_REJECTED, activities::logInAgain);
    last(FailureTypes.BOT_LOGIN_REJECTED, () -> look(activities));
    assertThat(tenant.count("POST /login_check")).isEqualTo(2);

    tenant.setting("backofficePassword", right);
    last(FailureTypes.BOT_LOGIN_REJECTED, () -> look(activities));
    activities.logInAgain();
    look(activities);

    assertThat(tenant.count("POST /login_check")).isEqualTo(3);
  }

  @Test
  void anOutageDuringTheLoginIsNoRejection() {
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    for (String kind : List.of("maintenance-page", "cut-before-commit")) {
      tenant.fault("GET", "/login", kind);
      Refusals.retried(FailureTypes.BACKOFFICE_OUTAGE, () -> look(activities));
      tenant.fault("POST", "/login_check", kind);
      Refusals.retried(FailureTypes.BACKOFFICE_OUTAGE, () -> look(activities));
    }
    tenant.fault("POST", "/login_check", "status", ",\"status\":500");
    Refusals.retried(FailureTypes.BACKOFFICE_OUTAGE, () -> look(activities));
    look(activities);
  }

  @Test
  void credentialsAndSettingsDoNotPrintThePassword() {
    assertThat(tenant.credentials.get().toString()).isEqualTo("BackofficeCredentials[[redacted]]");
  }
}

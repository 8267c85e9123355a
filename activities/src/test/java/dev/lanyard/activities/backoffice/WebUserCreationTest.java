package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.backoffice.client.ScriptedBackoffice;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.Password;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.webuser.CapturePassword;
import dev.lanyard.workflows.backoffice.webuser.CreateWebUser;
import dev.lanyard.workflows.backoffice.webuser.SealedPassword;
import dev.lanyard.workflows.backoffice.webuser.WebUserCreated;
import dev.lanyard.workflows.hr.EmployeeNumber;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "create web user": exactly once, and only where user name and e-mail are free. */
class WebUserCreationTest {

  private static final Password PASSWORD = Password.of("Wash-and-Dry-2026");
  private static final int NEXT_ID = 3_310_003;

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

  /** Linked to the second employee, who has no web user yet. */
  private CreateWebUser linked() {
    return linked(tenant, "jane_doe");
  }

  private static CreateWebUser linked(SandboxTenant tenant, String username) {
    JsonNode employee = employee(tenant);
    return new CreateWebUser(
        JANE,
        Optional.of(employee.path("id").asInt()),
        employee.path("firstName").asText().strip(),
        employee.path("lastName").asText().strip(),
        employee.path("email").asText(),
        username,
        tenant.seal(PASSWORD, JANE),
        List.of());
  }

  /** Active, with an e-mail, and not the one who has a web user. */
  private static JsonNode employee(SandboxTenant tenant) {
    for (JsonNode employee : tenant.employees()) {
      if (employee.path("id").asInt() != 401
          && employee.path("active").asBoolean()
          && !employee.path("email").asText().isBlank()) {
        return employee;
      }
    }
    throw new AssertionError("nobody");
  }

  private CreateWebUser standalone() {
    return new CreateWebUser(
        JANE,
        Optional.empty(),
        "Jane",
        "Doe",
        "jane.doe@example.test",
        "jane_doe",
        tenant.seal(PASSWORD, JANE),
        List.of());
  }

  private WebUserCreated create(CreateWebUser request, FakeAttempt attempt) {
    return tenant.webUsers(attempt).create(request);
  }

  private WebUserCreated create(CreateWebUser request) {
    return create(request, FakeAttempt.first());
  }

  private static CreateWebUser with(CreateWebUser request, String email, List<Integer> known) {
    return new CreateWebUser(
        request.employeeNumber(),
        request.employeeId(),
        request.firstName(),
        request.lastName(),
        email,
        request.username(),
        request.password(),
        known);
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void aLinkedUserIsMadeWithoutAnyAccess(TenantShape shape) throws IOException {
    try (SandboxTenant other =
        SandboxTenant.start(
            SandboxOptions.defaults().withTenant(shape), folder.resolve(shape.name()))) {
      CreateWebUser request = linked(other, "jane_doe");
      other.forgetRequests();

      WebUserCreated created = other.webUsers(FakeAttempt.first()).create(request);

      assertThat(created).isEqualTo(new WebUserCreated(NEXT_ID, false));
      JsonNode user = other.webUserRecord("jane_doe");
      assertThat(user.path("id").asInt()).isEqualTo(NEXT_ID);
      assertThat(user.path("employeeId").asInt()).isEqualTo(request.employeeId().orElseThrow());
      assertThat(user.path("email").asText()).isEqualTo(request.email());
      assertThat(user.required("permissions").asInt()).isZero();
      assertThat(user.required("sites")).isEmpty();
      assertThat(other.requests())
          .containsExactly(
              "GET /login",
              "POST /login_check",
              "GET /user",
              "GET /user",
              "GET /user/create",
              "POST /user/insert",
              "GET /user");
    }
  }

  @Test
  void theBodyIsExactlyTheSixCapturedFields() throws IOException {
    Keys keys = Keys.create(folder.resolve("other"));
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      String empty =
          "<div id=main-column><h1 id=page-title>Back Office Users</h1><table"
              + " class=table-users-list><tbody><tr><td colspan=9><h3>No Back Office Users found"
              + "</h3></td></tr></tbody></table></div>";
      server
          .on("GET /user", ScriptedBackoffice.html(200, empty))
          .on("GET /user/create", ScriptedBackoffice.page("user-create"))
          .on(
              "POST /user/insert",
              ScriptedBackoffice.redirect("/user/permissions/7001234?userIsNew=1"));
      BackofficeSettings settings =
          new BackofficeSettings(
              RemoteOrigin.parse(server.origin()),
              () -> new BackofficeCredentials("bot", "secret"),
              SandboxTenant.HTTP_TIMEOUT,
              SandboxTenant.SETTLE_DELAY,
              1,
              LinkField.NONE,
              true);
      WebUserActivitiesImpl activities =
          new WebUserActivitiesImpl(
              settings.connect(),
              settings,
              keys.passwordSealer(),
              keys.passwordOpener(),
              FakeAttempt.first(),
              new SecureRandom());

      // This server forgets whom it made: the list stays empty.
      last(
          FailureTypes.NOT_APPLIED,
          () ->
              activities.create(
                  new CreateWebUser(
                      JANE,
                      Optional.of(501),
                      "dana",
                      "EXAMPLE",
                      "dana@example.test",
                      "dana_example",
                      new SealedPassword(keys.passwordSealer().seal(PASSWORD, JANE.value())),
                      List.of())));

      assertThat(server.bodies())
          .containsExactly(
              """
              employee[isOnSiteEmployee]=1
              user[employeeId]=501
              employee[email]=dana@example.test
              user[username]=dana_example
              user[password]=Wash-and-Dry-2026
              user[confirmPassword]=Wash-and-Dry-2026""");
    }
  }

  @Test
  void withoutAnEmployeeItIsRefusedBeforeAnyRequestUntilSwitchedOn() {
    CreateWebUser request = standalone();
    tenant.forgetRequests();

    ApplicationFailure failure = last(FailureTypes.BEHAVIOUR_UNPROVEN, () -> create(request));
    assertThat(failure.getOriginalMessage())
        .contains("standalone-users")
        .contains("lanyard.backoffice.unproven");
    assertThat(tenant.requests()).isEmpty();

    tenant.unproven = Set.of(Unproven.STANDALONE_USERS);
    assertThat(create(request)).isEqualTo(new WebUserCreated(NEXT_ID, false));
    JsonNode user = tenant.webUserRecord("jane_doe");
    assertThat(user.path("employeeId").isNull()).isTrue();
    assertThat(user.path("firstName").asText()).isEqualTo("Jane");
  }

  @Test
  void everyMistakeIsRefusedBeforeAnyRequest() {
    tenant.unproven = Set.of(Unproven.STANDALONE_USERS);
    tenant.forgetRequests();
    CreateWebUser bad =
        new CreateWebUser(
            EmployeeNumber.of("hr-10442"),
            Optional.empty(),
            "J",
            "",
            "nobody",
            "1jane",
            null,
            List.of());

    ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, () -> create(bad));
    assertThat(failure.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
    assertThat(failure.getOriginalMessage())
        .contains("firstName must have at least 2 characters")
        .contains("lastName is missing")
        .contains("email must")
        .contains("username must begin with a letter")
        .contains("password is missing");
    assertThat(tenant.requests()).isEmpty();
  }

  @Test
  void aTakenUserNameIsNobodysToAdoptInAFirstAttempt() {
    CreateWebUser request = linked();
    create(request);
    tenant.forgetRequests();

    ApplicationFailure failure = last(FailureTypes.NOT_OURS, () -> create(request));
    assertThat(failure.getOriginalMessage()).contains("The user name", "web user 3310003 (active)");
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aUserNameOfSomebodyElseIsNotAdoptedInALaterAttemptEither() {
    CreateWebUser request = linked();
    tenant.person().addsUser("Dana", "Example", "dana@example.test", "jane_doe");

    last(FailureTypes.NOT_OURS, () -> create(request, FakeAttempt.second()));
    assertThat(tenant.writes()).isOne();
  }

  @Test
  void oneThatWasKnownBeforeIsNotAdopted() {
    CreateWebUser request = linked();
    tenant.person().addsLinkedUser(request.employeeId().orElseThrow(), request.email(), "jane_doe");

    last(
        FailureTypes.NOT_OURS,
        () -> create(with(request, request.email(), List.of(NEXT_ID)), FakeAttempt.second()));
    assertThat(create(request, FakeAttempt.second())).isEqualTo(new WebUserCreated(NEXT_ID, true));
  }

  @Test
  void oneOfOursThatSomebodyDisabledIsNotReactivated() {
    CreateWebUser request = linked();
    create(request);
    tenant.person().disablesUser(NEXT_ID);

    last(FailureTypes.STATE_CHANGED, () -> create(request, FakeAttempt.second()));
    assertThat(tenant.webUserRecord("jane_doe").path("active").asBoolean()).isFalse();
  }

  @Test
  void aTakenEmailIsToldWithEveryHolder() {
    CreateWebUser request = linked();
    String email = tenant.employees().get(0).path("email").asText();
    tenant.forgetRequests();

    ApplicationFailure failure =
        last(FailureTypes.NOT_OURS, () -> create(with(request, email, List.of())));
    assertThat(failure.getOriginalMessage())
        .contains("The e-mail belongs to web user 3310002 (active) and employee 401 (active)");
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void anEmployeeWhoIsDisabledMeanwhileGetsNone() {
    CreateWebUser request = linked();
    tenant.call("POST", "employees/" + request.employeeId().orElseThrow(), "{\"active\":false}");

    last(FailureTypes.STATE_CHANGED, () -> create(request));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void anEmployeeOfAnotherNameGetsNone() {
    CreateWebUser request = linked();
    tenant.call(
        "POST", "employees/" + request.employeeId().orElseThrow(), "{\"lastName\":\"Other\"}");

    last(FailureTypes.STATE_CHANGED, () -> create(request));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void anEmployeeWhoIsDisabledBetweenTheFormAndTheWriteIsRefusedInTheServersWords() {
    CreateWebUser request = linked();
    FakeAttempt attempt =
        FakeAttempt.first()
            .beforeWrite(
                () ->
                    tenant.call(
                        "POST",
                        "employees/" + request.employeeId().orElseThrow(),
                        "{\"active\":false}"));

    ApplicationFailure failure =
        last(FailureTypes.BACKOFFICE_REFUSED, () -> create(request, attempt));
    assertThat(failure.getOriginalMessage())
        .contains("Please make sure that the related employee is active");
  }

  @Test
  void aRefusalBecauseOfTheEmailOfADisabledEmployeeRepeatsNoValue() {
    tenant.unproven = Set.of(Unproven.STANDALONE_USERS);
    tenant.setting("duplicateEmailText", "jane.doe@example.test of Jane is already taken.");
    tenant.call("POST", "employees/402", "{\"active\":false,\"email\":\"jane.doe@example.test\"}");

    ApplicationFailure failure =
        last(FailureTypes.BACKOFFICE_DUPLICATE, () -> create(standalone()));
    assertThat(failure.getOriginalMessage())
        .startsWith(
            "Backoffice refused POST /user/insert, which was answered with 302 to its form: ")
        .endsWith("free it there, then retry, or hand in another value.")
        .contains("[redacted] of [redacted] is already taken.")
        .doesNotContain(PASSWORD.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit"})
  void aCutConnectionEndsWithExactlyOneUser(String kind) {
    CreateWebUser request = linked();
    tenant.fault("POST", "/user/insert", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(request));

    boolean committed = kind.equals("cut-after-commit");
    FakeAttempt second = FakeAttempt.second();
    assertThat(create(request, second)).isEqualTo(new WebUserCreated(NEXT_ID, committed));
    assertThat(second.settled())
        .isEqualTo(committed ? List.of() : List.of(SandboxTenant.SETTLE_DELAY));
    assertThat(tenant.webUserRecords()).hasSize(3);
    assertThat(tenant.count("POST /user/insert")).isEqualTo(committed ? 1 : 2);
  }

  private void awaitUser() {
    while (tenant.webUserRecords().size() < 3) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aWriteThatTakesEffectWhileWeSettleIsAdopted() {
    CreateWebUser request = linked();
    tenant.fault("POST", "/user/insert", "commit-late", ",\"delayMs\":300");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(request));

    FakeAttempt second = FakeAttempt.second().whileSettling(this::awaitUser);
    assertThat(create(request, second).adopted()).isTrue();
    assertThat(second.writes()).isZero();
    assertThat(tenant.webUserRecords()).hasSize(3);
  }

  @Test
  void aWriteThatTakesEffectRightBeforeTheNextOneIsAdoptedInsteadOfRefused() {
    CreateWebUser request = linked();
    tenant.fault("POST", "/user/insert", "commit-late", ",\"delayMs\":600");
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(request));

    FakeAttempt second = FakeAttempt.second().beforeWrite(this::awaitUser);
    assertThat(create(request, second).adopted()).isTrue();
    assertThat(tenant.webUserRecords()).hasSize(3);
  }

  @Test
  void aSuccessWithoutEffectIsNotBelieved() {
    tenant.fault("POST", "/user/insert", "success-without-effect");
    last(FailureTypes.NOT_APPLIED, () -> create(linked()));
    assertThat(tenant.count("POST /user/insert")).isOne();
  }

  @Test
  void aSessionThatExpiresBeforeTheWriteIsRenewedOnceAndTheWriteRepeated() {
    CreateWebUser request = linked();
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

    assertThat(create(request, attempt).adopted()).isFalse();
    assertThat(attempt.writes()).isEqualTo(2);
    assertThat(tenant.count("POST /user/insert")).isEqualTo(2);
    assertThat(tenant.webUserRecords()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login-page", "forbidden", "unauthorized"})
  void anExpiryThatMayHaveBeenExecutedIsNotRepeatedInTheSameAttempt(String signal) {
    CreateWebUser request = linked();
    tenant.setting("expirySignal", signal);
    FakeAttempt first = FakeAttempt.first().beforeWrite(tenant::expireSessions);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(request, first));
    assertThat(first.writes()).isOne();

    create(request, FakeAttempt.second());
    assertThat(tenant.webUserRecords()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maintenance-page", "status"})
  void aStrangeAnswerIsAnOutageOnALookAndAnUnconfirmedWriteOnAWrite(String kind) {
    CreateWebUser request = linked();
    tenant.fault("GET", "/user/create", kind);
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> create(request));
    tenant.fault("POST", "/user/insert", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> create(request, FakeAttempt.second()));

    create(request, FakeAttempt.second());
    assertThat(tenant.webUserRecords()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user", "/user/create"})
  void aPageThatIsNotWholeStopsBeforeAnythingIsWritten(String path) {
    CreateWebUser request = linked();
    tenant.fault("GET", path, "changed-markup");
    last(FailureTypes.PAGE_CHANGED, () -> create(request));
    tenant.fault("GET", path, "truncated-body");
    retried(FailureTypes.BACKOFFICE_OUTAGE, () -> create(request));
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /user/create", "POST /user/insert"})
  void tooManyRequestsWaitAsLongAsTheServerAsks(String request) {
    CreateWebUser wanted = linked();
    String method = request.split(" ", 2)[0];
    tenant.fault(method, request.substring(method.length() + 1), "status", ",\"status\":429");
    ApplicationFailure failure = retried(FailureTypes.RATE_LIMITED, () -> create(wanted));
    assertThat(failure.getNextRetryDelay()).isPositive();

    create(wanted, FakeAttempt.second());
    assertThat(tenant.webUserRecords()).hasSize(3);
  }

  @Test
  void aPasswordIsDrawnOrTakenAndSealedToThePerson() {
    WebUserActivitiesImpl activities = tenant.webUsers(FakeAttempt.first());
    tenant.forgetRequests();

    SealedPassword drawn = activities.capturePassword(new CapturePassword(JANE, Optional.empty()));
    SealedPassword taken =
        activities.capturePassword(
            new CapturePassword(JANE, Optional.of(tenant.seal(PASSWORD, JANE))));

    assertThat(tenant.open(drawn, JANE).text()).hasSize(12);
    assertThat(tenant.open(taken, JANE)).isEqualTo(PASSWORD);
    assertThat(taken).hasToString("[redacted]");
    assertThat(tenant.requests()).isEmpty();
    SealedPassword foreign = tenant.seal(PASSWORD, EmployeeNumber.of("hr-2"));
    last(
        FailureTypes.PASSWORD_UNREADABLE,
        () -> activities.capturePassword(new CapturePassword(JANE, Optional.of(foreign))));
  }

  @Test
  void aPasswordSealedForSomebodyElseMakesNoUser() {
    CreateWebUser request = linked();
    CreateWebUser foreign =
        new CreateWebUser(
            EmployeeNumber.of("hr-2"),
            request.employeeId(),
            request.firstName(),
            request.lastName(),
            request.email(),
            request.username(),
            request.password(),
            List.of());
    tenant.forgetRequests();
    last(FailureTypes.PASSWORD_UNREADABLE, () -> create(foreign));
    assertThat(tenant.requests()).isEmpty();
  }
}

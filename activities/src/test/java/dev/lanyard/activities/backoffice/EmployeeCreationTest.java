package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.PIN;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmployeeCreationTest {

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

  @Test
  void createsExactlyTheApprovedRecordWithOneWrite() {
    EmployeeCreated created = create(FakeAttempt.first());

    JsonNode jane = tenant.jane();
    assertThat(created).isEqualTo(new EmployeeCreated(jane.path("id").asInt(), false));
    assertThat(jane.path("firstName").asText()).isEqualTo("Jane");
    assertThat(jane.path("lastName").asText()).isEqualTo("Doe");
    assertThat(jane.path("phone").asText()).isEqualTo("6155551234");
    assertThat(jane.path("email").asText()).isEqualTo("jane.doe@example.com");
    assertThat(jane.path("pin").asText()).isEqualTo(PIN.digits());
    assertThat(jane.path("active").asBoolean()).isTrue();
    assertThat(jane.path("sites")).hasToString("[\"Wash 37135\"]");
    assertThat(jane.path("allSites").asBoolean()).isFalse();
    assertThat(jane.path("departments")).hasToString("[\"Greeter\"]");
    assertThat(jane.path("startDate").asText()).isEqualTo("2026-05-01");
    assertThat(jane.path("adpEmployeeId").asText()).isEmpty();
    assertThat(jane.path("template").asText()).isEqualTo("None");
    JsonNode wage = jane.path("wages").path(0);
    assertThat(wage.path("rate").decimalValue()).isEqualByComparingTo("15.50");
    assertThat(wage.path("overtimeRate").decimalValue()).isEqualByComparingTo("23.25");
    assertThat(wage.path("overtimeEligible").asBoolean()).isTrue();
    assertThat(tenant.requests())
        .containsExactly(
            "GET /login",
            "POST /login_check",
            "GET /employee",
            "GET /employee/create",
            "POST /employee/insert",
            "GET /employee/edit/" + created.employeeId());
  }

  @Test
  void repeatedItAdoptsItsOwnRecordAndWritesNothing() {
    EmployeeCreated created = create(FakeAttempt.first());

    FakeAttempt again = FakeAttempt.second();
    assertThat(create(again)).isEqualTo(new EmployeeCreated(created.employeeId(), true));
    assertThat(create(FakeAttempt.first()).adopted()).isTrue();
    assertThat(again.writes()).isZero();
    assertThat(tenant.count("POST /employee/insert")).isOne();
  }

  @Test
  void aLinkFieldIsFilledAndProvesTheRecordWhenThePinDoesNot() {
    tenant.linkField = LinkField.ADP_EMPLOYEE_ID;
    EmployeeCreated created = create(FakeAttempt.first());
    assertThat(tenant.jane().path("adpEmployeeId").asText()).isEqualTo(JANE.value());

    CreateEmployee otherPin = new CreateEmployee(JANE, plan, tenant.seal(Pin.of(55555), JANE));
    assertThat(tenant.activities(FakeAttempt.first()).createEmployee(otherPin))
        .isEqualTo(new EmployeeCreated(created.employeeId(), true));
  }

  @Test
  void withoutALinkFieldAnotherPinMeansAnotherPerson() {
    create(FakeAttempt.first());

    CreateEmployee otherPin = new CreateEmployee(JANE, plan, tenant.seal(Pin.of(55555), JANE));
    last(
        FailureTypes.NOT_OURS,
        () -> tenant.activities(FakeAttempt.first()).createEmployee(otherPin));
    assertThat(tenant.count("POST /employee/insert")).isOne();
  }

  @Test
  void allSitesAreGrantedAsAllAndAListAsAList() {
    plan = tenant.plan(hireAt(SiteChoice.everySite()));
    create(FakeAttempt.first());
    assertThat(tenant.jane().path("allSites").asBoolean()).isTrue();
  }

  @Test
  void sitesOfTwoRegionsAreGrantedAndNoOthers() {
    plan = tenant.plan(hireAt(SiteChoice.of(List.of("Pine Wash", "Harbor Wash"))));
    create(FakeAttempt.first());
    assertThat(tenant.jane().path("sites")).hasToString("[\"Harbor Wash\",\"Pine Wash\"]");
    assertThat(tenant.jane().path("allSites").asBoolean()).isFalse();
    assertThat(tenant.jane().path("wages").path(0).path("siteId").asInt())
        .isEqualTo(plan.target().wageSite().id())
        .isEqualTo(203);
  }

  @Test
  void phoneAndEmailAreLeftOutWhenThereAreNone() {
    plan =
        new BackofficePlan(
            plan.posUserId(),
            plan.firstName(),
            plan.lastName(),
            Optional.empty(),
            Optional.empty(),
            plan.startDate(),
            plan.wageRate(),
            plan.overtimeRate(),
            plan.target());
    create(FakeAttempt.first());
    assertThat(tenant.jane().path("email").asText()).isEmpty();
    assertThat(tenant.jane().path("phone").asText()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTakenPosUserIdIsNotOursWhetherActiveOrDisabled(boolean active) {
    JsonNode other = tenant.somebody(active);
    plan = withPosUserId(PosUserId.of(other.path("posUserId").asInt()));

    ApplicationFailure failure = last(FailureTypes.NOT_OURS, () -> create(FakeAttempt.first()));

    assertThat(failure.getOriginalMessage())
        .contains("employee " + other.path("id").asInt() + (active ? " (active)" : " (disabled)"));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void ourOwnRecordThatSomebodyDisabledIsNotReactivated() {
    EmployeeCreated created = create(FakeAttempt.first());
    tenant
        .activities(FakeAttempt.first())
        .disableEmployee(Disabling.of(JANES_ID, created.employeeId()));

    last(FailureTypes.STATE_CHANGED, () -> create(FakeAttempt.second()));
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  private BackofficePlan withEmail(String email) {
    return new BackofficePlan(
        plan.posUserId(),
        plan.firstName(),
        plan.lastName(),
        plan.phone(),
        Optional.of(email),
        plan.startDate(),
        plan.wageRate(),
        plan.overtimeRate(),
        plan.target());
  }

  @Test
  void aDuplicateEmailParksInTheServersWordsWithoutAPersonalValue() {
    tenant.setting(
        "duplicateEmailText", "Jane Doe, jane.doe@example.com is taken; PIN 48213 too.\\u0007");
    plan = withEmail(tenant.somebody(true).path("email").asText());
    tenant.forgetRequests();

    ApplicationFailure failure =
        last(FailureTypes.BACKOFFICE_DUPLICATE, () -> create(FakeAttempt.first()));

    assertThat(FailureTypes.undoes(failure.getType())).isFalse();
    assertThat(failure.getOriginalMessage())
        .isEqualTo(
            "Backoffice refused POST /employee/insert, which was answered with 302 to its form:"
                + " \"[redacted] [redacted], [redacted] is taken; PIN [redacted] too.\". The roster"
                + " shows nobody under POS user ID 12345, so it is another value, or somebody whom"
                + " the bot does not see. Find in Backoffice which other record, perhaps a disabled"
                + " one, has the value; free it there, then retry, or hand in another value.");
    assertThat(tenant.records(JANES_ID)).isEmpty();
    assertThat(tenant.requests())
        .containsExactly(
            "GET /login",
            "POST /login_check",
            "GET /employee",
            "GET /employee/create",
            "POST /employee/insert",
            "GET /employee/create", // its words
            "GET /employee"); // whose POS user ID it is
  }

  @Test
  void aFreedEmailLetsTheSameHireGoOn() {
    int holder = tenant.somebody(true).path("id").asInt();
    tenant.edit(holder, "{\"email\":\"wanted@example.test\"}");
    plan = withEmail("wanted@example.test");
    last(FailureTypes.BACKOFFICE_DUPLICATE, () -> create(FakeAttempt.first()));
    tenant.edit(holder, "{\"email\":\"freed@example.test\"}");

    assertThat(create(FakeAttempt.first()).adopted()).isFalse();
    assertThat(tenant.records(JANES_ID)).hasSize(1);
  }

  @Test
  void aRefusalInOtherWordsIsOneOfTheValuesAndUndoes() {
    tenant.setting("duplicateEmailText", "Jane Doe: this e-mail is not allowed.");
    plan = withEmail(tenant.somebody(true).path("email").asText());

    ApplicationFailure failure =
        last(FailureTypes.BACKOFFICE_REFUSED, () -> create(FakeAttempt.first()));

    assertThat(FailureTypes.undoes(failure.getType())).isTrue();
    assertThat(failure.getOriginalMessage())
        .isEqualTo(
            "Backoffice refused POST /employee/insert, which was answered with 302 to its form:"
                + " \"[redacted] [redacted]: this e-mail is not allowed.\".");
    assertThat(tenant.records(JANES_ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"That POS user ID is already in use!", "No."})
  void aPosUserIdThatSomebodyTakesBeforeTheWriteIsNotOursWhateverTheWords(String words) {
    tenant.setting("duplicatePosIdText", words);
    int other = tenant.somebody(true).path("id").asInt();
    FakeAttempt attempt =
        FakeAttempt.first().beforeWrite(() -> tenant.edit(other, "{\"posUserId\":12345}"));

    assertThat(last(FailureTypes.NOT_OURS, () -> create(attempt)).getOriginalMessage())
        .startsWith("POS user ID 12345 belongs to employee " + other + " (active)");
    assertThat(tenant.count("POST /employee/insert")).isOne();
  }

  @Test
  void anAttemptThatMayNoLongerWriteSendsNothing() {
    FakeAttempt expired =
        FakeAttempt.first()
            .beforeWrite(
                () -> {
                  throw ApplicationFailure.newFailure("too late", FailureTypes.ATTEMPT_EXPIRED);
                });
    retried(FailureTypes.ATTEMPT_EXPIRED, () -> create(expired));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aPinOfAnotherPersonIsNotOpenedAndNothingIsAsked() {
    CreateEmployee request =
        new CreateEmployee(JANE, plan, tenant.seal(PIN, EmployeeNumber.of("hr-2")));
    last(
        FailureTypes.PIN_UNREADABLE,
        () -> tenant.activities(FakeAttempt.first()).createEmployee(request));
    assertThat(tenant.requests()).isEmpty();
  }

  @Test
  void sitesAndDepartmentsThatAreGoneStopBeforeTheWrite() {
    var target = plan.target();
    plan =
        new BackofficePlan(
            plan.posUserId(),
            plan.firstName(),
            plan.lastName(),
            plan.phone(),
            plan.email(),
            plan.startDate(),
            plan.wageRate(),
            plan.overtimeRate(),
            new BackofficeTarget(
                new SiteGrant(false, List.of(new SiteRef(101, "Wash 37135"), new SiteRef(9, "x"))),
                new SiteRef(9, "x"),
                List.of(new DepartmentRef(77, "Nobody")),
                target.template()));

    ApplicationFailure failure =
        last(FailureTypes.STATE_CHANGED, () -> create(FakeAttempt.first()));

    assertThat(failure.getOriginalMessage())
        .contains("no longer offers site 9, department 77, wage site 9");
    assertThat(tenant.writes()).isZero();
  }

  private BackofficePlan withPosUserId(PosUserId posUserId) {
    return new BackofficePlan(
        posUserId,
        hire().firstName(),
        hire().lastName(),
        hire().phone(),
        hire().email(),
        hire().startDate(),
        hire().wageRate(),
        plan.overtimeRate(),
        plan.target());
  }
}

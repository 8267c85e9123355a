package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateGrantTest {

  private SandboxTenant tenant;
  private BackofficePlan plan;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    plan = tenant.plan();
    employeeId =
        tenant
            .activities(FakeAttempt.first())
            .createEmployee(tenant.createRequest(plan))
            .employeeId();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private TemplateGranted grant(BackofficePlan wanted) {
    return tenant
        .activities(FakeAttempt.first())
        .grantPermissionTemplate(new GrantTemplate(employeeId, wanted));
  }

  private static Hire hireAs(String template) {
    Hire hire = SandboxTenant.hire();
    return new Hire(
        hire.firstName(),
        hire.lastName(),
        hire.phone(),
        hire.email(),
        hire.posUserId(),
        hire.wageRate(),
        hire.startDate(),
        hire.sites(),
        template,
        hire.departments(),
        hire.pin());
  }

  private BackofficePlan planWith(TemplateRef template) {
    BackofficeTarget target = plan.target();
    return new BackofficePlan(
        plan.posUserId(),
        plan.firstName(),
        plan.lastName(),
        plan.phone(),
        plan.email(),
        plan.startDate(),
        plan.wageRate(),
        plan.overtimeRate(),
        new BackofficeTarget(target.sites(), target.wageSite(), target.departments(), template));
  }

  @Test
  void grantsExactlyTheTemplateWithOneWriteAndNothingTheSecondTime() {
    assertThat(grant(plan)).isEqualTo(new TemplateGranted(true, "General User"));
    assertThat(tenant.jane().path("grants")).hasToString("[22]");
    assertThat(grant(plan)).isEqualTo(new TemplateGranted(false, "General User"));
    assertThat(tenant.writes()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Manager",
        "Cashier",
        "General Manager",
        "Assistant Manager",
        "Shift Leader",
        "CSA"
      })
  void everyTemplateIsAppliedWithItsOverridesAndCanBeTakenBack(String template) {
    BackofficePlan wanted = tenant.plan(hireAs(template));
    assertThat(grant(wanted).written()).isTrue();

    assertThat(tenant.jane().path("grants"))
        .hasToString(wanted.target().template().grants().toString().replace(" ", ""));
    assertThat(tenant.jane().path("overrides"))
        .hasToString(wanted.target().template().overrides().toString().replace(" ", ""));
    assertThat(grant(wanted).written()).isFalse();
    assertThat(grant(plan)).isEqualTo(new TemplateGranted(true, "General User"));
    assertThat(tenant.jane().path("grants")).hasToString("[22]");
    assertThat(tenant.jane().path("overrides")).isEmpty();
  }

  @Test
  void aTemplateThatNowStandsForMoreThanApprovedIsNotGranted() {
    BackofficePlan approvedLess = planWith(new TemplateRef(2, "Cashier", List.of(22), List.of()));
    assertThat(last(FailureTypes.STATE_CHANGED, () -> grant(approvedLess)).getOriginalMessage())
        .contains("permission template 2 was approved as \"grants [22]");
    BackofficePlan gone = planWith(new TemplateRef(99, "Gone", List.of(22), List.of()));
    last(FailureTypes.STATE_CHANGED, () -> grant(gone));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aDisabledEmployeeIsGrantedNothing() {
    assertThat(
            tenant
                .activities(FakeAttempt.first())
                .disableEmployee(Disabling.of(JANES_ID))
                .written())
        .isTrue();
    tenant.forgetRequests();
    last(FailureTypes.STATE_CHANGED, () -> grant(plan));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void anotherPersonsRecordIsGrantedNothing() {
    employeeId = tenant.somebody(true).path("id").asInt();
    last(FailureTypes.STATE_CHANGED, () -> grant(plan));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void anUnknownEmployeeIsNotFound() {
    employeeId = 99_999;
    last(FailureTypes.EMPLOYEE_NOT_FOUND, () -> grant(plan));
  }

  @Test
  void aSuccessWithoutEffectIsNotBelieved() {
    tenant.fault("POST", "/employee/permissions/update", "success-without-effect");
    assertThat(last(FailureTypes.NOT_APPLIED, () -> grant(plan)).getOriginalMessage())
        .contains("the page shows \"grants [], approval needed for []\"");
    assertThat(grant(plan).written()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit", "maintenance-page"})
  void aLostAnswerIsLookedAtByTheNextAttempt(String kind) {
    tenant.fault("POST", "/employee/permissions/update", kind);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> grant(plan));
    assertThat(grant(plan).written()).isEqualTo(!kind.equals("cut-after-commit"));
    assertThat(tenant.jane().path("grants")).hasToString("[22]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed-markup", "truncated-body"})
  void aMatrixThatIsNotWholeIsNeverPosted(String kind) {
    tenant.fault("GET", "/employee/permissions/" + employeeId, kind);
    String type =
        kind.equals("changed-markup") ? FailureTypes.PAGE_CHANGED : FailureTypes.BACKOFFICE_OUTAGE;
    assertThat(Refusals.failure(() -> grant(plan)).getType()).isEqualTo(type);
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void theAccessColumnOfAnotherTemplateWithTheSameGrantsIsAccepted() {
    BackofficePlan manager = tenant.plan(hireAs("General Manager"));
    tenant.setting("accessNamesChosenTemplate", "false");
    assertThat(grant(manager).rosterAccess()).isIn("Manager", "General Manager");
  }

  @Test
  void thePlanNamesThePosUserIdThatThePageMustShow() {
    BackofficePlan other =
        new BackofficePlan(
            PosUserId.of(54321),
            plan.firstName(),
            plan.lastName(),
            plan.phone(),
            plan.email(),
            plan.startDate(),
            plan.wageRate(),
            plan.overtimeRate(),
            plan.target());
    last(FailureTypes.STATE_CHANGED, () -> grant(other));
  }
}

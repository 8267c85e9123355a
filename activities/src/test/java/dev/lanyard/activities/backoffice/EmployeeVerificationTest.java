package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lanyard.activities.backoffice.page.PageFixture;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.EmployeeVerified;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "verify" and "locate employee": neither writes. */
class EmployeeVerificationTest {

  private SandboxTenant tenant;
  private BackofficePlan plan;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    plan = tenant.plan();
    employeeId = tenant.createAndGrant(plan).employeeId();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    assertThat(tenant.writes()).isZero();
    tenant.close();
  }

  private EmployeeVerified verify(Optional<BackofficePlan> wanted, Pin pin) {
    return tenant
        .activities(FakeAttempt.first())
        .verify(
            new ExpectedEmployee(
                employeeId,
                JANES_ID,
                wanted,
                Optional.of(tenant.seal(pin, JANE)),
                Optional.of(JANE)));
  }

  private void disable() {
    assertThat(
            tenant
                .activities(FakeAttempt.first())
                .disableEmployee(Disabling.of(JANES_ID))
                .written())
        .isTrue();
    tenant.forgetRequests();
  }

  @Test
  void whatIsAsPlannedIsVerified() {
    assertThat(verify(Optional.of(plan), SandboxTenant.PIN))
        .isEqualTo(new EmployeeVerified(true, "General User", List.of("W37135")));
  }

  @Test
  void everyFieldThatDiffersIsNamedAtOnce() {
    BackofficeTarget target = plan.target();
    BackofficePlan other =
        new BackofficePlan(
            JANES_ID,
            "Janet",
            "Dough",
            Optional.of("9995550000"),
            Optional.of("janet@example.com"),
            LocalDate.of(2026, 6, 1),
            plan.wageRate(),
            plan.overtimeRate(),
            new BackofficeTarget(
                tenant.plan(hireAt(SiteChoice.of(List.of("Pine Wash")))).target().sites(),
                target.wageSite(),
                List.of(new DepartmentRef(1, "Cashier")),
                new TemplateRef(2, "Cashier", List.of(2, 3), List.of(3))));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> verify(Optional.of(other), Pin.of(55555)))
                .getOriginalMessage())
        .startsWith(
            "Employee "
                + employeeId
                + " is not as planned in: first name, last name, phone, e-mail, start date,"
                + " departments (planned [1], found [3]), sites (planned sites [203], found sites"
                + " [101]), PIN, permissions (planned grants [2, 3], approval needed for [3], found"
                + " grants [22], approval needed for []), wage (planned from 2026-06-01, the newest"
                + " is from 2026-05-01), Access (the roster shows \"General"
                + " User\"), sites (the roster shows [W37135]).");
  }

  @Test
  void aWageThatDiffersIsNamedWithoutAmounts() {
    BackofficePlan other =
        new BackofficePlan(
            JANES_ID,
            plan.firstName(),
            plan.lastName(),
            plan.phone(),
            plan.email(),
            plan.startDate(),
            new BigDecimal("15.75"),
            new BigDecimal("24.00"),
            plan.target());
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> verify(Optional.of(other), SandboxTenant.PIN))
                .getOriginalMessage())
        .contains("is not as planned in: hourly rate, overtime rate.");
  }

  @Test
  void somebodyWithoutAnyWageIsADifferenceInPlainWords() {
    String html =
        PageFixture.html("compensation").replaceAll("(?s)<tbody>.*</tbody>", "<tbody></tbody>");
    tenant.fault(
        "GET",
        "/employee/compensation/" + employeeId,
        "status",
        ",\"status\":200,\"body\":" + new TextNode(html));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> verify(Optional.of(plan), SandboxTenant.PIN))
                .getOriginalMessage())
        .contains("is not as planned in: wage (the history has no row).");
  }

  @Test
  void verifyingTakesFourRequests() {
    verify(Optional.of(plan), SandboxTenant.PIN);
    assertThat(tenant.requests().stream().filter(r -> !r.contains("/login")))
        .containsExactly(
            "GET /employee/edit/" + employeeId,
            "GET /employee/permissions/" + employeeId,
            "GET /employee/compensation/" + employeeId,
            "GET /employee");
  }

  @Test
  void aDisabledEmployeeIsNotVerifiedAsActiveNorAnActiveOneAsDisabled() {
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> verify(Optional.empty(), SandboxTenant.PIN))
                .getOriginalMessage())
        .contains("active (still), active (the roster still shows it)");
    disable();
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> verify(Optional.of(plan), SandboxTenant.PIN))
                .getOriginalMessage())
        .contains("active, active (the roster shows it as disabled)");
    assertThat(verify(Optional.empty(), SandboxTenant.PIN).active()).isFalse();
  }

  @Test
  void anUnknownEmployeeIsNotFound() {
    employeeId = 99_999;
    last(FailureTypes.EMPLOYEE_NOT_FOUND, () -> verify(Optional.of(plan), SandboxTenant.PIN));
    last(FailureTypes.EMPLOYEE_NOT_FOUND, () -> verify(Optional.empty(), SandboxTenant.PIN));
  }

  @Test
  void aSealedPinWithoutItsEmployeeNumberCannotBeOpened() {
    ExpectedEmployee expected =
        new ExpectedEmployee(
            employeeId, JANES_ID, Optional.of(plan), Optional.of(tenant.pin()), Optional.empty());
    last(
        FailureTypes.PIN_UNREADABLE, () -> tenant.activities(FakeAttempt.first()).verify(expected));
  }

  private EmployeeLocated locate(PosUserId id, Optional<String> name, Optional<Integer> known) {
    return tenant.activities(FakeAttempt.first()).locate(new LocateEmployee(id, name, known));
  }

  @Test
  void aLeaverIsLocatedByPosUserIdAndByItsKnownId() {
    for (Optional<Integer> known : List.of(Optional.<Integer>empty(), Optional.of(employeeId))) {
      assertThat(locate(JANES_ID, Optional.of("doe"), known))
          .isEqualTo(
              new EmployeeLocated(
                  Optional.of(employeeId),
                  true,
                  Optional.of("Jane Doe"),
                  Optional.of("jane.doe@example.com"),
                  List.of("Wash 37135")));
    }
  }

  @Test
  void aDisabledLeaverIsLocatedToo() {
    disable();
    assertThat(locate(JANES_ID, Optional.empty(), Optional.empty()).active()).isFalse();
  }

  @Test
  void aMistypedPosUserIdIsNotTakenForThePerson() {
    last(FailureTypes.NOT_OURS, () -> locate(JANES_ID, Optional.of("Miller"), Optional.empty()));
    last(
        FailureTypes.NOT_OURS,
        () -> locate(PosUserId.of(54321), Optional.empty(), Optional.of(employeeId)));
  }

  @Test
  void nobodyOfThisPosUserIdIsAnAnswer() {
    EmployeeLocated nowhere =
        new EmployeeLocated(Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
    assertThat(locate(PosUserId.of(54321), Optional.empty(), Optional.empty())).isEqualTo(nowhere);
    assertThat(locate(PosUserId.of(54321), Optional.empty(), Optional.of(99_999)))
        .isEqualTo(nowhere);
  }
}

package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.hr.Hire;
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

/** Jane was hired on the first of May 2026 for 15.50 and left; she comes back. */
class FormerRecordWageTest {

  private static final LocalDate HIRED = LocalDate.of(2026, 5, 1);

  private SandboxTenant tenant;
  private int record;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    record = tenant.createAndGrant(tenant.plan()).employeeId();
    tenant.edit(record, "{\"active\":false}");
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    assertThat(tenant.writes()).isZero();
    tenant.close();
  }

  private BackofficeFindings check(String wage, LocalDate from) {
    Hire hire = hire();
    return tenant
        .activities(FakeAttempt.first())
        .preFlight(
            new BackofficePreFlight(
                JANE,
                new Hire(
                    hire.firstName(),
                    hire.lastName(),
                    hire.phone(),
                    Optional.empty(),
                    JANES_ID,
                    new BigDecimal(wage),
                    from,
                    hire.sites(),
                    hire.permissionTemplate(),
                    List.of(),
                    Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(record)));
  }

  @Test
  void startDateOnTheNewestRowsDayIsAProblemThatNamesTheFirstPossibleDay() {
    for (LocalDate tooEarly : List.of(HIRED, HIRED.minusDays(40))) {
      assertThat(check("18", tooEarly).problems())
          .singleElement()
          .returns("WAGE_DAY_TAKEN", Finding::code)
          .returns("startDate", Finding::field)
          .satisfies(
              problem ->
                  assertThat(problem.text())
                      .contains(
                          "employee " + record + " cannot begin on " + tooEarly,
                          "none before 2026-05-02",
                          "amend the hire with startDate 2026-05-02 or later"));
    }
  }

  @Test
  void dayAfterTheNewestRowWillDo() {
    BackofficeFindings findings = check("18", HIRED.plusDays(1));

    assertThat(findings.problems()).isEmpty();
    assertThat(findings.target().orElseThrow().formerEmployee()).contains(record);
  }

  @Test
  void rowThatIsThereAlreadyIsNoProblem() {
    assertThat(check("15.50", HIRED).problems()).isEmpty();
    assertThat(check("15.51", HIRED).problems())
        .extracting(Finding::code)
        .containsExactly("WAGE_DAY_TAKEN");
  }
}

package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both readings of a flat tenant's site boxes, and none. */
class FlatTenantTest {

  @TempDir private Path folder;

  private SandboxTenant flat(String polarity, int employees) throws IOException {
    return SandboxTenant.start(
        SandboxOptions.defaults()
            .withTenant(TenantShape.FLAT)
            .withEmployees(employees)
            .withSetting("flatPolarity", polarity),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "allow"})
  void theProvenPolarityGrantsTheRestrictedSitesAndNoOthers(String polarity) throws IOException {
    try (SandboxTenant tenant = flat(polarity, 12)) {
      BackofficePlan plan = tenant.plan(hireAt(SiteChoice.of(List.of("Creek Wash", "Wash 37135"))));
      EmployeeCreated created = tenant.createAndGrant(plan);
      assertThat(tenant.jane().path("sites")).hasToString("[\"Wash 37135\",\"Creek Wash\"]");
      assertThat(tenant.jane().path("allSites").asBoolean()).isFalse();

      BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
      assertThat(
              activities
                  .assignSites(new AssignSites(JANE, created.employeeId(), plan, tenant.pin()))
                  .written())
          .isFalse();
      BackofficePlan other = tenant.plan(hireAt(SiteChoice.of(List.of("Pine Wash"))));
      assertThat(
              activities
                  .assignSites(new AssignSites(JANE, created.employeeId(), other, tenant.pin()))
                  .written())
          .isTrue();
      assertThat(tenant.jane().path("sites")).hasToString("[\"Pine Wash\"]");
      assertThat(
              activities
                  .verify(
                      new ExpectedEmployee(
                          created.employeeId(),
                          JANES_ID,
                          Optional.of(other),
                          Optional.of(tenant.pin()),
                          Optional.of(JANE)))
                  .active())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "allow"})
  void withoutEvidenceNoRestrictedWriteIsSent(String polarity) throws IOException {
    BackofficePlan plan;
    try (SandboxTenant proven = flat(polarity, 12)) {
      plan = proven.plan();
    }
    folder = folder.resolve("without");
    try (SandboxTenant tenant = flat(polarity, 1)) {
      for (JsonNode employee : tenant.employees()) {
        assertThat(employee.path("allSites").asBoolean()).isTrue();
      }
      assertThat(
              tenant
                  .activities(FakeAttempt.first())
                  .preFlight(new BackofficePreFlight(JANE, hire()))
                  .problems())
          .extracting(Finding::code)
          .containsExactly("SITE_POLARITY_UNPROVEN");
      last(
          FailureTypes.POLARITY_UNPROVEN,
          () -> tenant.activities(FakeAttempt.first()).createEmployee(tenant.createRequest(plan)));
      assertThat(tenant.writes()).isZero();
    }
  }

  @Test
  void allSitesNeedNoProof() throws IOException {
    try (SandboxTenant tenant = flat("block", 1)) {
      BackofficePlan plan = tenant.plan(hireAt(SiteChoice.everySite()));
      assertThat(tenant.createAndGrant(plan).adopted()).isFalse();
      assertThat(tenant.jane().path("allSites").asBoolean()).isTrue();
    }
  }
}

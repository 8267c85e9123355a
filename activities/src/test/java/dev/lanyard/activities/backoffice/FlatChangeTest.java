package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.EmployeeChanged;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes on a flat tenant, in both readings of its site boxes. */
class FlatChangeTest {

  @TempDir private Path folder;

  private SandboxTenant flat(String polarity, int employees) throws IOException {
    return SandboxTenant.start(
        SandboxOptions.defaults()
            .withTenant(TenantShape.FLAT)
            .withEmployees(employees)
            .withSetting("flatPolarity", polarity),
        folder);
  }

  private static EmployeeChanged change(
      SandboxTenant tenant, int employeeId, Fields before, Fields wanted) {
    return tenant
        .changes(FakeAttempt.first())
        .changeEmployee(
            new ChangeEmployee(JANE, employeeId, JANES_ID, true, before.get(), wanted.get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "allow"})
  void theProvenPolarityGrantsTheWantedSitesAndTheFormIsReadAgainRightBeforeTheWrite(
      String polarity) throws IOException {
    try (SandboxTenant tenant = flat(polarity, 12)) {
      int id = tenant.createAndGrant(tenant.plan()).employeeId();
      tenant.forgetRequests();

      assertThat(change(tenant, id, Fields.jane(), Fields.of().sites(103, 203)).written()).isTrue();

      assertThat(tenant.jane().path("sites")).hasToString("[\"Creek Wash\",\"Pine Wash\"]");
      List<String> requests = tenant.requests();
      int write = requests.indexOf("POST /employee/update");
      assertThat(requests.get(write - 1)).isEqualTo("GET /employee/edit/" + id);
      assertThat(tenant.writes()).isOne();

      assertThat(
              change(tenant, id, Fields.of().sites(103, 203), Fields.of().allSites(101)).written())
          .isTrue();
      assertThat(tenant.jane().path("allSites").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "allow"})
  void aReactivationGetsExactlyTheNewSites(String polarity) throws IOException {
    try (SandboxTenant tenant = flat(polarity, 12)) {
      int id = tenant.createAndGrant(tenant.plan()).employeeId();
      tenant.edit(id, "{\"active\":false}");
      assertThat(
              tenant
                  .changes(FakeAttempt.first())
                  .reactivateEmployee(reactivation(tenant, id))
                  .written())
          .isTrue();
      assertThat(tenant.jane().path("sites")).hasToString("[\"Pine Wash\"]");
      assertThat(tenant.jane().path("active").asBoolean()).isTrue();
    }
  }

  private static ReactivateEmployee reactivation(SandboxTenant tenant, int id) {
    return new ReactivateEmployee(
        JANE,
        id,
        JANES_ID,
        Fields.jane().get(),
        Fields.jane().sites(203).get(),
        tenant.seal(Pin.of(70707), JANE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "allow"})
  void withoutEvidenceNoRestrictedWriteIsSentAndTheRestCanBeChanged(String polarity)
      throws IOException {
    try (SandboxTenant tenant = flat(polarity, 1)) {
      int id = tenant.createAndGrant(tenant.plan(hireAt(SiteChoice.everySite()))).employeeId();
      tenant.forgetRequests();
      Fields everywhere = Fields.jane().allSites(101);

      last(
          FailureTypes.POLARITY_UNPROVEN,
          () -> change(tenant, id, everywhere, Fields.of().sites(103)));
      assertThat(tenant.writes()).isZero();

      assertThat(change(tenant, id, everywhere, Fields.of().phone("6155559876")).written())
          .isTrue();
      assertThat(tenant.jane().path("allSites").asBoolean()).isTrue();
    }
  }
}

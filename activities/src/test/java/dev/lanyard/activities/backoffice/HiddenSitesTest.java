package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.hr.PosUserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bot that does not see all configured sites grants none, and still takes access away. */
class HiddenSitesTest {

  private static final String BOTH =
      "The bot does not see all configured sites; hidden from it: \"Creek Wash\", \"Pine Wash\"."
          + " Give the bot's user all regions (or all sites) in Backoffice, or correct the names"
          + " below lanyard.sites, then retry.";

  @TempDir private Path folder;

  private SandboxTenant tenant(TenantShape shape) throws IOException {
    SandboxTenant tenant = SandboxTenant.start(SandboxOptions.defaults().withTenant(shape), folder);
    tenant.expectedSites = Set.of("Wash 37135", "Creek Wash", "Pine Wash");
    return tenant;
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void whatGrantsSitesIsRefusedAndDisablingGoesOn(TenantShape shape) throws IOException {
    try (SandboxTenant tenant = tenant(shape)) {
      BackofficePlan plan = tenant.plan();
      int id = tenant.createAndGrant(plan).employeeId();
      BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
      tenant.forgetRequests();
      tenant.hideSites(103, 203);

      assertThat(activities.preFlight(new BackofficePreFlight(JANE, hire())).problems())
          .filteredOn(problem -> problem.code().equals("SITES_HIDDEN"))
          .extracting(Finding::text)
          .containsExactly(BOTH);
      assertThat(
              last(
                      FailureTypes.SITES_HIDDEN,
                      () -> activities.assignSites(new AssignSites(JANE, id, plan, tenant.pin())))
                  .getOriginalMessage())
          .isEqualTo(BOTH + " Nothing was written.");
      assertThat(tenant.writes()).isZero();

      assertThat(activities.disableEmployee(Disabling.of(JANES_ID)).written()).isTrue();
      assertThat(tenant.jane().path("active").asBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void aCreateIsRefusedUntilTheBotSeesThemAgain(TenantShape shape) throws IOException {
    try (SandboxTenant tenant = tenant(shape)) {
      BackofficePlan plan = tenant.plan();
      BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
      tenant.hideSites(103, 203);
      for (int i = 0; i < 2; i++) {
        last(
            FailureTypes.SITES_HIDDEN, () -> activities.createEmployee(tenant.createRequest(plan)));
      }
      assertThat(tenant.writes()).isZero();

      tenant.hideSites();
      assertThat(activities.createEmployee(tenant.createRequest(plan)).adopted()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void aFormThatWasRememberedWithAllSitesDoesNotHideThatSomeAreHidden(TenantShape shape)
      throws IOException {
    try (SandboxTenant tenant = tenant(shape)) {
      BackofficePlan plan = tenant.plan();
      BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
      assertThat(activities.preFlight(new BackofficePreFlight(JANE, hire())).problems()).isEmpty();
      int somebody = tenant.somebody(true).path("id").asInt();
      tenant.hideSites(103, 203);
      // Any page that is read in between says so.
      assertThat(
              activities
                  .disableEmployee(
                      Disabling.of(
                          PosUserId.of(tenant.somebody(true).path("posUserId").asInt()), somebody))
                  .written())
          .isTrue();

      last(FailureTypes.SITES_HIDDEN, () -> activities.createEmployee(tenant.createRequest(plan)));
      assertThat(tenant.count("POST /employee/insert")).isZero();
    }
  }
}

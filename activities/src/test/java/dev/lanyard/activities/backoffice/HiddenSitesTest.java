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
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.hr.PosUserId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  /** Their own pages show no sites, and a fresh worker remembers none. */
  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void permissionsAndWagesAreNotWrittenEither(TenantShape shape) throws IOException {
    try (SandboxTenant tenant = tenant(shape)) {
      BackofficePlan plan = tenant.plan();
      int created =
          tenant
              .activities(FakeAttempt.first())
              .createEmployee(tenant.createRequest(plan))
              .employeeId();
      tenant.forgetRequests();
      tenant.hideSites(103, 203);

      for (boolean justCreated : List.of(true, false)) {
        refused(() -> grant(tenant, new GrantTemplate(created, plan, justCreated)));
      }
      refused(() -> tenant.changes(FakeAttempt.first()).recordWage(raise(created)));
      assertThat(tenant.writes()).isZero();

      tenant.hideSites();
      assertThat(grant(tenant, new GrantTemplate(created, plan, true)).written()).isTrue();
      tenant.hideSites(103, 203);
      // What is there already is said, since nothing has to be written.
      assertThat(grant(tenant, new GrantTemplate(created, plan)).written()).isFalse();
      refused(() -> tenant.changes(FakeAttempt.first()).setPermissions(fewer(created)));
      assertThat(tenant.jane().path("grants")).hasToString("[22]");

      tenant.hideSites();
      assertThat(tenant.changes(FakeAttempt.first()).setPermissions(fewer(created)).written())
          .isTrue();
      assertThat(tenant.changes(FakeAttempt.first()).recordWage(raise(created)).written()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void whoRemembersTheSitesAsksForThemNoMore(TenantShape shape) throws IOException {
    try (SandboxTenant tenant = tenant(shape)) {
      BackofficePlan plan = tenant.plan();
      int id = tenant.createAndGrant(plan).employeeId();
      EmployeeChangeActivitiesImpl changes = tenant.changes(FakeAttempt.first());
      tenant.forgetRequests();

      assertThat(changes.recordWage(raise(id)).written()).isTrue();
      assertThat(changes.setPermissions(fewer(id)).written()).isTrue();

      assertThat(tenant.requests())
          .containsExactly(
              "GET /login",
              "POST /login_check",
              "GET /employee/create",
              "GET /employee",
              "GET /employee/compensation/" + id,
              "POST /employee/compensation/update",
              "GET /employee/compensation/" + id,
              "GET /employee",
              "GET /employee/permissions/" + id,
              "POST /employee/permissions/update",
              "GET /employee/permissions/" + id,
              "GET /employee");
    }
  }

  private static void refused(ThrowingCallable call) {
    assertThat(last(FailureTypes.SITES_HIDDEN, call).getOriginalMessage())
        .isEqualTo(BOTH + " Nothing was written.");
  }

  private static TemplateGranted grant(SandboxTenant tenant, GrantTemplate request) {
    return tenant.activities(FakeAttempt.first()).grantPermissionTemplate(request);
  }

  private static SetPermissions fewer(int employeeId) {
    return new SetPermissions(
        employeeId,
        JANES_ID,
        true,
        new PermissionGrants(List.of(22), List.of()),
        Optional.empty(),
        Optional.of(new PermissionGrants(List.of(21), List.of())));
  }

  private static RecordWage raise(int employeeId) {
    Wage first =
        new Wage(
            Optional.of(new BigDecimal("15.50")),
            Optional.empty(),
            true,
            Optional.of(new BigDecimal("23.25")),
            LocalDate.of(2026, 5, 1),
            Optional.empty());
    return new RecordWage(
        employeeId,
        JANES_ID,
        true,
        Optional.of(first),
        Optional.of(new BigDecimal("17.25")),
        Optional.empty(),
        Optional.empty(),
        LocalDate.of(2026, 7, 1),
        false);
  }
}

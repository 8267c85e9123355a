package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approval is for ids; what is called otherwise since is said and changes nothing. */
class RenamedSinceTest {

  private SandboxTenant tenant;
  private AlteredPages pages;
  private BackofficeTarget approved;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    approved = tenant.plan().target();
    pages = tenant.alteredPages();
  }

  @AfterEach
  void close() {
    assertThat(tenant.count("POST /employee/update")).isZero();
    tenant.close();
  }

  private BackofficeFindings check(Hire hire, Optional<BackofficeTarget> target) {
    return tenant
        .activities(FakeAttempt.first())
        .preFlight(new BackofficePreFlight(JANE, hire, target));
  }

  @Test
  void renamedSitesDepartmentsAndTemplatesAreWarningsAndThePlanStays() {
    pages.alter(
        "/employee/create",
        page -> page.replace("(Wash 37135)", "(Wash East)").replace("Greeter", "Host"));
    pages.alter("/employee/permissions", "General User", "Team Member");

    BackofficeFindings findings = check(hire(), Optional.of(approved));

    assertThat(findings.problems()).isEmpty();
    assertThat(findings.target()).contains(approved);
    assertThat(findings.siteNames()).containsExactly("Wash 37135");
    assertThat(findings.warnings())
        .extracting(Finding::code, Finding::field)
        .containsExactlyInAnyOrder(
            tuple("SITE_RENAMED", "sites"),
            tuple("DEPARTMENT_RENAMED", "departments"),
            tuple("TEMPLATE_RENAMED", "permissionTemplate"));
    assertThat(findings.warnings())
        .extracting(Finding::text)
        .contains(
            "Site \"Wash 37135\" is now called \"Wash East\"; it is the one that was approved, so"
                + " nothing else changes.");
  }

  @Test
  void beforeAnApprovalARenamedOneIsUnknown() {
    pages.alter("/employee/create", "(Wash 37135)", "(Wash East)");

    BackofficeFindings findings = check(hire(), Optional.empty());

    assertThat(findings.target()).isEmpty();
    assertThat(findings.problems()).extracting(Finding::code).containsExactly("UNKNOWN_SITE");
  }

  @Test
  void anIdThatIsGoneIsUnknownAsBefore() {
    pages.alter("/employee/create", "(Wash 37135)", "(Wash East)");
    tenant.hideSites(101);

    assertThat(check(hire(), Optional.of(approved)).problems())
        .extracting(Finding::code)
        .containsExactly("UNKNOWN_SITE");
  }

  @Test
  void aTemplateThatWasRenamedAndStandsForMoreIsUnknown() {
    pages.alter(
        "/employee/permissions",
        page ->
            page.replace("General User", "Team Member")
                .replace("data-permissions-set=\"22\"", "data-permissions-set=\"22,25\""));

    BackofficeFindings findings = check(hire(), Optional.of(approved));

    assertThat(findings.target()).isEmpty();
    assertThat(findings.problems()).extracting(Finding::code).containsExactly("UNKNOWN_TEMPLATE");
  }

  @Test
  void aNameThatAnotherSiteBearsNowIsAQuestionForTheApprover() {
    pages.alter(
        "/employee/create",
        page ->
            page.replace("(Wash 37135)", "(Wash East)").replace("(Harbor Wash)", "(Wash 37135)"));

    BackofficeFindings findings = check(hire(), Optional.of(approved));

    assertThat(findings.target().orElseThrow().sites().sites())
        .extracting(site -> site.id())
        .containsExactly(102);
    assertThat(findings.target()).isNotEqualTo(Optional.of(approved));
  }

  @Test
  void allSitesKeepTheNamesOfTheApprovalToo() {
    Hire everywhere = hireAt(SiteChoice.everySite());
    approved = tenant.plan(everywhere).target();
    pages.alter("/employee/create", "(Wash 37135)", "(Wash East)");

    BackofficeFindings findings = check(everywhere, Optional.of(approved));

    assertThat(findings.target()).contains(approved);
    assertThat(findings.warnings()).extracting(Finding::code).containsExactly("SITE_RENAMED");
  }

  @Test
  void aConfiguredSiteThatIsOnlyCalledOtherwiseNowIsNotHidden() {
    tenant.expectedSites = Set.of("Wash 37135", "Harbor Wash");
    pages.alter("/employee", "(Wash 37135)", "(Wash East)");

    assertThat(check(hire(), Optional.of(approved)).problems()).isEmpty();
    assertThat(check(hire(), Optional.empty()).problems())
        .extracting(Finding::code)
        .contains("SITES_HIDDEN");
    assertThat(
            tenant
                .activities(FakeAttempt.first())
                .createEmployee(tenant.createRequest(tenant.plan(hire(), approved)))
                .adopted())
        .isFalse();
  }

  @Test
  void aTemplateThatWasRenamedIsGrantedUnderItsId() {
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    assertThat(activities.preFlight(new BackofficePreFlight(JANE, hire())).problems()).isEmpty();
    EmployeeCreated created =
        activities.createEmployee(tenant.createRequest(tenant.plan(hire(), approved)));
    pages.alter("/employee", "General User", "Team Member");

    assertThat(
            activities
                .grantPermissionTemplate(
                    new GrantTemplate(created.employeeId(), tenant.plan(hire(), approved), true))
                .rosterAccess())
        .isEqualTo("Team Member");
    assertThat(tenant.jane().path("grants")).hasToString("[22]");
  }
}

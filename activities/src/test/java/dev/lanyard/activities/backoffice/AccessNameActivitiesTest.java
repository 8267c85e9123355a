package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.backoffice.AccessNames;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.NamesResolved;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "resolve access names": looks only. */
class AccessNameActivitiesTest {

  private SandboxTenant tenant;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
  }

  @AfterEach
  void close() {
    assertThat(tenant.writes()).isZero();
    tenant.close();
  }

  private NamesResolved resolve(AccessNames names) {
    BackofficeSettings settings = tenant.settings();
    return new AccessNameActivitiesImpl(settings.connect(), settings).resolve(names);
  }

  private static AccessNames names(
      SiteChoice sites, List<String> departments, String template, NamedAccess approved) {
    return new AccessNames(
        JANES_ID,
        Optional.of(sites),
        departments,
        Optional.of(template),
        Optional.ofNullable(approved));
  }

  @Test
  void namesResolveToIdsAndWhatTheTemplateStandsFor() {
    NamesResolved resolved =
        resolve(names(SiteChoice.of(List.of("Wash 37135")), List.of(), "General User", null));

    assertThat(resolved.problems()).isEmpty();
    assertThat(resolved.access().sites())
        .contains(new SiteGrant(false, List.of(new SiteRef(101, "Wash 37135"))));
    assertThat(resolved.access().departments()).isEmpty();
    assertThat(resolved.access().template().orElseThrow().grants()).isNotEmpty();
  }

  @Test
  void greeterRuleAddsGreeterToNamedDepartments() {
    List<DepartmentRef> departments =
        resolve(
                new AccessNames(
                    JANES_ID, Optional.empty(), List.of("Greeter"), Optional.empty(), null))
            .access()
            .departments();

    assertThat(departments).extracting(DepartmentRef::name).containsExactly("Greeter");
  }

  @Test
  void everyUnknownNameIsToldAtOnceWithTheValidOnes() {
    NamesResolved resolved =
        resolve(names(SiteChoice.of(List.of("Nowhere")), List.of("Nobody"), "Nothing", null));

    assertThat(resolved.problems())
        .extracting("code")
        .containsExactly("UNKNOWN_SITE", "UNKNOWN_DEPARTMENT", "UNKNOWN_TEMPLATE");
    assertThat(resolved.problems().get(0).text()).contains("Nowhere", "Wash 37135");
    assertThat(resolved.access().sites()).isEmpty();
    assertThat(resolved.access().template()).isEmpty();
  }

  @Test
  void hiddenSiteIsAProblemEvenWhenOnlyPermissionsChange() {
    tenant.expectedSites = Set.of("Wash 37135", "Far Wash");

    NamesResolved resolved =
        resolve(
            new AccessNames(
                JANES_ID, Optional.empty(), List.of(), Optional.of("General User"), null));

    assertThat(resolved.problems()).extracting("code").containsExactly("SITES_HIDDEN");
  }

  @Test
  void siteThatIsOnlyCalledOtherwiseSinceTheApprovalIsAWarning() {
    NamedAccess approved =
        new NamedAccess(
            Optional.of(new SiteGrant(false, List.of(new SiteRef(101, "Old Wash")))),
            List.of(),
            Optional.<TemplateRef>empty());

    NamesResolved resolved =
        resolve(names(SiteChoice.of(List.of("Old Wash")), List.of(), "General User", approved));

    assertThat(resolved.problems()).isEmpty();
    assertThat(resolved.warnings()).extracting("code").containsExactly("SITE_RENAMED");
    assertThat(resolved.access().sites().orElseThrow().sites())
        .containsExactly(new SiteRef(101, "Old Wash"));
  }
}

package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.Availability.Answer;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "pre-flight check" and "check availability": neither writes. */
class PreFlightCheckTest {

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

  private BackofficeFindings check(Hire hire) {
    return tenant.activities(FakeAttempt.first()).preFlight(new BackofficePreFlight(JANE, hire));
  }

  private JsonNode somebody(boolean active, String having) {
    return StreamSupport.stream(tenant.employees().spliterator(), false)
        .filter(employee -> employee.path("active").asBoolean() == active)
        .filter(employee -> !employee.path(having).asText().isBlank())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGoodHireResolvesToIds() {
    BackofficeFindings findings = check(hire());
    assertThat(findings.problems()).isEmpty();
    assertThat(findings.warnings()).isEmpty();
    assertThat(findings.target())
        .contains(
            new BackofficeTarget(
                new SiteGrant(false, List.of(new SiteRef(101, "Wash 37135"))),
                new SiteRef(101, "Wash 37135"),
                List.of(new DepartmentRef(3, "Greeter")),
                new TemplateRef(3, "General User", List.of(22), List.of())));
    assertThat(findings.siteNames()).containsExactly("Wash 37135");
  }

  @Test
  void allSitesResolveToTodaysListAndTheChoiceItself() {
    SiteGrant sites = check(hireAt(SiteChoice.everySite())).target().orElseThrow().sites();
    assertThat(sites.all()).isTrue();
    assertThat(sites.sites()).extracting(SiteRef::id).containsExactly(101, 102, 103, 201, 202, 203);
  }

  @Test
  void everyProblemIsReportedAtOnceWithTheNamesThatWouldBeRight() {
    JsonNode disabled = somebody(false, "posUserId");
    JsonNode active = somebody(true, "email");
    JsonNode phoned = somebody(true, "phone");
    Hire hire =
        new Hire(
            "Jane",
            "Doe",
            Optional.of(phoned.path("phone").asText()),
            Optional.of(active.path("email").asText().toUpperCase(Locale.ROOT)),
            PosUserId.of(disabled.path("posUserId").asInt()),
            new BigDecimal("15.50"),
            LocalDate.of(2026, 5, 1),
            SiteChoice.of(List.of("Harbor Wash", "harbor wash", "Mars")),
            "general user",
            List.of("Cashier", "Polishing"),
            Optional.empty());

    BackofficeFindings findings = check(hire);

    assertThat(findings.target()).isEmpty();
    assertThat(findings.problems())
        .extracting(Finding::code, Finding::field)
        .containsExactly(
            tuple("UNKNOWN_SITE", "sites"),
            tuple("UNKNOWN_SITE", "sites"),
            tuple("UNKNOWN_DEPARTMENT", "departments"),
            tuple("UNKNOWN_TEMPLATE", "permissionTemplate"),
            tuple("POS_USER_ID_TAKEN", "posUserId"),
            tuple("EMAIL_TAKEN", "email"));
    assertThat(findings.problems())
        .extracting(Finding::text)
        .contains(
            "There is no site \"Mars\". Valid names: Canyon Wash, Creek Wash, Harbor Wash, Mesa"
                + " Wash, Pine Wash, Wash 37135.",
            "There is no department \"Polishing\". Valid names: Cashier, Greeter, Line,"
                + " Management.",
            "POS user ID "
                + disabled.path("posUserId").asInt()
                + " is taken by employee "
                + disabled.path("id").asInt()
                + " (disabled). Choose another; those of disabled employees stay reserved.");
    assertThat(findings.problems().get(5).text())
        .contains("employee " + active.path("id").asInt() + " (active)");
    assertThat(findings.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("PHONE_TAKEN");
              assertThat(warning.text()).contains("employee " + phoned.path("id").asInt());
            });
  }

  @Test
  void theEmailOfAWebUserIsTakenToo() {
    JsonNode user = tenant.call("GET", "state", null).path("backoffice").path("users").path(0);
    Hire hire = hire();
    Hire taken =
        new Hire(
            hire.firstName(),
            hire.lastName(),
            hire.phone(),
            Optional.of(user.path("email").asText()),
            hire.posUserId(),
            hire.wageRate(),
            hire.startDate(),
            hire.sites(),
            hire.permissionTemplate(),
            hire.departments(),
            hire.pin());
    assertThat(check(taken).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("EMAIL_TAKEN");
              assertThat(problem.text()).contains("web user " + user.path("id").asInt());
            });
  }

  @Test
  void theGreeterRuleAddsGreeterUnlessItIsSwitchedOff() {
    Hire hire = hire();
    Hire cashier =
        new Hire(
            hire.firstName(),
            hire.lastName(),
            hire.phone(),
            hire.email(),
            hire.posUserId(),
            hire.wageRate(),
            hire.startDate(),
            hire.sites(),
            hire.permissionTemplate(),
            List.of("Cashier"),
            hire.pin());
    assertThat(check(cashier).target().orElseThrow().departments())
        .containsExactly(new DepartmentRef(1, "Cashier"), new DepartmentRef(3, "Greeter"));
    tenant.greeterRule = false;
    assertThat(check(cashier).target().orElseThrow().departments())
        .containsExactly(new DepartmentRef(1, "Cashier"));
    assertThat(check(hire).target().orElseThrow().departments())
        .containsExactly(new DepartmentRef(3, "Greeter"));
  }

  @Test
  void withoutAPhoneNoWholeRosterIsLoaded() {
    Hire hire = hire();
    assertThat(
            check(
                    new Hire(
                        hire.firstName(),
                        hire.lastName(),
                        Optional.empty(),
                        hire.email(),
                        hire.posUserId(),
                        hire.wageRate(),
                        hire.startDate(),
                        hire.sites(),
                        hire.permissionTemplate(),
                        hire.departments(),
                        hire.pin()))
                .problems())
        .isEmpty();
    assertThat(tenant.call("GET", "requests", null).toString()).doesNotContain("limit=10000");
  }

  private Availability availability(
      Optional<PosUserId> posUserId, Optional<String> email, Optional<String> phone) {
    return tenant
        .activities(FakeAttempt.first())
        .checkAvailability(new AvailabilityQuestion(posUserId, email, phone, Optional.empty()));
  }

  @Test
  void onlyWhatWasAskedIsAnswered() {
    assertThat(availability(Optional.of(JANES_ID), Optional.empty(), Optional.empty()).answers())
        .containsExactly(new Answer("posUserId", true, "", TakenValues.ROSTER_BLIND_SPOT));
    assertThat(tenant.count("GET /employee")).isOne();
    assertThat(tenant.requests()).hasSize(3);
  }

  @Test
  void takenValuesSayByWhom() {
    JsonNode active = somebody(true, "email");
    int id = active.path("id").asInt();
    assertThat(
            availability(
                    Optional.of(PosUserId.of(active.path("posUserId").asInt())),
                    Optional.of(active.path("email").asText()),
                    Optional.of(somebody(true, "phone").path("phone").asText()))
                .answers())
        .extracting(Answer::field, Answer::free, Answer::takenBy)
        .startsWith(tuple("posUserId", false, "employee " + id + " (active)"))
        .extracting(tuple -> tuple.toList().get(1))
        .containsExactly(false, false, false);
  }
}

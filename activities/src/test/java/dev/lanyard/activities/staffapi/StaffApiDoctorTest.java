package dev.lanyard.activities.staffapi;

import static dev.lanyard.workflows.doctor.CheckResult.FAILED;
import static dev.lanyard.workflows.doctor.CheckResult.OK;
import static dev.lanyard.workflows.doctor.CheckResult.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffApiDoctorTest {

  private static final DoctorRequest REQUEST = new DoctorRequest(3);

  private FakeStaffApi api;

  @BeforeEach
  void start() throws IOException {
    api = new FakeStaffApi();
    api.add(454, "hr-10442", "jane.doe@example.com");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private StaffApiDoctor doctor(long company, Map<String, Long> siteMap, String... sites) {
    return StaffApiDoctor.create(
        StaffApi.connect(
            new StaffApiSettings(
                RemoteOrigin.parse(api.url()),
                () -> new StaffApiCredentials("id", "secret"),
                company,
                Duration.ofSeconds(20),
                Duration.ofSeconds(45),
                siteMap,
                Map.of(),
                List.of("PosPermission"),
                Set.of(),
                StaffPolicy.careful(),
                List.of()),
            RequestLimit.NONE),
        List.of(sites));
  }

  private static List<String> ids(ExaminedSystem system, CheckResult result) {
    return system.checks(result).stream().map(Check::id).toList();
  }

  @Test
  void aSoundCompanyIsFineAndOnlyRead() {
    ExaminedSystem found =
        doctor(5678, Map.of("Pine Wash", 923L), "Pine Wash", "Harbor Wash").examine(REQUEST);

    assertThat(found.checks()).hasSize(5);
    assertThat(ids(found, OK))
        .containsExactly("caller", "company", "site-map", "staff-list", "administrators");
    assertThat(api.reads)
        .containsExactly("/v1/companies/me.json", "sites.json", "staff.json", "staff/admins.json");
    assertThat(api.writes).isEmpty();
    assertThat(found.toString()).doesNotContain("Jane").doesNotContain("example.com");
  }

  @Test
  void everySiteWithoutACounterpartIsNamed() {
    ExaminedSystem found =
        doctor(5678, Map.of("Mesa Wash", 999L), "Mesa Wash", "Nowhere Wash", "Wash 37135")
            .essentials();

    assertThat(ids(found, OK)).containsExactly("company");
    assertThat(found.checks(FAILED))
        .extracting(Check::finding)
        .containsExactly(
            "\"Mesa Wash\" is mapped to site 999, which the staff API does not have; correct the"
                + " site map.",
            "The staff API has no site named \"Nowhere Wash\"; put its id into the site map.");
    assertThat(api.reads).containsExactly("sites.json");
  }

  @Test
  void credentialsOfAnotherCompanyAreAFindingWithBothIds() {
    api.companies = List.of(4711L);
    ExaminedSystem found = doctor(5678, Map.of()).examine(REQUEST);

    assertThat(found.checks(FAILED))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.id()).isEqualTo("caller");
              assertThat(check.finding())
                  .isEqualTo(
                      "The credentials belong to company 4711, and company 5678 is configured.");
              assertThat(check.remedy()).contains("STAFF_API_COMPANY_ID");
            });
  }

  @Test
  void severalCompaniesAreAWarningWhileOursIsAmongThem() {
    api.companies = List.of(9L, 5678L);
    ExaminedSystem found = doctor(5678, Map.of()).examine(REQUEST);

    assertThat(found.checks(CheckResult.WARNING))
        .singleElement()
        .extracting(Check::finding)
        .isEqualTo("The credentials open companies 9, 5678; Lanyard uses company 5678 alone.");
    api.companies = List.of();
    assertThat(doctor(5678, Map.of()).examine(REQUEST).checks(FAILED))
        .extracting(Check::finding)
        .containsExactly("The credentials belong to no company, and company 5678 is configured.");
  }

  @Test
  void noAnswerIsAFindingAndNothingMoreIsAsked() {
    StaffApiDoctor doctor = doctor(5678, Map.of());
    api.close();
    ExaminedSystem found = doctor.examine(REQUEST);

    assertThat(ids(found, FAILED)).containsExactly("caller", "company");
    assertThat(ids(found, UNKNOWN)).containsExactly("site-map");
    assertThat(found.checks(FAILED).get(0).remedy()).contains("STAFF_API_BASE_URL");
  }

  @Test
  void wrongCredentialsAreAFindingWithTheirRemedy() throws IOException {
    try (RunningSandbox sandbox = new RunningSandbox()) {
      sandbox.settings(Map.of("staffApiClientSecret", "changed-meanwhile"));
      ExaminedSystem found = sandbox.doctor().examine(REQUEST);

      assertThat(ids(found, FAILED)).containsExactly("caller", "company");
      assertThat(found.checks(FAILED).get(0).remedy()).contains("STAFF_API_CLIENT_SECRET");
      assertThat(sandbox.requests()).hasSize(2);
    }
  }
}

package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static dev.lanyard.activities.backoffice.SandboxTenant.hire;
import static dev.lanyard.activities.backoffice.SandboxTenant.hireAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each activity costs on the wire, login included: the exact list of requests. */
class RequestBudgetTest {

  private static final List<String> LOGIN = List.of("GET /login", "POST /login_check");

  private SandboxTenant tenant;
  private BackofficeActivitiesImpl activities;
  private BackofficePlan plan;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    plan = tenant.plan();
    activities = tenant.activities(FakeAttempt.first());
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private static List<String> joined(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }

  /** E-mail checks, create and grant as an onboarding has them. */
  private int createAndGrant(BackofficePlan wanted) {
    Availability free =
        activities.checkAvailability(
            new AvailabilityQuestion(Optional.empty(), wanted.email(), Optional.empty()));
    assertThat(free.answers()).singleElement().matches(Availability.Answer::free);
    EmployeeCreated created = activities.createEmployee(tenant.createRequest(wanted));
    assertThat(created.adopted()).isFalse();
    assertThat(
            activities.grantPermissionTemplate(
                new GrantTemplate(created.employeeId(), wanted, true)))
        .isEqualTo(new TemplateGranted(true, "General User"));
    return created.employeeId();
  }

  @Test
  void aVerifiedCreateCostsElevenOnAFreshClientAndSevenOnAWarmOne() {
    int first = createAndGrant(plan);
    assertThat(tenant.requests())
        .containsExactlyElementsOf(
            joined(
                LOGIN,
                "GET /user/create",
                "GET /user",
                "GET /employee",
                "GET /employee/create",
                "POST /employee/insert",
                "GET /employee/edit/" + first,
                "GET /employee/permissions/" + first,
                "POST /employee/permissions/update",
                "GET /employee"))
        .hasSize(11);

    BackofficePlan other =
        tenant.plan(
            hire(
                PosUserId.of(12346),
                "jim.doe@example.com",
                SiteChoice.of(List.of("Pine Wash", "Wash 37135"))));
    tenant.forgetRequests();
    int second = createAndGrant(other);
    assertThat(tenant.requests())
        .containsExactly(
            "GET /user/create",
            "GET /user",
            "GET /employee",
            "POST /employee/insert",
            "GET /employee/edit/" + second,
            "POST /employee/permissions/update",
            "GET /employee")
        .hasSize(7);
    JsonNode record = tenant.records(PosUserId.of(12346)).get(0);
    assertThat(record.path("sites")).hasToString("[\"Wash 37135\",\"Pine Wash\"]");
    assertThat(record.path("grants")).hasToString("[22]");
  }

  @Test
  void aVerifiedDisableCostsSixFreshFourWarmAndThreeWhenTheRecordIsKnown() {
    JsonNode leaver = tenant.somebody(true);
    int id = leaver.path("id").asInt();
    PosUserId posUserId = PosUserId.of(leaver.path("posUserId").asInt());
    assertThat(activities.disableEmployee(Disabling.of(posUserId)).written()).isTrue();
    List<String> warm =
        List.of(
            "GET /employee",
            "GET /employee/edit/" + id,
            "POST /employee/update",
            "GET /employee/edit/" + id);
    assertThat(tenant.requests())
        .containsExactlyElementsOf(joined(LOGIN, warm.toArray(String[]::new)))
        .hasSize(6);

    tenant.call("POST", "employees/" + id, "{\"active\":true}");
    tenant.forgetRequests();
    assertThat(activities.disableEmployee(Disabling.of(posUserId)).written()).isTrue();
    assertThat(tenant.requests()).containsExactlyElementsOf(warm);

    tenant.call("POST", "employees/" + id, "{\"active\":true}");
    tenant.forgetRequests();
    assertThat(activities.disableEmployee(Disabling.of(posUserId, id)).written()).isTrue();
    assertThat(tenant.requests())
        .containsExactly(
            "GET /employee/edit/" + id, "POST /employee/update", "GET /employee/edit/" + id);
  }

  @Test
  void aChangeOfSitesWithTheRosterAsWitnessCostsFourWarmAndOneMoreToFindTheRecord() {
    int id = createAndGrant(plan);
    BackofficePlan elsewhere = tenant.plan(hireAt(SiteChoice.of(List.of("Creek Wash"))));
    AssignSites request = new AssignSites(JANE, id, elsewhere, tenant.pin());
    BackofficeActivitiesImpl fresh = tenant.activities(FakeAttempt.first());
    tenant.forgetRequests();

    assertThat(found(fresh)).isEqualTo("employee " + id + " (active)");
    assertThat(fresh.assignSites(request).written()).isTrue();

    List<String> warm =
        List.of(
            "GET /employee",
            "GET /employee/edit/" + id,
            "POST /employee/update",
            "GET /employee/edit/" + id,
            "GET /employee");
    assertThat(tenant.requests())
        .containsExactlyElementsOf(joined(LOGIN, warm.toArray(String[]::new)))
        .hasSize(7);

    tenant.forgetRequests();
    assertThat(found(fresh)).isNotEmpty();
    assertThat(fresh.assignSites(new AssignSites(JANE, id, plan, tenant.pin())).rosterSites())
        .containsExactly("W37135");
    assertThat(tenant.requests()).containsExactlyElementsOf(warm).hasSize(5);
  }

  private static String found(BackofficeActivitiesImpl activities) {
    return activities
        .checkAvailability(
            new AvailabilityQuestion(Optional.of(JANES_ID), Optional.empty(), Optional.empty()))
        .answers()
        .get(0)
        .takenBy();
  }

  @Test
  void oneWholeOnboardingAsksForNothingTwiceWithoutNeed() {
    Hire hire = hire();
    assertThat(activities.preFlight(new BackofficePreFlight(JANE, hire)).problems()).isEmpty();
    String anybody = tenant.requests().get(4);
    assertThat(anybody).startsWith("GET /employee/permissions/");
    assertThat(tenant.requests())
        .containsExactlyElementsOf(
            joined(
                LOGIN,
                "GET /employee/create",
                "GET /employee", // anybody at all, whose page shows the templates
                anybody,
                "GET /employee", // the POS user ID
                "GET /user/create",
                "GET /user",
                "GET /employee")); // the phone: the whole roster
    tenant.forgetRequests();

    // After the approval everything that is written next is looked up anew, the phone is not.
    assertThat(
            activities
                .preFlight(new BackofficePreFlight(JANE, hire, Optional.of(plan.target())))
                .problems())
        .isEmpty();
    assertThat(tenant.requests())
        .containsExactly(
            "GET /employee/create",
            "GET /employee",
            anybody,
            "GET /employee",
            "GET /user/create",
            "GET /user");
    assertThat(tenant.call("GET", "requests", null).toString()).doesNotContain("limit=10000");
    tenant.forgetRequests();

    int id = activities.createEmployee(tenant.createRequest(plan)).employeeId();
    assertThat(activities.assignSites(new AssignSites(JANE, id, plan, tenant.pin())).written())
        .isFalse();
    assertThat(activities.grantPermissionTemplate(new GrantTemplate(id, plan, true)).written())
        .isTrue();
    assertThat(
            activities
                .verify(
                    new ExpectedEmployee(
                        id,
                        JANES_ID,
                        Optional.of(plan),
                        Optional.of(tenant.pin()),
                        Optional.of(JANE)))
                .active())
        .isTrue();
    assertThat(tenant.requests())
        .startsWith(
            "GET /employee", // create employee
            "POST /employee/insert",
            "GET /employee/edit/" + id,
            "GET /employee/edit/" + id, // assign sites
            "GET /employee",
            "POST /employee/permissions/update", // grant permission template
            "GET /employee",
            "GET /employee/edit/" + id, // verify
            "GET /employee/permissions/" + id,
            "GET /employee/compensation/" + id,
            "GET /employee");
  }

  @Test
  void oneWholeOffboardingCostsEightAndTheLogin() {
    int id = createAndGrant(plan);
    BackofficeActivitiesImpl fresh = tenant.activities(FakeAttempt.first());
    tenant.forgetRequests();

    assertThat(
            fresh
                .locate(new LocateEmployee(JANES_ID, Optional.of("Doe"), Optional.empty()))
                .employeeId())
        .contains(id);
    assertThat(fresh.disableEmployee(Disabling.of(JANES_ID, id)).written()).isTrue();
    assertThat(
            fresh
                .verify(
                    new ExpectedEmployee(
                        id, JANES_ID, Optional.empty(), Optional.empty(), Optional.empty()))
                .active())
        .isFalse();
    assertThat(fresh.disableEmployee(Disabling.of(JANES_ID, id)).written()).isFalse();

    assertThat(tenant.requests())
        .containsExactlyElementsOf(
            joined(
                LOGIN,
                "GET /employee", // locate
                "GET /employee/edit/" + id,
                "GET /employee/edit/" + id, // disable
                "POST /employee/update",
                "GET /employee/edit/" + id,
                "GET /employee/edit/" + id, // verify
                "GET /employee",
                "GET /employee/edit/" + id)); // the second look
  }

  @Test
  void aLookUpByPosUserIdCostsTheSameAmongTwelveAndAmongFiveThousand(@TempDir Path folder)
      throws IOException {
    try (SandboxTenant large =
        SandboxTenant.start(
            SandboxOptions.defaults().withEmployees(5_000), folder.resolve("large"))) {
      List<String> few = lookUp(tenant);
      List<String> many = lookUp(large);
      assertThat(many).isEqualTo(few).hasSize(3);
      int small = bytes(tenant, few.get(2));
      assertThat(bytes(large, many.get(2))).isCloseTo(small, within(small / 100));
    }
  }

  /** With queries. */
  private static List<String> lookUp(SandboxTenant tenant) {
    tenant.forgetRequests();
    PosUserId known = PosUserId.of(70_003);
    assertThat(
            tenant
                .activities(FakeAttempt.first())
                .checkAvailability(
                    new AvailabilityQuestion(
                        Optional.of(known), Optional.empty(), Optional.empty()))
                .answers())
        .singleElement()
        .matches(answer -> !answer.free());
    List<String> lines = new ArrayList<>();
    for (JsonNode line : tenant.call("GET", "requests", null)) {
      lines.add(line.path("path").asText() + "?" + line.path("query").asText());
    }
    return lines;
  }

  private static int bytes(SandboxTenant tenant, String pathAndQuery) {
    return tenant.rawPage(pathAndQuery).length();
  }
}

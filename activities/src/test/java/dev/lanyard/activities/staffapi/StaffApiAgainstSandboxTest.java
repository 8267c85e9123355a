package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static dev.lanyard.activities.staffapi.Fixtures.assertFinal;
import static dev.lanyard.activities.staffapi.Fixtures.assertRetried;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffFindings;
import dev.lanyard.workflows.staffapi.StaffMemberCreated;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every activity over real HTTP, with the faults that a network and a server have. */
class StaffApiAgainstSandboxTest {

  private final FakeAttempt attempt = new FakeAttempt();
  private RunningSandbox sandbox;
  private StaffApiActivitiesImpl activities;

  @BeforeEach
  void start() throws IOException {
    sandbox = new RunningSandbox();
    activities = sandbox.activities(attempt);
  }

  @AfterEach
  void nothingWasWidenedOnTheWay() {
    sandbox.assertNothingWidened();
    sandbox.close();
  }

  @Test
  void hireRunsFromPreFlightToRevocationAndEveryStepMayBeRepeated() {
    StaffPlan plan = plan("Harbor Wash", "Wash 37135");
    CreateStaffMember create = new CreateStaffMember(JANE, plan);

    long id = activities.createStaffMember(create).staffId();
    assertThat(activities.createStaffMember(create)).isEqualTo(new StaffMemberCreated(id, true));
    AssignStaffSites assign = new AssignStaffSites(JANE, id, plan);
    assertThat(activities.assignStaffSites(assign).written()).isFalse();
    ExpectedStaffMember expected = new ExpectedStaffMember(JANE, id, Optional.of(plan));
    assertThat(activities.verify(expected).permissions()).isEqualTo(CASHIER);
    assertThat(activities.verify(expected).present()).isTrue();
    assertThat(sandbox.writes()).containsExactly("POST 201");
    assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);

    assertThat(activities.locate(locate(EMAIL)))
        .isEqualTo(
            new StaffMemberLocated(
                Optional.of(id),
                true,
                "code",
                Optional.of(new StaffAccess(id, false, CASHIER, List.of(921L, 922L)))));
    assertThat(activities.revokeStaffMember(revoke(id)).written()).isTrue();
    assertThat(activities.revokeStaffMember(revoke(id)).written()).isFalse();
    assertThat(activities.locate(locate(EMAIL)).hasAccess()).isFalse();
    assertThat(activities.verify(new ExpectedStaffMember(JANE, id, Optional.empty())).present())
        .isTrue();
    assertThat(sandbox.writes()).containsExactly("POST 201", "PUT 200");
    assertAccess(List.of(), Set.of());
  }

  @Test
  void preFlightFindsWhatIsPresent() {
    StaffFindings free = preFlight("Wash 37135", "Canyon Wash");
    assertThat(free.problems()).isEmpty();
    assertThat(free.target().orElseThrow().sites()).hasSize(2);

    activities.createStaffMember(new CreateStaffMember(JANE, plan("Wash 37135")));

    assertThat(preFlight("Wash 37135", "Nowhere").problems().stream().map(Finding::code))
        .containsExactly("STAFF_CODE_PRESENT", "STAFF_EMAIL_PRESENT", "UNMAPPED_SITE");
    assertThat(sandbox.writes()).containsExactly("POST 201");
  }

  @ParameterizedTest
  @CsvSource({
    "cut-before-commit, 2",
    "cut-after-commit, 1",
    "commit-late, 1",
    "truncated-body, 1",
    "success-without-effect, 2",
    "status 500, 2",
    "status 503, 2",
    "status 429, 2",
    "html-body, 2"
  })
  void createEndsWithOneRightMemberAndOneInvitation(String fault, int posts) {
    CreateStaffMember create = new CreateStaffMember(JANE, plan("Harbor Wash", "Wash 37135"));
    sandbox.fault(fault("POST", "/v1/companies/5678/staff*", fault));
    attempt.whileSettling = settling(fault, () -> !sandbox.withCode("hr-10442").isEmpty());

    StaffMemberCreated created = retried(() -> activities.createStaffMember(create));

    assertThat(sandbox.withCode("hr-10442"))
        .singleElement()
        .returns(created.staffId(), member -> member.path("id").asLong());
    assertAccess(CASHIER, siteIds(create.plan()));
    assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);
    assertThat(sandbox.writes()).hasSize(posts);
  }

  @ParameterizedTest
  @CsvSource({
    "cut-before-commit, 2",
    "cut-after-commit, 1",
    "truncated-body, 1",
    "success-without-effect, 2",
    "status 500, 2",
    "status 503, 2",
    "status 429, 2",
    "html-body, 2"
  })
  void sitesEndAsPlanned(String fault, int puts) {
    long id =
        activities
            .createStaffMember(new CreateStaffMember(JANE, plan("Wash 37135", "Canyon Wash")))
            .staffId();
    StaffPlan plan = plan("Harbor Wash", "Wash 37135");
    sandbox.forgetRequests();
    sandbox.fault(fault("PUT", "/v1/companies/5678/staff/*", fault));

    retried(() -> activities.assignStaffSites(new AssignStaffSites(JANE, id, plan)));

    assertAccess(CASHIER, siteIds(plan));
    assertThat(sandbox.writes()).hasSize(puts);
  }

  @ParameterizedTest
  @CsvSource({
    "cut-before-commit, 2",
    "cut-after-commit, 1",
    "truncated-body, 1",
    "success-without-effect, 2",
    "status 500, 2",
    "status 503, 2",
    "status 429, 2",
    "html-body, 2"
  })
  void revocationEndsWithoutAccess(String fault, int puts) {
    long id =
        activities
            .createStaffMember(new CreateStaffMember(JANE, plan("Wash 37135", "Canyon Wash")))
            .staffId();
    sandbox.forgetRequests();
    sandbox.fault(fault("PUT", "/v1/companies/5678/staff/*", fault));

    retried(() -> activities.revokeStaffMember(revoke(id)));

    assertAccess(List.of(), Set.of());
    assertThat(sandbox.writes()).hasSize(puts);
  }

  @ParameterizedTest
  @CsvSource({"PUT of the plan", "PUT of nothing"})
  void lateUpdateIsRepeatedToTheSameEnd(String which) {
    long id =
        activities
            .createStaffMember(new CreateStaffMember(JANE, plan("Wash 37135", "Canyon Wash")))
            .staffId();
    StaffPlan plan = plan("Harbor Wash");
    boolean revoked = which.endsWith("nothing");
    sandbox.fault(fault("PUT", "/v1/companies/5678/staff/*", "commit-late"));

    Supplier<Object> act =
        revoked
            ? () -> activities.revokeStaffMember(revoke(id))
            : () -> activities.assignStaffSites(new AssignStaffSites(JANE, id, plan));
    retried(act);
    Set<Long> end = revoked ? Set.of() : siteIds(plan);
    sandbox.awaitWrite(() -> sites(sandbox.withCode("hr-10442").get(0)).equals(end));

    assertAccess(revoked ? List.of() : CASHIER, end);
  }

  @ParameterizedTest
  @CsvSource({
    "cut-before-commit, STAFF_API_OUTAGE",
    "truncated-body, STAFF_API_OUTAGE",
    "status 502, STAFF_API_OUTAGE",
    "html-body, STAFF_API_OUTAGE",
    "status 429, RATE_LIMITED"
  })
  void troubledReadIsRetriedAndWritesNothing(String fault, String type) {
    CreateStaffMember create = new CreateStaffMember(JANE, plan("Wash 37135"));
    sandbox.fault(fault("GET", "/v1/companies/5678/staff*", fault));

    ApplicationFailure failure = assertRetried(type, () -> activities.createStaffMember(create));

    assertThat(sandbox.writes()).isEmpty();
    if (type.equals(FailureTypes.RATE_LIMITED)) {
      assertThat(failure.getNextRetryDelay()).isPositive();
      sandbox.clock.waited(failure.getNextRetryDelay());
    }
    attempt.number = 2;
    assertThat(activities.createStaffMember(create).adopted()).isFalse();
    assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"cut-after-commit", "status 500", "truncated-body", "html-body"})
  void troubledReadBackLeadsToAdoption(String fault) {
    // The first match is the administrators' list, the second the read-back by id.
    CreateStaffMember create = new CreateStaffMember(JANE, plan("Wash 37135"));
    sandbox.fault(fault("GET", "/v1/companies/5678/staff/*", fault, 2));

    assertThat(retried(() -> activities.createStaffMember(create)).adopted()).isTrue();

    assertThat(sandbox.writes()).containsExactly("POST 201");
    assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);
  }

  @Test
  void wrongCredentialsAreFinalAndOneRequest() {
    sandbox.settings(Map.of("staffApiClientSecret", "changed meanwhile"));

    assertFinal(FailureTypes.STAFF_API_CREDENTIALS_REJECTED, () -> preFlight("Wash 37135"));
    assertThat(sandbox.requests()).containsExactly("GET /v1/companies/5678/sites.json 401");
  }

  @Test
  void listIsReadToItsLastPage() {
    sandbox.hireOthers(60);
    activities.createStaffMember(new CreateStaffMember(JANE, plan("Wash 37135")));
    sandbox.forgetRequests();

    assertThat(activities.locate(locate("nobody@example.com")).foundBy()).isEqualTo("code");
    assertThat(sandbox.requests())
        .filteredOn("GET /v1/companies/5678/staff.json 200"::equals)
        .hasSize(3);
  }

  @Test
  void abridgedListsOfALargeCompanyAreReadOverSeveralRateWindows() {
    sandbox.hireOthers(30);
    CreateStaffMember create = new CreateStaffMember(JANE, plan("Wash 37135"));
    sandbox.settings(Map.of("listsLackEmailAndCode", true));
    sandbox.forgetRequests();
    sandbox.fault(fault("GET", "/v1/companies/5678/staff/*", "status 429", 20));

    ApplicationFailure limited =
        assertRetried(FailureTypes.RATE_LIMITED, () -> activities.createStaffMember(create));
    sandbox.clock.waited(limited.getNextRetryDelay());
    attempt.number = 2;
    long id = activities.createStaffMember(create).staffId();

    assertThat(sandbox.requests())
        .filteredOn(request -> request.matches("GET .*/staff/\\d+\\.json 200"))
        .filteredOn(request -> !request.contains("/" + id + "."))
        .hasSize(33)
        .doesNotHaveDuplicates();
    assertThat(sandbox.writes()).containsExactly("POST 201");
  }

  @Test
  void abridgedListsHideNobody() {
    sandbox.settings(Map.of("listsLackEmailAndCode", true));
    CreateStaffMember create = new CreateStaffMember(JANE, plan("Wash 37135"));
    long id = activities.createStaffMember(create).staffId();

    assertThat(activities.createStaffMember(create)).isEqualTo(new StaffMemberCreated(id, true));
    assertThat(preFlight("Wash 37135").problems().stream().map(Finding::code))
        .containsExactly("STAFF_CODE_PRESENT", "STAFF_EMAIL_PRESENT");
    assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);
  }

  @Test
  void refusedValuesAreFinalAndUndoTheHire() {
    CreateStaffMember create = new CreateStaffMember(JANE, plan("Wash 37135"));
    Map<String, Object> refusal = fault("POST", "/v1/companies/5678/staff*", "status 422");
    refusal.put("body", "{\"errors\":[\"last_name: jane doe is on the list of 4711\"]}");
    sandbox.fault(refusal);

    ApplicationFailure failure =
        assertFinal(FailureTypes.STAFF_API_REFUSED, () -> activities.createStaffMember(create));

    assertThat(FailureTypes.undoes(failure.getType())).isTrue();
    assertThat(failure.getOriginalMessage()).contains("POST", "answered 422: ").contains("4711");
    assertThat(sandbox.invitationsTo(EMAIL)).isEmpty();
  }

  @Test
  void whatWouldBeRefusedIsToldAtOnceAndNotSent() {
    StaffPlan bad =
        new StaffPlan(
            " ",
            "Doe",
            "nobody at all",
            Optional.empty(),
            new StaffTarget(
                List.of(new StaffSite(4711, "Nowhere"), new StaffSite(921, "Wash 37135")),
                List.of("FinishSale", "Fly")));
    EmployeeNumber endless = EmployeeNumber.of("h".repeat(256));

    ApplicationFailure failure =
        assertFinal(
            FailureTypes.STAFF_API_REFUSED,
            () -> activities.createStaffMember(new CreateStaffMember(endless, bad)));

    assertThat(failure.getOriginalMessage())
        .contains("Nothing was sent")
        .contains("first_name: is missing")
        .contains("primary_email_address: must look like")
        .contains("code: must have at most 255 characters")
        .contains("permissions: no permission codes are Fly")
        .contains("sites: no sites of the company are 4711");
    assertThat(sandbox.requests()).containsExactly("GET /v1/companies/5678/sites.json 200");
  }

  @Test
  void codeOf255CharactersIsTaken() {
    EmployeeNumber longest = EmployeeNumber.of("h".repeat(255));

    activities.createStaffMember(new CreateStaffMember(longest, plan("Wash 37135")));

    assertThat(sandbox.withCode(longest.value())).hasSize(1);
  }

  /** As Temporal would; a final failure is retried once by a human, as a first attempt. */
  private <T> T retried(Supplier<T> act) {
    for (attempt.number = 1; attempt.number <= 4; attempt.number++) {
      try {
        return act.get();
      } catch (ApplicationFailure e) {
        assertThat(e.getType())
            .isIn(
                FailureTypes.UNCONFIRMED_WRITE,
                FailureTypes.STAFF_API_OUTAGE,
                FailureTypes.RATE_LIMITED,
                FailureTypes.NOT_APPLIED);
        if (e.isNonRetryable()) {
          attempt.number = 0;
        }
        sandbox.clock.waited(Optional.ofNullable(e.getNextRetryDelay()).orElse(Duration.ZERO));
      }
    }
    throw new AssertionError("still failing in the fourth attempt");
  }

  private Runnable settling(String fault, BooleanSupplier done) {
    return fault.equals("commit-late") ? () -> sandbox.awaitWrite(done) : () -> {};
  }

  private static Map<String, Object> fault(String method, String path, String kind) {
    return fault(method, path, kind, 1);
  }

  private static Map<String, Object> fault(String method, String path, String kind, int nth) {
    Map<String, Object> fault =
        new TreeMap<>(Map.of("system", "staff-api", "method", method, "path", path, "nth", nth));
    fault.put("kind", kind.startsWith("status") ? "status" : kind);
    if (kind.startsWith("status")) {
      fault.put("status", Integer.valueOf(kind.substring(7)));
    }
    if (kind.equals("commit-late")) {
      fault.put("delayMs", 300);
    }
    return fault;
  }

  private void assertAccess(List<String> permissions, Set<Long> siteIds) {
    assertThat(sandbox.withCode("hr-10442"))
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.path("first_name").asText()).isEqualTo("Jane");
              assertThat(member.path("is_admin").asBoolean()).isFalse();
              assertThat(texts(member.path("permissions")))
                  .containsExactlyInAnyOrderElementsOf(permissions);
              assertThat(sites(member)).isEqualTo(siteIds);
            });
  }

  private static Set<Long> sites(JsonNode member) {
    return StreamSupport.stream(member.path("sites").spliterator(), false)
        .map(JsonNode::asLong)
        .collect(Collectors.toSet());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Set<Long> siteIds(StaffPlan plan) {
    return ReadBack.siteIds(plan);
  }

  private StaffPlan plan(String... siteNames) {
    return new StaffPlan(
        "Jane",
        "Doe",
        EMAIL,
        Optional.of("6155551234"),
        preFlight(siteNames).target().orElseThrow());
  }

  private StaffFindings preFlight(String... siteNames) {
    return activities.preFlight(
        new StaffPreFlight(JANE, Fixtures.hire("Cashier", Optional.of(EMAIL)), List.of(siteNames)));
  }

  private static LocateStaffMember locate(String email) {
    return new LocateStaffMember(JANE, Optional.empty(), Optional.of(email), Optional.of("Doe"));
  }

  private static RevokeStaffMember revoke(long id) {
    return new RevokeStaffMember(JANE, Optional.of(id), false);
  }
}

package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static dev.lanyard.activities.staffapi.Fixtures.PLAN;
import static dev.lanyard.activities.staffapi.Fixtures.assertFinal;
import static dev.lanyard.activities.staffapi.Fixtures.assertRetried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.StaffApiException;
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
import dev.lanyard.workflows.staffapi.StaffMemberRevoked;
import dev.lanyard.workflows.staffapi.StaffMemberVerified;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffSitesAssigned;
import dev.lanyard.workflows.staffapi.StaffTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffApiActivitiesImplTest {

  private static final CreateStaffMember CREATE = new CreateStaffMember(JANE, PLAN);
  private static final String CREATE_BODY =
      "{\"first_name\":\"Jane\",\"last_name\":\"Doe\",\"primary_email_address\":\""
          + EMAIL
          + "\",\"phone\":\"6155551234\",\"is_admin\":false,"
          + "\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922],"
          + "\"code\":\"hr-10442\",\"tags\":[\"lanyard-0123456789abcdef\"]}";
  private static final String REVOKE =
      "PUT staff/454.json {\"is_admin\":false,\"permissions\":[],\"sites\":[]}";

  private static final StaffAccess NOTHING_OF_7 = new StaffAccess(7, false, List.of(), List.of());
  private static final StaffAccess AS_PLANNED =
      new StaffAccess(454, false, Fixtures.CASHIER, List.of(921L, 922L));

  private final FakeAttempt attempt = new FakeAttempt();
  private final MovedClock clock = new MovedClock();
  private FakeStaffApi api;
  private StaffApiActivitiesImpl activities;

  @BeforeEach
  void start() throws IOException {
    api = new FakeStaffApi();
    activities =
        new StaffApiActivitiesImpl(
            StaffApi.connect(
                Fixtures.settings(api.url(), new StaffApiCredentials("client", "secret"), 5678),
                RequestLimit.NONE),
            attempt,
            () -> Fixtures.RUN);
  }

  @AfterEach
  void everyWriteNamedItsAccess() {
    assertThat(api.writes)
        .allSatisfy(write -> assertThat(write).contains("\"permissions\":[", "\"sites\":["));
    api.close();
  }

  // Pre-flight check

  @Test
  void preFlightResolvesSitesAndPermissions() {
    StaffFindings findings = preFlight("Cashier", EMAIL, "Pine Wash", "Wash 37135");

    assertThat(findings.applicable()).isTrue();
    assertThat(findings.problems()).isEmpty();
    assertThat(findings.target())
        .contains(
            new StaffTarget(
                List.of(new StaffSite(921, "Wash 37135"), new StaffSite(923, "Creek Wash")),
                CASHIER));
    assertThat(preFlight("Attendant", EMAIL, "Wash 37135").target().orElseThrow().permissions())
        .containsExactly("PosPermission");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void templateWithoutAccountAsksNothing() {
    assertThat(preFlight("Greeter", null, "Nowhere"))
        .isEqualTo(new StaffFindings(false, List.of(), List.of(), Optional.empty()));
    assertThat(api.reads).isEmpty();
  }

  @Test
  void preFlightReportsEveryProblemAtOnce() {
    FakeStaffApi.grant(api.add(7, "hr-10442", "other@example.com"), CASHIER);
    api.sites.put(930L, "Twin Wash");
    api.sites.put(931L, "Twin Wash");

    StaffFindings findings = preFlight("Cashier", null, "Mesa Wash", "Twin Wash", "Nowhere");

    assertThat(findings.problems().stream().map(Finding::code))
        .containsExactly(
            "NO_EMAIL", "STAFF_CODE_PRESENT", "UNMAPPED_SITE", "UNMAPPED_SITE", "UNMAPPED_SITE");
    assertThat(findings.problems().stream().map(Finding::text).toList().toString())
        .contains("Staff member 7 already carries the code hr-10442 and has access.")
        .contains("\"Mesa Wash\" is mapped to site 999")
        .contains("2 sites named \"Twin Wash\" (930, 931)")
        .contains("no site named \"Nowhere\"");
    assertThat(findings.target()).isEmpty();
  }

  @Test
  void preFlightFindsAnAddressOfAnAdministratorWhomTheListHides() {
    api.add(9, "", "JANE.DOE@example.com").put("is_admin", true).remove("permissions");
    api.staffListHidesAdmins = true;

    assertThat(preFlight("Cashier", EMAIL, "Wash 37135").problems())
        .singleElement()
        .returns("STAFF_EMAIL_PRESENT", Finding::code)
        .satisfies(finding -> assertThat(finding.text()).contains("Staff member 9"));
  }

  @Test
  void whoLeftIsGivenTheOwnStaffMemberAgainWhateverBackofficeHas() {
    api.add(7, "hr-10442", EMAIL).put("last_name", " DOE ");

    StaffFindings findings = preFlight("Cashier", EMAIL, "Wash 37135");

    assertThat(findings.problems()).isEmpty();
    assertThat(findings.target().orElseThrow().formerMember()).contains(7L);
    assertThat(api.reads)
        .containsExactly(
            "sites.json", "staff.json", "staff/admins.json", "staff/7.json", "staff/7/sites.json");
  }

  @Test
  void memberWithTheCodeAndAnotherLastNameIsForAHuman() {
    api.add(7, "hr-10442", "other@example.com").put("last_name", "Example");

    StaffFindings findings = preFlight("Cashier", EMAIL, "Wash 37135");

    assertThat(findings.problems())
        .singleElement()
        .returns("STAFF_CODE_PRESENT", Finding::code)
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .contains("Staff member 7", "another last name", "set the new name there")
                    .doesNotContain("Example"));
    assertThat(findings.target().orElseThrow().formerMember()).isEmpty();
  }

  @Test
  void siteOrAdministratorAloneIsAccessToo() {
    api.add(7, "hr-10442", "other@example.com");
    api.sitesOf.put(7L, new TreeSet<>(Set.of(921L)));
    assertThat(preFlight("Cashier", EMAIL, "Wash 37135").problems())
        .extracting(Finding::code)
        .containsExactly("STAFF_CODE_PRESENT");

    api.sitesOf.put(7L, new TreeSet<>());
    api.staff.get(7L).put("is_admin", true);
    assertThat(preFlight("Cashier", EMAIL, "Wash 37135").problems())
        .extracting(Finding::code)
        .containsExactly("STAFF_CODE_PRESENT");
  }

  @Test
  void twoMembersWithTheCodeAreNeitherGivenAccess() {
    api.add(7, "hr-10442", "other@example.com");
    api.add(8, "hr-10442", "another@example.com");

    StaffFindings findings = preFlight("Cashier", EMAIL, "Wash 37135");

    assertThat(findings.problems())
        .extracting(Finding::code)
        .containsExactly("STAFF_CODE_PRESENT", "STAFF_CODE_PRESENT");
    assertThat(findings.target().orElseThrow().formerMember()).isEmpty();
  }

  @Test
  void abridgedListsAreCompletedFromTheDetailsOnceEach() {
    FakeStaffApi.grant(api.add(7, "hr-10442", "other@example.com"), CASHIER);
    api.add(8, null, EMAIL);
    api.abridged = Set.of("code", "primary_email_address");

    for (int i = 0; i < 2; i++) {
      assertThat(preFlight("Cashier", EMAIL, "Wash 37135").problems().stream().map(Finding::code))
          .containsExactlyInAnyOrder("STAFF_CODE_PRESENT", "STAFF_EMAIL_PRESENT");
    }
    assertThat(api.reads).filteredOn("staff/8.json"::equals).hasSize(1);
    // Whose code it is, is looked at in full each time.
    assertThat(api.reads).filteredOn("staff/7.json"::equals).hasSize(1 + 2);

    api.staff.get(8L).put("code", "hr-10442").put("updated_at", "2026-01-02T00:00:00+10:00");
    assertThat(preFlight("Cashier", EMAIL, "Wash 37135").problems()).hasSize(3);
  }

  // Create

  @Test
  void createWritesOnceAndReadsBack() {
    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, false));

    assertThat(api.writes).containsExactly("POST staff.json " + CREATE_BODY);
    assertThat(api.reads).endsWith("staff/454.json", "staff/454/sites.json");
    assertThat(attempt.settled).isEmpty();
  }

  @Test
  void repeatedCreateAdoptsAndWritesNothing() {
    activities.createStaffMember(CREATE);
    api.writes.clear();

    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, true));
    attempt.number = 2;
    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, true));

    assertThat(api.writes).isEmpty();
    assertThat(attempt.settled).isEmpty();
  }

  @Test
  void laterAttemptLetsTheWriteSettleAndAdoptsWhatAppears() {
    attempt.number = 2;
    attempt.whileSettling = this::putJane;

    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, true));

    assertThat(attempt.settled).containsExactly(Duration.ofSeconds(45));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void laterAttemptAfterOneThatWroteNothingWaitsForNothing() {
    attempt.number = 2;
    attempt.untouched = true;

    assertThat(activities.createStaffMember(CREATE).adopted()).isFalse();

    assertThat(attempt.settled).isEmpty();
    assertThat(api.writes).containsExactly("POST staff.json " + CREATE_BODY);
  }

  @Test
  void laterAttemptCreatesWhenNothingAppears() {
    attempt.number = 3;

    assertThat(activities.createStaffMember(CREATE).adopted()).isFalse();

    assertThat(attempt.settled).containsExactly(Duration.ofSeconds(45));
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void expiredAttemptWritesNothing() {
    attempt.expired = true;

    assertThatThrownBy(() -> activities.createStaffMember(CREATE))
        .isInstanceOf(FakeAttempt.Expired.class);
    putJane();
    assertThatThrownBy(() -> activities.revokeStaffMember(revoke(454L)))
        .isInstanceOf(FakeAttempt.Expired.class);
    api.sitesOf.put(454L, Set.of(921L));
    assertThatThrownBy(() -> activities.assignStaffSites(assign()))
        .isInstanceOf(FakeAttempt.Expired.class);
    assertThat(api.writes).isEmpty();
  }

  @Test
  void addressOfSomebodyElseIsNotOurs() {
    api.add(7, null, "Jane.Doe@EXAMPLE.com");

    assertThat(
            assertFinal(FailureTypes.NOT_OURS, () -> activities.createStaffMember(CREATE))
                .getOriginalMessage())
        .contains("staff member 7");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void codeThatSeveralCarryIsNotOurs() {
    api.add(7, "hr-10442", EMAIL);
    api.add(8, "hr-10442", EMAIL);

    assertThat(
            assertFinal(FailureTypes.NOT_OURS, () -> activities.createStaffMember(CREATE))
                .getOriginalMessage())
        .contains("7, 8");
    assertFinal(FailureTypes.NOT_OURS, () -> activities.revokeStaffMember(revoke(null)));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void adoptedMemberThatDiffersIsNotAppliedFieldByField() {
    ObjectNode jane = putJane();
    jane.put("first_name", "Joan").put("last_name", "Roe").put("primary_email_address", "x@y.test");
    FakeStaffApi.grant(jane, List.of("FinishSale", "Company"));
    api.sitesOf.put(454L, Set.of(921L, 922L, 923L));

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.createStaffMember(CREATE))
                .getOriginalMessage())
        .contains("first_name", "last_name", "primary_email_address")
        .contains("permissions: are [Company, FinishSale], planned [FinishSale, PosPermission]")
        .contains("sites: are [921, 922, 923], planned [921, 922]")
        .doesNotContain("Roe");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void createWithoutLocationIsFoundByItsCode() {
    api.withoutLocation = true;

    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, false));
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void createThatShowsLateIsWaitedFor() {
    api.withoutEffect = true;
    attempt.whileSettling = this::putJane;

    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, false));
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void createWithoutEffectIsNotAppliedAndNotRepeated() {
    api.withoutEffect = true;

    assertFinal(FailureTypes.NOT_APPLIED, () -> activities.createStaffMember(CREATE));

    assertThat(api.writes).hasSize(1);
    assertThat(attempt.settled).containsExactly(Duration.ofSeconds(45));
  }

  @Test
  void createThatCameOutWiderIsTakenBackBeforeAHumanIsAsked() {
    api.createsEverywhere = true;

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.createStaffMember(CREATE))
                .getOriginalMessage())
        .contains("sites: are [921, 922, 923], planned [921, 922]; so all access was taken back");
    assertThat(api.writes).containsExactly("POST staff.json " + CREATE_BODY, REVOKE);
    assertThat(api.sitesOf.get(454L)).isEmpty();

    assertFinal(FailureTypes.NOT_APPLIED, () -> activities.createStaffMember(CREATE));
    assertThat(api.writes).hasSize(2);
  }

  @Test
  void strangerWhomTheServerNamesAsTheNewMemberKeepsItsAccess() {
    FakeStaffApi.grant(api.add(453, "hr-1", "dana@example.com"), List.of("Company"));
    api.locationOf = 453;

    assertFinal(
        FailureTypes.NOT_APPLIED,
        () -> activities.createStaffMember(new CreateStaffMember(JANE, PLAN)));

    assertThat(api.writes).hasSize(1);
    assertThat(api.staff.get(453L).at("/permissions/0/code").textValue()).isEqualTo("Company");
  }

  @Test
  void addressesThatAreNoTextsAreNotTakenForNone() {
    api.add(453, "hr-1", "dana@example.com").putArray("email_addresses").addObject();
    api.abridged = Set.of("code");

    assertThat(
            assertFinal(
                    FailureTypes.STAFF_API_CHANGED,
                    () -> activities.createStaffMember(new CreateStaffMember(JANE, PLAN)))
                .getOriginalMessage())
        .contains("/email_addresses");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void detailsOfAListWithoutTimesAreReadOverSeveralRateWindows() {
    for (long id = 1; id <= 5; id++) {
      api.add(id, "hr-" + id, id + "@example.com");
    }
    api.abridged = Set.of("code", "primary_email_address", "updated_at");
    api.detailsBeforeLimit = 3;
    LocateStaffMember dana =
        new LocateStaffMember(
            EmployeeNumber.of("hr-5"), Optional.empty(), Optional.empty(), Optional.empty());
    StaffApiActivitiesImpl later = laterOn();

    assertRetried(FailureTypes.RATE_LIMITED, () -> later.locate(dana));
    api.detailsBeforeLimit = 5;
    api.reads.clear();
    clock.waited(Duration.ofMinutes(2));
    assertThat(later.locate(dana).staffId()).contains(5L);

    // What was read is read again only once the whole had been seen.
    assertThat(api.reads).contains("staff/4.json").doesNotContain("staff/1.json", "staff/3.json");
    api.reads.clear();
    api.detailsBeforeLimit = Integer.MAX_VALUE;
    later.locate(dana);
    assertThat(api.reads).contains("staff/1.json", "staff/3.json");
  }

  private StaffApiActivitiesImpl laterOn() {
    StaffApiCredentials credentials = new StaffApiCredentials("client", "secret");
    return new StaffApiActivitiesImpl(
        StaffApi.connect(
            Fixtures.settings(api.url(), credentials, 5678),
            new BasicAuthorization(() -> credentials),
            RequestLimit.NONE,
            clock),
        attempt,
        () -> Fixtures.RUN);
  }

  @Test
  void loginThatIsNeededParksWithWhatToDoAndSendsNothing() {
    Authorization loggedOut =
        new Authorization() {
          @Override
          public String header() {
            throw new StaffApiException(
                StaffApiException.Kind.LOGIN_NEEDED, "revoked. Run ./lanyard staff login");
          }

          @Override
          public boolean renewed(String refusedHeader) {
            throw new AssertionError("nothing was sent");
          }
        };
    StaffApiActivitiesImpl withoutLogin =
        new StaffApiActivitiesImpl(
            StaffApi.connect(
                Fixtures.settings(api.url(), new StaffApiCredentials("client", "secret"), 5678),
                loggedOut,
                RequestLimit.NONE),
            attempt,
            () -> Fixtures.RUN);

    assertThat(
            assertFinal(
                    FailureTypes.STAFF_API_LOGIN_NEEDED,
                    () -> withoutLogin.createStaffMember(new CreateStaffMember(JANE, PLAN)))
                .getOriginalMessage())
        .contains("./lanyard staff login");
    assertThat(api.reads).isEmpty();
    assertThat(api.writes).isEmpty();
  }

  @Test
  void lostCreateThatComesAfterItsRepeatIsForAHuman() {
    attempt.number = 2;
    // Settling is over when the lost one comes: a later look than the last one finds it.
    api.afterCreate = () -> api.add(455, "hr-10442", EMAIL);

    assertThat(
            assertFinal(FailureTypes.NOT_OURS, () -> activities.createStaffMember(CREATE))
                .getOriginalMessage())
        .contains("454, 455");
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void siteThatIsMappedToOneBackofficeSiteIsNobodyElsesByName() {
    // Fixtures map Pine Wash to 923, which the staff API calls Creek Wash.
    StaffFindings findings =
        activities.preFlight(
            new StaffPreFlight(
                JANE,
                Fixtures.hire("Cashier", Optional.of(EMAIL)),
                List.of("Pine Wash", "Creek Wash")));

    assertThat(findings.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("UNMAPPED_SITE");
              assertThat(problem.text())
                  .contains("site named \"Creek Wash\" is mapped to another one");
            });
    assertThat(findings.target()).isEmpty();
  }

  /** The number that {@code RequestLimit} keeps of each minute for revocations. */
  @Test
  void wholeRevocationAsksFifteenTimes() {
    putJane();

    Long id = activities.locate(locate(null, EMAIL, "Doe")).staffId().orElseThrow();
    activities.revokeStaffMember(new RevokeStaffMember(JANE, Optional.of(id), false, true));
    activities.verify(expected(false));

    assertThat(api.writes).containsExactly(REVOKE);
    assertThat(api.reads.size() + api.writes.size()).isEqualTo(15);
  }

  /** The number that {@code requests-per-activity} has by default. */
  @Test
  void costliestCreateAsksFourteenTimes() {
    attempt.number = 2;
    api.withoutLocation = true;
    api.withoutEffect = true;
    attempt.whileSettling =
        () -> {
          if (!api.writes.isEmpty()) {
            putJane();
          }
        };

    assertThat(activities.createStaffMember(CREATE)).isEqualTo(new StaffMemberCreated(454, false));

    assertThat(attempt.settled).hasSize(2);
    assertThat(api.reads.size() + api.writes.size()).isEqualTo(14);
  }

  @Test
  void hireWithoutAddressParksOrIsSkippedByPolicyAndNeverGetsOne() {
    StaffPreFlight request =
        new StaffPreFlight(JANE, Fixtures.hire("Cashier", Optional.empty()), List.of("Wash 37135"));
    StaffApiActivitiesImpl skipping =
        new StaffApiActivitiesImpl(
            StaffApi.connect(
                Fixtures.with(
                    Fixtures.settings(api.url(), new StaffApiCredentials("client", "secret"), 5678),
                    new StaffPolicy(true, false)),
                RequestLimit.NONE),
            attempt,
            () -> Fixtures.RUN);

    StaffFindings skipped = skipping.preFlight(request);
    assertThat(skipped.applicable()).isFalse();
    assertThat(skipped.problems()).isEmpty();
    assertThat(skipped.warnings()).extracting(Finding::code).containsExactly("NO_EMAIL");
    assertThat(skipped.target()).isEmpty();
    assertThat(api.reads).isEmpty();

    StaffFindings parked = activities.preFlight(request);
    assertThat(parked.applicable()).isTrue();
    assertThat(parked.problems()).extracting(Finding::code).containsExactly("NO_EMAIL");
  }

  @Test
  void impliedPermissionsAreNoDifference() {
    FakeStaffApi.grant(putJane(), List.of("Adjustments", "MakeDiscount"));

    assertThat(activities.createStaffMember(createWith("Adjustments")).adopted()).isTrue();
    assertFinal(
        FailureTypes.NOT_APPLIED, () -> activities.createStaffMember(createWith("MakeDiscount")));
  }

  // Assign sites

  @Test
  void equalSitesAreNotWritten() {
    putJane();

    assertThat(activities.assignStaffSites(assign()))
        .isEqualTo(new StaffSitesAssigned(false, List.of(921L, 922L)));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void differentSitesAreWrittenWithThePermissions() {
    putJane();
    api.sitesOf.put(454L, Set.of(921L, 923L));

    assertThat(activities.assignStaffSites(assign()))
        .isEqualTo(new StaffSitesAssigned(true, List.of(921L, 922L)));
    assertThat(activities.assignStaffSites(assign()).written()).isFalse();
    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"is_admin\":false,"
                + "\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922]}");
  }

  @Test
  void sitesOfARevokedOrPromotedMemberAreLeftAlone() {
    ObjectNode jane = putJane();
    FakeStaffApi.grant(jane, List.of());
    api.sitesOf.put(454L, Set.of());

    assertFinal(FailureTypes.NOT_APPLIED, () -> activities.assignStaffSites(assign()));
    jane.put("is_admin", true).remove("permissions");
    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.assignStaffSites(assign()))
                .getOriginalMessage())
        .contains("is_admin: is true");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void sitesOfAForeignOrMissingMemberAreLeftAlone() {
    assertFinal(FailureTypes.STAFF_MEMBER_NOT_FOUND, () -> activities.assignStaffSites(assign()));
    putJane().put("code", "hr-1");
    assertFinal(FailureTypes.NOT_OURS, () -> activities.assignStaffSites(assign()));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void sitesThatBecomeTooManyAreTakenBackAndAreForAHuman() {
    ObjectNode jane = putJane();
    api.sitesOf.put(454L, Set.of(921L));
    api.withUpdate =
        () -> {
          FakeStaffApi.grant(jane, List.of("FinishSale", "PosPermission", "Void"));
          api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 922L, 923L)));
        };

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.assignStaffSites(assign()))
                .getOriginalMessage())
        .contains(
            "permissions: are [FinishSale, PosPermission, Void]",
            "sites: are [921, 922, 923], planned [921, 922]",
            "so what was too much was taken back");

    String exactly =
        "PUT staff/454.json {\"is_admin\":false,"
            + "\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922]}";
    assertThat(api.writes).containsExactly(exactly, exactly);
    assertThat(api.sitesOf.get(454L)).containsExactly(921L, 922L);
  }

  @Test
  void sitesThatStayTooManyCostAllAccess() {
    putJane();
    api.sitesOf.put(454L, Set.of(921L));
    Runnable wider = () -> api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 922L, 923L)));
    api.withUpdate =
        () -> {
          wider.run();
          api.withUpdate = wider;
        };

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.assignStaffSites(assign()))
                .getOriginalMessage())
        .contains("so all access was taken back");

    assertThat(api.writes).hasSize(3).last().isEqualTo(REVOKE);
    assertThat(api.sitesOf.get(454L)).isEmpty();
  }

  @Test
  void sitesWhoseReadBackWasLostLoseTheSurplusAtTheNextAttempt() {
    FakeStaffApi.grant(putJane(), List.of("FinishSale", "PosPermission", "Void"));
    attempt.number = 2;

    assertFinal(FailureTypes.NOT_APPLIED, () -> activities.assignStaffSites(assign()));

    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"is_admin\":false,"
                + "\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922]}");
  }

  @Test
  void sitesWithoutEffectAreNotApplied() {
    putJane();
    api.sitesOf.put(454L, Set.of(923L));
    api.withoutEffect = true;

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.assignStaffSites(assign()))
                .getOriginalMessage())
        .contains("sites: are [923], planned [921, 922]");
    assertThat(api.writes).hasSize(1);
  }

  // Verify

  @Test
  void verifyShowsWhatWasExpected() {
    putJane();

    assertThat(activities.verify(expected(true)))
        .isEqualTo(new StaffMemberVerified(true, CASHIER, List.of(921L, 922L)));
    assertFinal(FailureTypes.NOT_APPLIED, () -> activities.verify(expected(false)));
  }

  @Test
  void verifyNamesEveryDifference() {
    putJane().put("is_admin", true).put("last_name", "Roe").remove("permissions");
    api.sitesOf.put(454L, Set.of());

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.verify(expected(true)))
                .getOriginalMessage())
        .contains("last_name", "is_admin", "sites: are []");
  }

  @Test
  void verifyWantsOurOwnMember() {
    assertFinal(FailureTypes.STAFF_MEMBER_NOT_FOUND, () -> activities.verify(expected(true)));
    putJane().put("code", "hr-1");
    assertFinal(FailureTypes.NOT_OURS, () -> activities.verify(expected(true)));
  }

  @Test
  void leaverWithoutAccessOrGoneIsVerified() {
    assertThat(activities.verify(expected(false)))
        .isEqualTo(new StaffMemberVerified(false, List.of(), List.of()));
    api.add(454, "hr-10442", EMAIL);
    assertThat(activities.verify(expected(false)))
        .isEqualTo(new StaffMemberVerified(true, List.of(), List.of()));
  }

  @Test
  void secondRecordOfALeaverThatKeepsItsAccessIsNotOverlooked() {
    api.add(454, "hr-10442", EMAIL);
    FakeStaffApi.grant(api.add(455, "hr-10442", EMAIL), CASHIER);
    api.add(456, "hr-10442", EMAIL);

    assertThat(
            assertFinal(FailureTypes.NOT_OURS, () -> activities.verify(expected(false)))
                .getOriginalMessage())
        .contains("454", "455", "hr-10442")
        .doesNotContain("456");
    FakeStaffApi.grant(api.staff.get(455L), List.of());
    assertThat(activities.verify(expected(false)).present()).isTrue();
  }

  @Test
  void notFoundIsNotBelievedWhileTheListsShowTheMember() {
    putJane();
    api.missingById.add(454L);
    assertFinal(FailureTypes.STAFF_API_CHANGED, () -> activities.verify(expected(false)));
    assertFinal(FailureTypes.STAFF_API_CHANGED, () -> activities.revokeStaffMember(revoke(454L)));

    api.missingById.clear();
    api.missingSites.add(454L);
    assertFinal(FailureTypes.STAFF_API_CHANGED, () -> activities.verify(expected(false)));
    assertThat(api.writes).isEmpty();
  }

  // Locate

  @Test
  void leaverIsFoundByIdThenCodeThenEmail() {
    putJane();
    api.add(7, "hr-10442x", EMAIL.toUpperCase(Locale.ROOT)).put("last_name", "doe ");

    assertThat(activities.locate(locate(7L, EMAIL, null)))
        .isEqualTo(new StaffMemberLocated(Optional.of(7L), false, "id", Optional.of(NOTHING_OF_7)));
    assertThat(activities.locate(locate(null, "nobody@example.com", null)))
        .isEqualTo(
            new StaffMemberLocated(Optional.of(454L), true, "code", Optional.of(AS_PLANNED)));
    assertThat(activities.locate(locate(99L, null, "doe")))
        .isEqualTo(
            new StaffMemberLocated(Optional.of(454L), true, "code", Optional.of(AS_PLANNED)));
    api.staff.remove(454L);
    assertThat(activities.locate(locate(99L, EMAIL, "Doe")))
        .isEqualTo(
            new StaffMemberLocated(Optional.of(7L), false, "email", Optional.of(NOTHING_OF_7)));
    api.staff.remove(7L);
    assertThat(activities.locate(locate(99L, EMAIL, "Doe")))
        .isEqualTo(new StaffMemberLocated(Optional.empty(), false, ""));
  }

  @Test
  void givenLastNameGuardsWhateverLedToTheRecord() {
    putJane();

    assertFinal(FailureTypes.NOT_OURS, () -> activities.locate(locate(454L, null, "Roe")));
    assertFinal(FailureTypes.NOT_OURS, () -> activities.locate(locate(null, null, "Roe")));
    assertThat(activities.locate(locate(454L, null, " DOE ")).staffId()).contains(454L);
  }

  @Test
  void sitesAloneAreAccess() {
    api.add(454, "hr-10442", EMAIL);
    assertThat(activities.locate(locate(454L, null, null)).hasAccess()).isFalse();
    api.sitesOf.put(454L, Set.of(921L));
    assertThat(activities.locate(locate(454L, null, null)).hasAccess()).isTrue();
  }

  @Test
  void emailAloneMustAgreeWithTheLastName() {
    api.add(7, null, EMAIL);

    assertFinal(FailureTypes.NOT_OURS, () -> activities.locate(locate(null, EMAIL, "Roe")));
    assertThat(activities.locate(locate(null, EMAIL, null)).staffId()).contains(7L);
    api.staff.get(7L).put("code", "hr-7");
    assertFinal(FailureTypes.NOT_OURS, () -> activities.locate(locate(null, EMAIL, null)));
    assertThat(activities.locate(locate(null, EMAIL, "Doe")).staffId()).contains(7L);
  }

  @Test
  void sharedEmailIsNobodysProof() {
    api.add(7, null, EMAIL);
    api.add(8, null, EMAIL);

    assertThat(
            assertFinal(FailureTypes.NOT_OURS, () -> activities.locate(locate(null, EMAIL, "Doe")))
                .getOriginalMessage())
        .contains("7, 8");
  }

  // Revoke

  @Test
  void revokeTakesEverythingInOneUpdateAndOnce() {
    putJane().put("is_admin", true).remove("permissions");

    assertThat(activities.revokeStaffMember(revoke(454L)))
        .isEqualTo(
            new StaffMemberRevoked(
                Optional.of(454L),
                true,
                Optional.of(new StaffAccess(454, true, List.of(), List.of(921L, 922L)))));
    assertThat(activities.revokeStaffMember(revoke(454L)))
        .isEqualTo(new StaffMemberRevoked(Optional.of(454L), false));
    assertThat(api.writes).containsExactly(REVOKE);
    assertThat(api.staff.get(454L).path("is_admin").booleanValue()).isFalse();
  }

  @Test
  void revokeFindsItsMemberByCodeAlone() {
    putJane();
    api.add(7, "hr-1", EMAIL);
    api.sitesOf.put(7L, Set.of(921L));

    assertThat(activities.revokeStaffMember(revoke(null)).staffId()).contains(454L);
    assertThat(api.writes).containsExactly(REVOKE);
    assertThat(api.sitesOf.get(7L)).containsExactly(921L);
  }

  @Test
  void nobodyToRevokeIsFineUnlessOneMayStillAppear() {
    assertThat(activities.revokeStaffMember(revoke(null)))
        .isEqualTo(new StaffMemberRevoked(Optional.empty(), false));
    assertThat(activities.revokeStaffMember(revoke(454L)))
        .isEqualTo(new StaffMemberRevoked(Optional.empty(), false));
    assertThat(attempt.settled).isEmpty();

    attempt.whileSettling = this::putJane;
    assertThat(activities.revokeStaffMember(new RevokeStaffMember(JANE, Optional.empty(), true)))
        .isEqualTo(new StaffMemberRevoked(Optional.of(454L), true, Optional.of(AS_PLANNED)));
    assertThat(attempt.settled).containsExactly(Duration.ofSeconds(45));
    assertThat(api.writes).containsExactly(REVOKE);
  }

  @Test
  void revokeWithoutEffectNamesWhatIsLeft() {
    putJane();
    api.withoutEffect = true;

    assertThat(
            assertFinal(FailureTypes.NOT_APPLIED, () -> activities.revokeStaffMember(revoke(454L)))
                .getOriginalMessage())
        .contains("permissions: are [FinishSale, PosPermission]; sites: are [921, 922]");
    assertThat(api.writes).hasSize(1);
  }

  private ObjectNode putJane() {
    ObjectNode jane = api.add(454, "hr-10442", EMAIL);
    FakeStaffApi.grant(jane, CASHIER);
    api.sitesOf.put(454L, Set.of(921L, 922L));
    return jane;
  }

  private StaffFindings preFlight(String template, String email, String... siteNames) {
    return activities.preFlight(
        new StaffPreFlight(
            JANE, Fixtures.hire(template, Optional.ofNullable(email)), List.of(siteNames)));
  }

  private static CreateStaffMember createWith(String permission) {
    return new CreateStaffMember(
        JANE,
        new StaffPlan(
            "Jane",
            "Doe",
            EMAIL,
            Optional.empty(),
            new StaffTarget(PLAN.target().sites(), List.of(permission))));
  }

  private static AssignStaffSites assign() {
    return new AssignStaffSites(JANE, 454, PLAN);
  }

  private static ExpectedStaffMember expected(boolean plan) {
    return new ExpectedStaffMember(JANE, 454, plan ? Optional.of(PLAN) : Optional.empty());
  }

  private static LocateStaffMember locate(Long id, String email, String lastName) {
    return new LocateStaffMember(
        JANE, Optional.ofNullable(id), Optional.ofNullable(email), Optional.ofNullable(lastName));
  }

  private static RevokeStaffMember revoke(Long id) {
    return new RevokeStaffMember(JANE, Optional.ofNullable(id), false);
  }
}

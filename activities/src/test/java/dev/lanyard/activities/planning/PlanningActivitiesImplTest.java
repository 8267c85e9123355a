package dev.lanyard.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ComposePlan;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningActivitiesImplTest {

  private static final ProcessPolicy POLICY =
      new ProcessPolicy(
          "area managers",
          "support",
          true,
          Duration.ofDays(3),
          Duration.ofMinutes(10),
          Duration.ofDays(7),
          Duration.ofHours(1),
          Duration.ofDays(400));
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

  // The digest under test is what it is taken over: the text itself.
  private final PlanningActivitiesImpl activities =
      new PlanningActivitiesImpl(
          new PlanningSettings(
              POLICY,
              CHICAGO,
              Map.of("Canyon Wash", ZoneId.of("America/Denver"), "Rio Wash", SAO_PAULO)),
          text -> text);

  @Test
  void policyIsTheWorkersOwn() {
    assertThat(activities.readPolicy()).isEqualTo(POLICY);
  }

  @Test
  void planHoldsTheExactWrites() {
    AccessPlan plan = activities.compose(new Request().compose());

    assertThat(plan.backoffice().wageRate()).isEqualTo(new BigDecimal("15.50"));
    assertThat(plan.backoffice().overtimeRate()).isEqualTo(new BigDecimal("23.25"));
    assertThat(plan.backoffice().target()).isEqualTo(new Request().target());
    assertThat(plan.staffApi().orElseThrow().email()).isEqualTo("Jane.Doe@example.com");
    assertThat(plan.staffApi().orElseThrow().target()).isEqualTo(new Request().staff.orElseThrow());
    assertThat(plan.zone()).isEqualTo("America/Chicago");
    assertThat(plan.effectiveAt()).isEqualTo(Instant.parse("2026-05-01T05:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"15.50,23.25", "15.5,23.25", "15.55,23.32", "15.57,23.36", "0.01,0.02", "7,10.50"})
  void overtimeIsHalfAsMuchAgainToTheEvenCent(String rate, String overtime) {
    Request request = new Request();
    request.wage = new BigDecimal(rate);

    assertThat(activities.compose(request.compose()).backoffice().overtimeRate())
        .isEqualTo(new BigDecimal(overtime));
  }

  @Test
  void anExplicitOvertimeRateIsTakenAndNoOvertimeHasNone() {
    Request explicit = new Request();
    explicit.overtime = Optional.of(new BigDecimal("30"));
    BackofficePlan plan = activities.compose(explicit.compose()).backoffice();
    assertThat(plan.overtimeRate()).isEqualTo(new BigDecimal("30.00"));
    assertThat(plan.noOvertime()).isFalse();

    Request none = new Request();
    none.noOvertime = true;
    plan = activities.compose(none.compose()).backoffice();
    assertThat(plan.overtimeRate()).isEqualTo(new BigDecimal("0.00"));
    assertThat(plan.noOvertime()).isTrue();

    none.overtime = Optional.of(new BigDecimal("30"));
    ApplicationFailure refused =
        catchThrowableOfType(ApplicationFailure.class, () -> activities.compose(none.compose()));
    assertThat(refused.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
    assertThat(refused.getOriginalMessage())
        .isEqualTo("overtimeRate does not go together with no overtime; keep one of them");
  }

  /** As plans were digested before there was an emergency contact or a choice about overtime. */
  @Test
  void theDigestOfAPlanWithoutTheNewFieldsIsTheOldOne() {
    assertThat(digest(new Request()))
        .isEqualTo(
            """
            lanyard access 1
            employee number 8:hr-10442
            POS user ID 5:12345
            first name 4:Jane
            last name 3:Doe
            sites 1:2
            - 3:101
            - 3:102
            grants 1:3
            - 1:1
            - 1:2
            - 1:4
            overrides 1:1
            - 1:2
            departments 1:2
            - 1:1
            - 1:3
            wage rate 5:15.50
            overtime rate 5:23.25
            staff e-mail 20:jane.doe@example.com
            staff permissions 1:2
            - 10:FinishSale
            - 13:PosPermission
            staff sites 1:2
            - 3:921
            - 3:922
            """);
  }

  @Test
  void overtimeIsMoneyAndVoidsAnApprovalAndTheEmergencyContactIsNot() {
    Request explicit = new Request();
    explicit.overtime = Optional.of(new BigDecimal("23.26"));
    Request none = new Request();
    none.noOvertime = true;
    Request same = new Request();
    same.overtime = Optional.of(new BigDecimal("23.25"));
    same.emergencyName = Optional.of("Dana Example");
    same.emergencyPhone = Optional.of("6155559876");

    assertThat(digest(explicit)).isNotEqualTo(digest(new Request()));
    assertThat(digest(none)).isNotEqualTo(digest(new Request())).isNotEqualTo(digest(explicit));
    assertThat(digest(same)).isEqualTo(digest(new Request()));
    BackofficePlan plan = activities.compose(same.compose()).backoffice();
    assertThat(plan.emergencyName()).contains("Dana Example");
    assertThat(plan.emergencyPhone()).contains("6155559876");
  }

  @Test
  void labelsOrderTimesAndPhoneDoNotVoidAnApproval() {
    Request other = new Request();
    other.sites = List.of(new SiteRef(102, "Harbor"), new SiteRef(101, "Renamed Wash"));
    other.template = new TemplateRef(8, "Attendant", List.of(4, 1, 2), List.of(2));
    other.departments = List.of(new DepartmentRef(3, "Greeters"), new DepartmentRef(1, "Till"));
    other.phone = Optional.of("6155559999");
    other.startDate = LocalDate.of(2026, 6, 1);
    other.wage = new BigDecimal("15.5");
    other.email = "JANE.DOE@EXAMPLE.COM";
    other.staff =
        Optional.of(
            new StaffTarget(
                List.of(new StaffSite(922, "H"), new StaffSite(921, "W")),
                List.of("PosPermission", "FinishSale")));

    assertThat(digest(other)).isEqualTo(digest(new Request()));
  }

  @Test
  void everyChangeOfTheAccessVoidsAnApproval() {
    Request person = new Request();
    person.number = EmployeeNumber.of("hr-10443");
    Request pos = new Request();
    pos.posUserId = PosUserId.of(12346);
    Request name = new Request();
    name.lastName = "Roe";
    Request first = new Request();
    first.firstName = "Joan";
    Request all = new Request();
    all.allSites = true;
    Request site = new Request();
    site.sites = List.of(new SiteRef(101, "Wash 37135"));
    Request grants = new Request();
    grants.template = new TemplateRef(7, "Cashier", List.of(1, 2, 4, 5), List.of(2));
    Request overrides = new Request();
    overrides.template = new TemplateRef(7, "Cashier", List.of(1, 2, 4), List.of());
    Request departments = new Request();
    departments.departments = List.of(new DepartmentRef(4, "Management"));
    Request wage = new Request();
    wage.wage = new BigDecimal("15.51");
    Request email = new Request();
    email.email = "jane@example.com";
    Request permissions = new Request();
    permissions.staff =
        Optional.of(new StaffTarget(request().staffSites(), List.of("FinishSale", "Company")));
    Request staffSites = new Request();
    staffSites.staff =
        Optional.of(
            new StaffTarget(
                List.of(new StaffSite(921, "W")), List.of("FinishSale", "PosPermission")));
    Request noStaff = new Request();
    noStaff.staff = Optional.empty();
    List<Request> different =
        List.of(
            request(),
            person,
            pos,
            name,
            first,
            all,
            site,
            grants,
            overrides,
            departments,
            wage,
            email,
            permissions,
            staffSites,
            noStaff);

    assertThat(Set.copyOf(different.stream().map(this::digest).toList())).hasSize(different.size());
  }

  @Test
  void allSitesStayApprovedWhenASiteIsAdded() {
    Request today = new Request();
    today.allSites = true;
    Request tomorrow = new Request();
    tomorrow.allSites = true;
    tomorrow.sites = List.of(new SiteRef(101, "Wash 37135"), new SiteRef(301, "New Wash"));

    assertThat(digest(tomorrow)).isEqualTo(digest(today));
  }

  @Test
  void valuesCannotPassForOtherFields() {
    Request one = new Request();
    one.firstName = "Jane\nlast name 3:Doe";
    Request two = new Request();
    two.lastName = "Doe\nlast name 3:Doe";

    assertThat(digest(one)).isNotEqualTo(digest(two)).isNotEqualTo(digest(request()));
    assertThat(digest(one)).contains("first name 20:Jane\nlast name 3:Doe\nlast name 3:Doe\n");
  }

  @Test
  void everythingThatCannotBeWrittenIsRefusedAtOnce() {
    Request request = new Request();
    request.wage = new BigDecimal("15.505");
    request.email = null;

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> activities.compose(request.compose()));

    assertThat(failure.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).contains("wageRate must").contains("email is missing");
  }

  @Test
  void startDateOpensAtTheFirstInstantThatTheSiteHas() {
    // Clocks went from 00:00 to 01:00 there on that day: it had no midnight.
    Request request = new Request();
    request.sites = List.of(new SiteRef(401, "Rio Wash"));
    request.startDate = LocalDate.of(2018, 11, 4);

    AccessPlan plan = activities.compose(request.compose());

    assertThat(plan.zone()).isEqualTo("America/Sao_Paulo");
    assertThat(plan.effectiveAt()).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
  }

  @Test
  void lastDayEndsAtTheEarliestMidnightOfItsSites() {
    LocalDate day = LocalDate.of(2026, 5, 1);

    assertThat(activities.resolve(new EffectiveDate(day, List.of("Canyon Wash", "Wash 37135"))))
        .returns(Instant.parse("2026-05-02T05:00:00Z"), moment -> moment.at())
        .returns("America/Chicago", moment -> moment.zone());
    assertThat(activities.resolve(new EffectiveDate(day, List.of("Canyon Wash"))))
        .returns(Instant.parse("2026-05-02T06:00:00Z"), moment -> moment.at())
        .returns("America/Denver", moment -> moment.zone());
    assertThat(activities.resolve(new EffectiveDate(day, List.of())))
        .returns(Instant.parse("2026-05-02T05:00:00Z"), moment -> moment.at());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T17:00,2026-05-01T22:00:00Z,an ordinary day",
    "2026-03-08T01:59,2026-03-08T07:59:00Z,before the clocks skip an hour",
    "2026-03-08T02:30,2026-03-08T08:00:00Z,in the hour that they skip: the first instant after",
    "2026-03-08T03:00,2026-03-08T08:00:00Z,after it",
    "2026-11-01T01:30,2026-11-01T06:30:00Z,shown twice: the first of them",
    "2026-11-01T02:00,2026-11-01T08:00:00Z,after it"
  })
  void timeOfDayIsReadOnTheClocksOfTheSite(LocalDateTime at, Instant instant, String why) {
    assertThat(
            activities
                .resolve(
                    new EffectiveDate(
                        at.toLocalDate(),
                        List.of(),
                        Optional.of(at),
                        Optional.of(EmployeeNumber.of("hr-1")),
                        false))
                .at())
        .as(why)
        .isEqualTo(instant);
  }

  @Test
  void endsThatFallTogetherAreSpreadAheadAndStartsBehind() {
    PlanningActivitiesImpl spreading =
        new PlanningActivitiesImpl(
            new PlanningSettings(POLICY.withSpread(Duration.ofMinutes(5)), CHICAGO, Map.of()),
            text -> text);
    LocalDate day = LocalDate.of(2026, 5, 1);
    Instant midnight = Instant.parse("2026-05-02T05:00:00Z");
    Set<Instant> ends = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      EmployeeNumber number = EmployeeNumber.of("hr-" + (10_000 + i));
      EffectiveDate end =
          new EffectiveDate(day, List.of(), Optional.empty(), Optional.of(number), false);
      Instant at = spreading.resolve(end).at();
      assertThat(at).isBetween(midnight.minus(Duration.ofMinutes(5)), midnight);
      assertThat(spreading.resolve(end).at()).isEqualTo(at);
      Instant start =
          spreading.resolve(EffectiveDate.startOf(day.plusDays(1), List.of(), number)).at();
      assertThat(Duration.between(midnight, start)).isEqualTo(Duration.between(at, midnight));
      ends.add(at);
    }
    assertThat(ends).hasSizeGreaterThan(100);
    assertThat(spreading.resolve(new EffectiveDate(day, List.of())).at()).isEqualTo(midnight);
  }

  @Test
  void timeOfDayThatWasNamedIsNotSpread() {
    Termination shift =
        new Termination(
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 5, 1)),
            false,
            Optional.empty(),
            Optional.of(LocalTime.of(17, 0)));

    EffectiveDate end = EffectiveDate.of(shift, List.of(), EmployeeNumber.of("hr-1"));

    assertThat(end.spreadFor()).isEmpty();
    assertThat(end.endsAt()).contains(LocalDateTime.of(2026, 5, 1, 17, 0));
  }

  private static Request request() {
    return new Request();
  }

  private String digest(Request request) {
    return activities.compose(request.compose()).digest();
  }

  /** A request whose parts a test may change. */
  private static final class Request {
    EmployeeNumber number = EmployeeNumber.of("hr-10442");
    PosUserId posUserId = PosUserId.of(12345);
    String firstName = "Jane";
    String lastName = "Doe";
    Optional<String> phone = Optional.of("6155551234");
    String email = "Jane.Doe@example.com";
    BigDecimal wage = new BigDecimal("15.50");
    Optional<BigDecimal> overtime = Optional.empty();
    boolean noOvertime;
    Optional<String> emergencyName = Optional.empty();
    Optional<String> emergencyPhone = Optional.empty();
    LocalDate startDate = LocalDate.of(2026, 5, 1);
    boolean allSites;
    List<SiteRef> sites = List.of(new SiteRef(101, "Wash 37135"), new SiteRef(102, "Harbor Wash"));
    TemplateRef template = new TemplateRef(7, "Cashier", List.of(1, 2, 4), List.of(2));
    List<DepartmentRef> departments =
        List.of(new DepartmentRef(1, "Cashier"), new DepartmentRef(3, "Greeter"));
    Optional<StaffTarget> staff =
        Optional.of(new StaffTarget(staffSites(), List.of("FinishSale", "PosPermission")));

    List<StaffSite> staffSites() {
      return List.of(new StaffSite(921, "Wash 37135"), new StaffSite(922, "Harbor Wash"));
    }

    BackofficeTarget target() {
      return new BackofficeTarget(
          new SiteGrant(allSites, sites), sites.get(0), departments, template);
    }

    ComposePlan compose() {
      Hire hire =
          new Hire(
              firstName,
              lastName,
              phone,
              Optional.ofNullable(email),
              posUserId,
              wage,
              startDate,
              SiteChoice.of(List.of("Wash 37135", "Harbor Wash")),
              "Cashier",
              List.of("Cashier", "Greeter"),
              Optional.empty(),
              emergencyName,
              emergencyPhone,
              overtime,
              noOvertime);
      return new ComposePlan(number, hire, target(), staff);
    }
  }
}

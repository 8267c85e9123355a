package dev.lanyard.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlterationPlanningImplTest {

  private static final SiteRef HARBOR = new SiteRef(102, "Harbor");
  private static final SiteRef CANYON = new SiteRef(103, "Canyon Wash");

  // The digest under test is what it is taken over: the text itself.
  private final AlterationPlanningImpl planning =
      new AlterationPlanningImpl(
          new PlanningSettings(
              new ProcessPolicy(
                  "managers",
                  "operations",
                  false,
                  Duration.ofDays(3),
                  Duration.ZERO,
                  Duration.ofDays(7),
                  Duration.ZERO,
                  Duration.ZERO),
              ZoneId.of("America/New_York"),
              Map.of("Canyon Wash", ZoneId.of("America/Denver")),
              AlterationPlan.OLD_BEFORE_NEW),
          text -> text,
          Map.of("Harbor Wash", 921L, "Creek Wash", 923L),
          Clock.fixed(Instant.parse("2026-06-01T03:30:00Z"), ZoneOffset.UTC));

  private static ResultingAccess access(
      Optional<LocalDate> from, List<Integer> grants, SiteRef... sites) {
    return new ResultingAccess(
        EmployeeNumber.of("hr-10442"),
        Optional.of(PosUserId.of(12345)),
        Optional.of(new SiteGrant(false, List.of(sites))),
        Optional.of(new PermissionGrants(grants, List.of())),
        List.of(new DepartmentRef(3, "Greeter")),
        Optional.of(new BigDecimal("18.5")),
        Optional.of(new StaffAccess(9001, false, List.of("FinishSale"), List.of(921L))),
        from);
  }

  @Test
  void firstInstantIsTheLatestOfTheSitesSoThatNoneOpensBeforeItsDay() {
    AlterationPlan plan =
        planning.compose(
            access(Optional.of(LocalDate.of(2026, 8, 1)), List.of(22), HARBOR, CANYON));

    assertThat(plan.effectiveAt()).contains(Instant.parse("2026-08-01T06:00:00Z"));
    assertThat(plan.zone()).isEqualTo("America/Denver");
    assertThat(plan.firstDay()).isEqualTo("2026-08-01");
    assertThat(plan.order()).isEqualTo("old-before-new");
  }

  @Test
  void withoutADayItCountsAtOnceFromTodayAtTheSite() {
    AlterationPlan plan = planning.compose(access(Optional.empty(), List.of(22), HARBOR));

    assertThat(plan.effectiveAt()).isEmpty();
    assertThat(plan.firstDay()).isEqualTo("2026-05-31");
  }

  @Test
  void digestIsOverTheAccessAloneAndNotOverDaysAndLabels() {
    String digest = planning.compose(access(Optional.empty(), List.of(22), HARBOR)).digest();

    assertThat(
            planning
                .compose(
                    access(
                        Optional.of(LocalDate.of(2026, 8, 1)),
                        List.of(22),
                        new SiteRef(102, "Harbor West")))
                .digest())
        .isEqualTo(digest);
    assertThat(planning.compose(access(Optional.empty(), List.of(22, 40), HARBOR)).digest())
        .isNotEqualTo(digest);
    assertThat(planning.compose(access(Optional.empty(), List.of(22), HARBOR, CANYON)).digest())
        .isNotEqualTo(digest);
    assertThat(digest)
        .contains("wage rate 5:18.50", "staff sites", "staff administrator 5:false")
        .doesNotContain("Harbor", "Greeter", "2026");
  }

  @Test
  void accessThatIsUnknownIsNoEmptyAccess() {
    ResultingAccess staffOnly =
        new ResultingAccess(
            EmployeeNumber.of("hr-10442"), null, null, null, List.of(), null, null, null);

    assertThat(planning.compose(staffOnly).digest())
        .contains("staff account 4:none")
        .doesNotContain("grants", "sites");
  }

  @Test
  void staffSitesOfTheAccessBearTheNamesOfTheSiteMapAndNoOthersDo() {
    assertThat(planning.compose(access(Optional.empty(), List.of(22), HARBOR)).staffSites())
        .containsExactly(new StaffSite(921L, "Harbor Wash"));
  }
}

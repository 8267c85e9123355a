package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import io.temporal.client.WorkflowNotFoundException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles, models, proposed POS user IDs and dry runs: the real worker on the sandbox. */
class AccessRulesOnSandboxTest {

  /** The seeded people have 70001 to 70012; 70006 and 70012 are disabled. */
  private static final String RULES =
      """
      lanyard.roles {
        "Greeter at Harbor" {
          sites = ["Harbor Wash", "Creek Wash"]
          template = "General User"
          departments = [Greeter]
          wage = { min = 14.00, max = 18.50, default = 15.50 }
          pos-user-ids = { from = 70001, to = 70099 }
          staff-permissions = [FinishSale]
        }
        "Line only" { template = "Cashier", sites = all, staff-account = false }
      }
      lanyard.pos-user-ids = { from = 80000, to = 80999 }
      """;

  private HiringWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new HiringWorld(RULES);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static HireEvent hire(int n, Optional<String> role, Optional<PosUserId> like) {
    return hire(n, null, null, role, like);
  }

  private static HireEvent hire(
      int n, SiteChoice sites, BigDecimal wage, Optional<String> role, Optional<PosUserId> like) {
    return new HireEvent(
        "e" + n,
        Instant.now(),
        EmployeeNumber.of("hr-" + n),
        new Hire(
                "Jane",
                "Doe",
                Optional.empty(),
                Optional.of("jane.doe" + n + "@example.com"),
                null,
                wage,
                LocalDate.of(2026, 5, 1),
                sites,
                null,
                List.of(),
                Optional.empty())
            .by(role, like));
  }

  private static String run(int n) {
    return WorkflowIds.onboarding(EmployeeNumber.of("hr-" + n), 1);
  }

  private static final Optional<String> GREETER = Optional.of("Greeter at Harbor");

  @Test
  void hireByRoleGetsExactlyTheRolesAccessAndTheFirstIdThatNobodyEverHad() throws Exception {
    world.hand(hire(1, GREETER, Optional.empty()));
    RunStatus asked = world.untilAsked(run(1));
    assertThat(asked.awaiting().get(0).detail())
        .contains(
            "Role: Greeter at Harbor",
            "POS user ID 70013: the next free one of 70001 to 70099",
            "Staff API permissions: FinishSale");
    world.decide(run(1), "approve");

    OnboardingResult result = world.result(run(1), OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.sites()).containsExactly("Harbor Wash", "Creek Wash");
    assertThat(result.posUserId()).isEqualTo(PosUserId.of(70013));
    assertThat(world.reserved()).isEmpty();
    AccessPlan plan = asked.plan().orElseThrow();
    assertThat(plan.backoffice().wageRate()).isEqualTo("15.50");
    assertThat(plan.backoffice().target().template().name()).isEqualTo("General User");
    assertThat(WriteLines.of(world.backoffice.writes(), world.staffApi.writes()))
        .isEqualTo(WriteLines.of(plan));
  }

  @Test
  void roleWithoutAStaffAccountWritesNothingThere() throws Exception {
    world.hand(hire(1, null, new BigDecimal("16.00"), Optional.of("Line only"), Optional.empty()));
    world.decide(run(1), "approve");

    OnboardingResult result = world.result(run(1), OnboardingResult.class);
    assertThat(result.posUserId()).as("of the default range").isEqualTo(PosUserId.of(80000));
    assertThat(result.staffId()).isEmpty();
    assertThat(world.staffApi.writes()).isEmpty();
  }

  @Test
  void everythingOutsideTheRoleIsToldAtOnceAndNothingIsWritten() {
    HireEvent event =
        hire(
            1,
            SiteChoice.of(List.of("Harbor Wash", "Mesa Wash")),
            new BigDecimal("18.51"),
            GREETER,
            Optional.empty());
    Hire outside =
        event
            .hire()
            .completed(
                PosUserId.of(70001),
                event.hire().wageRate(),
                event.hire().sites(),
                "Manager",
                List.of("Line"));
    world.hand(new HireEvent("e1", event.decidedAt(), event.employeeNumber(), outside));

    assertThat(world.untilAsked(run(1)).problems())
        .extracting(problem -> problem.code() + " " + problem.field())
        .containsExactly(
            "OUTSIDE_ROLE wageRate",
            "OUTSIDE_ROLE sites",
            "OUTSIDE_ROLE permissionTemplate",
            "OUTSIDE_ROLE departments",
            "POS_USER_ID_TAKEN posUserId");
    assertThat(world.backoffice.writes()).isEmpty();
  }

  @Test
  void amendedRoleIsPlannedAndAskedAnew() throws Exception {
    world.hand(hire(1, Optional.of("Greeter at Habor"), Optional.empty()));
    assertThat(world.untilAsked(run(1)).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.text())
                    .isEqualTo(
                        "There is no role \"Greeter at Habor\"; there are: Greeter at Harbor, Line"
                            + " only."));
    world.workflow(run(1)).signal("amend", Map.of("by", "maria", "role", GREETER.get()));
    world.until(run(1), status -> status.plan().isPresent() && !status.awaiting().isEmpty());
    world.decide(run(1), "approve");

    assertThat(world.result(run(1), OnboardingResult.class).posUserId())
        .isEqualTo(PosUserId.of(70013));
  }

  @Test
  void hireLikeSomebodyGetsThatAccessAndTheApproverSeesWhose() throws Exception {
    world.hand(
        hire(1, null, new BigDecimal("16.00"), Optional.empty(), Optional.of(PosUserId.of(70003))));
    RunStatus asked = world.untilAsked(run(1));
    AccessPlan plan = asked.plan().orElseThrow();

    assertThat(asked.awaiting().get(0).detail())
        .anyMatch(line -> line.startsWith("Like POS user ID 70003 (employee 403), as read on 20"));
    assertThat(plan.backoffice().target().template().name()).isEqualTo("Cashier");
    assertThat(plan.backoffice().target().sites().sites()).hasSize(1);
    assertThat(plan.backoffice().posUserId()).isEqualTo(PosUserId.of(80000));
    world.decide(run(1), "approve");
    OnboardingResult result = world.result(run(1), OnboardingResult.class);
    assertThat(result.sites())
        .isEqualTo(plan.backoffice().target().sites().sites().stream().map(SiteRef::name).toList());
  }

  @Test
  void whatCannotBeCopiedIsSaidForEachModel() {
    BigDecimal wage = new BigDecimal("16.00");
    assertThat(problems(hire(1, null, wage, Optional.empty(), Optional.of(PosUserId.of(70006)))))
        .containsExactly("MODEL_INACTIVE like");
    assertThat(problems(hire(2, null, wage, Optional.empty(), Optional.of(PosUserId.of(70005)))))
        .containsExactly("MODEL_PERMISSIONS_CUSTOM permissionTemplate");
    assertThat(problems(hire(3, null, wage, Optional.empty(), Optional.of(PosUserId.of(4711)))))
        .containsExactly("MODEL_NOT_FOUND like");
    assertThat(problems(hire(4, null, null, Optional.empty(), Optional.of(PosUserId.of(70003)))))
        .as("a wage is nobody else's")
        .containsExactly("NOT_STATED wageRate");
  }

  private List<String> problems(HireEvent event) {
    world.hand(new DryRunEvent(event));
    EventRecord record =
        world
            .untilPerson(event.employeeNumber(), person -> !person.events().isEmpty())
            .events()
            .get(0);
    assertThat(record.disposition()).isEqualTo(EventRecord.DRY_RUN);
    return world
        .until(WorkflowIds.dryRun(event.employeeNumber()), status -> true)
        .problems()
        .stream()
        .map(problem -> problem.code() + " " + problem.field())
        .toList();
  }

  @Test
  void dryRunsWriteAndReserveNothing() throws Exception {
    HireEvent event = hire(1, GREETER, Optional.empty());
    assertThat(problems(event)).isEmpty();

    RunStatus tried = world.until(WorkflowIds.dryRun(event.employeeNumber()), status -> true);
    assertThat(tried.plan().orElseThrow().notes())
        .contains("POS user ID 70013: the next free one of 70001 to 70099 (not reserved)");
    assertThat(world.backoffice.writes()).isEmpty();
    assertThat(world.staffApi.writes()).isEmpty();
    assertThat(registerExists()).isFalse();

    world.hand(event);
    AccessPlan meant = world.untilAsked(run(1)).plan().orElseThrow();
    assertThat(meant.digest()).as("the same plan").isEqualTo(tried.plan().get().digest());
  }

  private boolean registerExists() {
    try {
      return world.workflow(PosUserIdsWorkflow.ID).describe() != null;
    } catch (WorkflowNotFoundException none) {
      return false;
    }
  }

  @Test
  void fiftyHiresOfTheSameSecondGetFiftyIdsAndGiveThemBackWhenRejected() throws Exception {
    int people = 50;
    IntStream.rangeClosed(1, people)
        .parallel()
        .forEach(n -> world.hand(hire(n, GREETER, Optional.empty())));
    List<Integer> shown = new ArrayList<>();
    for (int n = 1; n <= people; n++) {
      shown.add(world.untilAsked(run(n)).plan().orElseThrow().backoffice().posUserId().value());
    }

    assertThat(shown)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(70013, 70013 + people).boxed().toList());
    assertThat(world.reserved()).containsExactlyInAnyOrderElementsOf(shown);
    for (int n = 1; n <= people; n++) {
      world.decide(run(n), "reject");
    }
    for (int n = 1; n <= people; n++) {
      assertThat(world.result(run(n), OnboardingResult.class).outcome())
          .isEqualTo(OnboardingResult.REJECTED);
    }
    assertThat(world.reserved()).isEmpty();
  }

  @Test
  void whatARunThatWasEndedByForceReservedIsFreedOnceItsRangeIsUsedUp() throws Exception {
    world.close();
    world = new HiringWorld(RULES.replace("to = 70099", "to = 70013"));
    world.hand(hire(1, GREETER, Optional.empty()));
    assertThat(world.untilAsked(run(1)).plan()).isPresent();
    world.workflow(run(1)).terminate("for the test");

    world.hand(hire(2, GREETER, Optional.empty()));
    assertThat(world.untilAsked(run(2)).plan().orElseThrow().backoffice().posUserId())
        .isEqualTo(PosUserId.of(70013));
  }
}

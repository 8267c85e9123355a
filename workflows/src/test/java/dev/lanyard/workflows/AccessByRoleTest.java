package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.PlanText;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.reservation.ReservedIds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hires that name a role or somebody to be like, and hires that are only tried out. */
class AccessByRoleTest {

  private static final LocalDate START = LocalDate.of(2026, 5, 1);

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);
  private final String trial = WorkflowIds.dryRun(TestTemporal.JANE);

  @AfterEach
  void close() {
    temporal.close();
  }

  private static Hire whole() {
    return new Hire(
        "Jane",
        "Doe",
        Optional.empty(),
        Optional.of("jane.doe@example.com"),
        null,
        null,
        START,
        null,
        null,
        List.of(),
        Optional.empty());
  }

  private HireEvent byRole(String id, String role) {
    return new HireEvent(
        id, temporal.now(), TestTemporal.JANE, whole().by(Optional.of(role), Optional.empty()));
  }

  private List<String> reserved() {
    return temporal
        .workflow(PosUserIdsWorkflow.ID)
        .query("reserved", ReservedIds.class)
        .reservations()
        .stream()
        .map(one -> one.holder() + " " + one.posUserId())
        .toList();
  }

  @Test
  void roleCompletesTheHireAndTheNextFreeIdIsShownToTheApproverAndKept() {
    temporal.records.used = new UsedPosUserIds(List.of(new PosUserIdRange(20000, 20000)));
    temporal.hand(byRole("e1", "Greeter"));

    assertThat(temporal.untilAsked(run).detail())
        .contains("By Greeter", "POS user ID 20001: the next free one of 20000 to 20002");
    assertThat(reserved()).containsExactly(run + " 20001");
    assertThat(temporal.approvals.assessed)
        .last()
        .satisfies(request -> assertThat(request.role()).contains("Greeter"));
    temporal.approve(run);

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.posUserId()).isEqualTo(PosUserId.of(20001));
    assertThat(temporal.backoffice.employees.values())
        .singleElement()
        .satisfies(
            employee -> {
              assertThat(employee.plan().wageRate()).isEqualTo("15.50");
              assertThat(employee.access()).isEqualTo("General User");
            });
    assertThat(reserved()).as("given back at the end").isEmpty();
    assertThat(temporal.untilPerson(PersonStatus::employed).links().posUserId())
        .contains(PosUserId.of(20001));
  }

  @Test
  void everyProblemOfTheRoleAndOfTheSystemsIsShownAtOnce() {
    HireEvent hire = byRole("e1", "Greeter");
    Hire outside =
        hire.hire()
            .completed(
                TestTemporal.JANES_POS_USER_ID,
                new BigDecimal("99.00"),
                dev.lanyard.workflows.hr.SiteChoice.of(List.of("Nowhere Wash")),
                null,
                List.of());
    temporal.hand(new HireEvent("e1", hire.decidedAt(), TestTemporal.JANE, outside));

    RunStatus parked = temporal.untilParked(run);
    assertThat(parked.problems())
        .extracting(finding -> finding.code())
        .containsExactly("OUTSIDE_ROLE", "UNKNOWN_SITE");
    assertThat(temporal.backoffice.employees).isEmpty();
  }

  @Test
  void unknownRoleParksBeforeAnySystemIsAskedAndAnAmendedOneGoesOn() {
    temporal.hand(byRole("e1", "Greter"));

    assertThat(temporal.untilParked(run).problems())
        .extracting(finding -> finding.code())
        .containsExactly("UNKNOWN_ROLE");
    assertThat(temporal.backoffice.preFlights).isEmpty();
    temporal.workflow(run).signal("amend", Map.of("by", "maria", "role", "Greeter"));
    assertThat(temporal.until(run, s -> s.stage().equals(Stages.AWAITING_APPROVAL))).isNotNull();
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
  }

  @Test
  void idThatIsTakenMeanwhileParksAndTheNextProposalSkipsIt() {
    temporal.backoffice.occupy(PosUserId.of(20000));
    temporal.hand(byRole("e1", "Greeter"));

    assertThat(temporal.untilParked(run).problems())
        .extracting(finding -> finding.code())
        .containsExactly("POS_USER_ID_TAKEN");
    temporal.records.used = new UsedPosUserIds(List.of(new PosUserIdRange(20000, 20000)));
    temporal.answer(run, "retry");
    assertThat(temporal.until(run, s -> s.stage().equals(Stages.AWAITING_APPROVAL))).isNotNull();
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).posUserId())
        .isEqualTo(PosUserId.of(20001));
  }

  @Test
  void exhaustedRangeIsAProblemAndWhoeverIsWithdrawnGivesItsIdBack() {
    temporal.rules.range = new PosUserIdRange(20000, 20000);
    temporal.hand(byRole("e1", "Greeter"));
    assertThat(temporal.untilAsked(run).detail().toString()).contains("POS user ID 20000");
    EmployeeNumber other = EmployeeNumber.of("hr-2");
    String otherRun = WorkflowIds.onboarding(other, 1);
    temporal.hand(
        new HireEvent(
            "e2", temporal.now(), other, whole().by(Optional.of("Greeter"), Optional.empty())));
    assertThat(temporal.untilParked(otherRun).problems())
        .extracting(finding -> finding.code())
        .containsExactly("NO_FREE_POS_USER_ID");

    temporal.withdraw(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
    assertThat(reserved()).isEmpty();
    temporal.answer(otherRun, "retry");
    assertThat(temporal.until(otherRun, s -> s.stage().equals(Stages.AWAITING_APPROVAL)))
        .isNotNull();
    temporal.approve(otherRun);
    assertThat(temporal.result(otherRun, OnboardingResult.class).posUserId())
        .isEqualTo(PosUserId.of(20000));
  }

  @Test
  void terminationThatArrivesBeforeTheApprovalGivesTheIdBack() {
    temporal.hand(byRole("e1", "Greeter"));
    assertThat(temporal.untilAsked(run).detail().toString()).contains("POS user ID 20000");
    temporal.hand(
        new TerminationEvent(
            "e2",
            temporal.now().plusSeconds(1),
            TestTemporal.JANE,
            new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true)));

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
    assertThat(reserved()).isEmpty();
  }

  @Test
  void hireThatSpellsEverythingOutAsksNoRuleAndReservesNothing() {
    temporal.hired();
    assertThat(temporal.rules.asked).isEmpty();
    assertThat(temporal.history(run).toString()).doesNotContain("apply access rules");
  }

  @Test
  void whatWasApprovedStaysWhenTheModelChangesWhileTheHireWaits() {
    LocalDate later = LocalDate.ofInstant(temporal.now(), java.time.ZoneOffset.UTC).plusDays(20);
    Hire dated =
        temporal
            .hire("e1", temporal.now(), later)
            .hire()
            .completed(null, null, null, null, List.of())
            .by(Optional.empty(), Optional.of(PosUserId.of(777)));
    temporal.hand(new HireEvent("e1", temporal.now(), TestTemporal.JANE, dated));
    temporal.approve(run);

    temporal.result(run, OnboardingResult.class);
    assertThat(temporal.rules.asked)
        .as("asked once, although the check ran again before the day")
        .hasSize(1);
    assertThat(temporal.backoffice.preFlights).hasSizeGreaterThan(1);
  }

  @Test
  void dryRunShowsThePlanAndLeavesThePersonAsBefore() {
    HireEvent hire = byRole("e1", "Greeter");
    temporal.hand(new DryRunEvent(hire));
    PersonStatus after = temporal.untilPerson(person -> person.events().size() == 1);

    assertThat(after.events().get(0).disposition()).isEqualTo(EventRecord.DRY_RUN);
    assertThat(after.events().get(0).reason()).isEqualTo("no problem");
    assertThat(after.employed()).isFalse();
    assertThat(after.lastProcess()).isEmpty();
    OnboardingResult planned = temporal.result(trial, OnboardingResult.class);
    assertThat(planned.outcome()).isEqualTo(OnboardingResult.PLANNED);
    assertThat(planned.problems()).isEmpty();
    RunStatus status = temporal.status(trial);
    assertThat(status.stage()).isEqualTo(Stages.PLANNED);
    assertThat(PlanText.lines(status.plan().orElseThrow()))
        .contains("POS user ID 20000: the next free one of 20000 to 20002 (not reserved)");
    assertThat(status.plan().get().digest()).isNotBlank();
    assertThat(temporal.journal.calls()).contains("backoffice.preFlight", "staffApi.preFlight");
    assertThat(temporal.journal.writes()).isEmpty();
    assertThat(temporal.approvals.assessed).isEmpty();
  }

  @Test
  void sameEventIsCarriedOutAfterItsDryRunAndAlsoAnOlderOne() {
    HireEvent hire = byRole("e1", "Greeter");
    temporal.hand(new DryRunEvent(hire));
    temporal.untilPerson(person -> person.events().size() == 1);

    temporal.hand(
        new HireEvent("e1", hire.decidedAt().minusSeconds(60), TestTemporal.JANE, hire.hire()));
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
  }

  @Test
  void dryRunListsEveryProblemAndParksNowhere() {
    temporal.backoffice.occupy(PosUserId.of(20000));
    temporal.hand(new DryRunEvent(byRole("e1", "Greeter")));

    OnboardingResult planned = temporal.result(trial, OnboardingResult.class);
    assertThat(planned.problems()).containsExactly("POS user ID is taken");
    assertThat(temporal.status(trial).awaiting()).isEmpty();
    assertThat(temporal.untilPerson(person -> !person.events().isEmpty()).events().get(0).reason())
        .isEqualTo("1 problem");
  }

  @Test
  void dryRunThatBackofficeRefusesForGoodEndsWithItsWords() {
    temporal.backoffice.failures.finalBefore("preFlight", FailureTypes.BOT_NOT_ALLOWED);
    temporal.hand(new DryRunEvent(byRole("e1", "Greeter")));

    assertThat(temporal.result(trial, OnboardingResult.class).problems())
        .singleElement()
        .asString()
        .contains("BOT_NOT_ALLOWED")
        .contains("said the server");
  }

  @Test
  void dryRunOfSomebodyWhoIsEmployedIsRefusedWithTheReason() {
    temporal.hired();
    temporal.hand(new DryRunEvent(byRole("e2", "Greeter")));

    assertThat(temporal.untilPerson(person -> person.events().size() == 2).events().get(1))
        .satisfies(
            record -> {
              assertThat(record.disposition()).isEqualTo(EventRecord.REFUSED);
              assertThat(record.reason()).contains("hired already");
            });
  }
}

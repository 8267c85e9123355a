package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.progress.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnboardingWorkflowTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void approvedHireGetsAccessInBothSystems() {
    temporal.hand(temporal.hireToday("e1"));
    assertThat(temporal.untilAsked(run).kind()).isEqualTo(OpenRequest.APPROVAL);
    assertThat(temporal.journal.writes()).isEmpty();

    temporal.approve(run);

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.employeeId()).contains(501);
    assertThat(result.staffId()).contains(9001L);
    assertThat(result.wageSite()).contains("Wash 37135");
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    assertThat(temporal.staffApi.withAccess()).isEqualTo(1);
    assertThat(temporal.status(run).stage()).isEqualTo(Stages.DONE);
    assertThat(temporal.status(run).steps())
        .extracting(StepStatus::name)
        .containsSubsequence(
            "approval",
            "capture PIN",
            "create employee",
            "assign sites",
            "grant permission template",
            "create staff member",
            "assign staff sites",
            "verify (Backoffice)",
            "verify (staff API)");
  }

  @Test
  void roleWithoutStaffAccountIsDoneInBackofficeAlone() {
    temporal.staffApi.applicable = false;
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.staffId()).isEmpty();
    assertThat(temporal.staffApi.calls).containsOnly("preFlight");
  }

  @Test
  void startInTheFutureWaitsForTheFirstInstantOfTheDayAndChecksAgain() {
    LocalDate start = day(temporal.now()).plusDays(30);
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    assertThat(temporal.journal.count("backoffice.preFlight")).isEqualTo(1);
    assertThat(temporal.journal.writes()).isEmpty();

    Instant[] created = new Instant[1];
    temporal.journal.during("backoffice.createEmployee", () -> created[0] = temporal.now());
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);

    assertThat(created[0]).isBetween(midnight(start), midnight(start).plus(Duration.ofHours(1)));
    assertThat(temporal.journal.count("backoffice.preFlight")).isEqualTo(2);
    assertThat(temporal.journal.count("staffApi.preFlight")).isEqualTo(2);
  }

  @Test
  void planThatChangedMeanwhileIsAskedAboutAgainUnderAnotherId() {
    temporal.hand(future());
    OpenRequest first = temporal.untilAsked(run);
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    temporal.backoffice.templateGrants = List.of(22, 99);
    temporal.skip(Duration.ofDays(31));

    OpenRequest second = temporal.untilAsked(run);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.kind()).isEqualTo(OpenRequest.APPROVAL);
    assertThat(temporal.journal.writes()).isEmpty();

    temporal.decide(run, first.id(), "approve");
    RunStatus stale = temporal.until(run, status -> status.decisions().size() == 2);
    assertThat(stale.decisions().get(1).accepted()).isFalse();
    assertThat(temporal.journal.writes()).isEmpty();

    temporal.decide(run, second.id(), "approve");
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.backoffice.employees.get(501).plan().target().template().grants())
        .containsExactly(22, 99);
  }

  @Test
  void theCheckAfterTheApprovalIsToldWhatWasApproved() {
    temporal.hand(future());
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);

    assertThat(temporal.backoffice.preFlights)
        .extracting(request -> request.approved().map(target -> target.wageSite().id()))
        .containsExactly(Optional.empty(), Optional.of(101));
  }

  @Test
  void theGrantIsToldThatTheRecordIsNew() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);

    assertThat(temporal.backoffice.grants)
        .singleElement()
        .matches(grant -> grant.justCreated() && grant.employeeId() == 501);
  }

  @Test
  void aGrantThatWasParkedLooksFirst() {
    temporal.backoffice.failures.finalBefore("grantPermissionTemplate", FailureTypes.STATE_CHANGED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.decide(run, temporal.untilParked(run).awaiting().get(0).id(), "retry");
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);

    assertThat(temporal.backoffice.grants)
        .extracting(grant -> grant.justCreated())
        .containsExactly(false);
  }

  @Test
  void labelThatChangedMeanwhileAsksNobodyAgain() {
    temporal.hand(future());
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    temporal.backoffice.siteName = "Wash 37135 (new sign)";

    assertThat(temporal.result(run, OnboardingResult.class).sites())
        .containsExactly("Wash 37135 (new sign)");
    assertThat(temporal.status(run).decisions()).hasSize(1);
  }

  @Test
  void midnightThatMovedIsWaitedForWithoutAnotherApproval() {
    HireEvent hire = future();
    temporal.hand(hire);
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    temporal.planning.startsLater = Duration.ofHours(6);
    Instant[] created = new Instant[1];
    temporal.journal.during("backoffice.createEmployee", () -> created[0] = temporal.now());
    temporal.result(run, OnboardingResult.class);

    assertThat(created[0])
        .isAfterOrEqualTo(midnight(hire.hire().startDate()).plus(Duration.ofHours(6)));
    assertThat(temporal.status(run).decisions()).hasSize(1);
  }

  @Test
  void rejectedHireWritesNothing() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.decide(run, temporal.untilAsked(run).id(), "reject");

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.REJECTED);
    assertThat(result.reason()).isEqualTo("rejected by maria");
    assertThat(temporal.status(run).stage()).isEqualTo(Stages.REFUSED);
    assertThat(temporal.journal.writes()).isEmpty();
    assertThat(temporal.pins.drawn).hasValue(0);
    temporal.untilForgotten();
  }

  @Test
  void approvalThatNobodyGivesCountsAsRejected() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);

    OnboardingResult result = temporal.result(run, OnboardingResult.class);

    assertThat(result.outcome()).isEqualTo(OnboardingResult.REJECTED);
    assertThat(result.reason()).isEqualTo("nobody approved within 14 days");
    assertThat(temporal.status(run).awaiting()).isEmpty();
    assertThat(temporal.journal.writes()).isEmpty();
  }

  @Test
  void approvalJustBeforeTheExpiryCounts() {
    temporal.hand(temporal.hireToday("e1"));
    OpenRequest asked = temporal.untilAsked(run);
    temporal.environment.registerDelayedCallback(
        Duration.ofDays(14).minusSeconds(60), () -> temporal.decide(run, asked.id(), "approve"));

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
  }

  @Test
  void lostAnswerOfTheCreateLeadsToOneRecordWithThePinThatWasDrawnFirst() {
    temporal.backoffice.failures.passingAfter("createEmployee", FailureTypes.UNCONFIRMED_WRITE);
    temporal.staffApi.failures.passingAfter("createStaffMember", FailureTypes.UNCONFIRMED_WRITE);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.backoffice.employees).hasSize(1);
    assertThat(temporal.staffApi.members).hasSize(1);
    assertThat(temporal.pins.drawn).hasValue(1);
    assertThat(temporal.backoffice.employees.get(501).pin().ciphertext()).isEqualTo("sealed-1");
    assertThat(temporal.status(run).steps())
        .extracting(StepStatus::note)
        .contains(
            "employee 501, found from an earlier attempt",
            "staff member 9001, found from an earlier attempt, which sent the invitation");
  }

  @Test
  void outageIsOutlastedWithoutAskingAnybody() {
    for (int i = 0; i < 8; i++) {
      temporal.backoffice.failures.passingBefore("assignSites", FailureTypes.BACKOFFICE_OUTAGE);
    }
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.status(run).decisions()).hasSize(1);
  }

  private HireEvent future() {
    return temporal.hire("e1", temporal.now(), day(temporal.now()).plusDays(30));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}

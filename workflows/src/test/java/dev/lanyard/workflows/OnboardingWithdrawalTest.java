package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.failure.CanceledFailure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Withdrawal and Temporal's own cancellation behave alike, whenever they come. */
class OnboardingWithdrawalTest {

  private static final List<String> CALLS =
      List.of(
          "backoffice.preFlight",
          "staffApi.preFlight",
          "pins.capture",
          "backoffice.createEmployee",
          "backoffice.assignSites",
          "backoffice.grantPermissionTemplate",
          "staffApi.createStaffMember",
          "staffApi.assignStaffSites",
          "backoffice.verify",
          "staffApi.verify");

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);

  @AfterEach
  void close() {
    temporal.close();
  }

  /** How somebody asks for it. */
  enum Way {
    WITHDRAW,
    CANCEL
  }

  static Stream<Arguments> callsAndWays() {
    return CALLS.stream()
        .flatMap(call -> Stream.of(Way.values()).map(way -> Arguments.of(call, way)));
  }

  @ParameterizedTest
  @MethodSource("callsAndWays")
  void whileAnActivityRunsNothingStaysActive(String call, Way way) {
    temporal.journal.during(call, askedBeforeItAnswers(way));
    temporal.hand(temporal.hireToday("e1"));
    if (!call.endsWith("preFlight")) {
      temporal.approve(run);
    }

    assertStopped(way);
    assertThat(temporal.journal.calls().indexOf(call))
        .as("nothing but compensation follows")
        .isEqualTo(indexOfLastForwardCall());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whileApprovalIsAwaitedNothingWasWritten(Way way) {
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);
    ask(way);

    assertStopped(way);
    assertThat(temporal.journal.writes()).isEmpty();
    assertThat(temporal.status(run).awaiting()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whileTheDateIsAwaitedNothingWasWritten(Way way) {
    LocalDate start = LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC).plusDays(20);
    temporal.hand(temporal.hire("e1", temporal.now(), start));
    temporal.approve(run);
    temporal.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    ask(way);

    assertStopped(way);
    assertThat(temporal.journal.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whileAStepIsParkedEverythingIsUndone(Way way) {
    temporal.staffApi.failures.finalBefore("verify", FailureTypes.NOT_APPLIED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.untilParked(run);
    ask(way);

    assertStopped(way);
    assertThat(temporal.journal.writes())
        .endsWith("staffApi.revokeStaffMember", "backoffice.disableEmployee");
  }

  @Test
  void withdrawalWithoutAnyNameCountsToo() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.untilAsked(run);
    temporal.workflow(run).signal("withdraw");

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
  }

  @Test
  void secondWithdrawalAndCancellationWhileUndoingChangeNothing() {
    temporal.hand(temporal.hireToday("e1"));
    temporal.journal.during("staffApi.assignStaffSites", askedBeforeItAnswers(Way.WITHDRAW));
    temporal.journal.during("staffApi.revokeStaffMember", () -> ask(Way.WITHDRAW));
    temporal.journal.during("backoffice.disableEmployee", () -> ask(Way.CANCEL));
    temporal.approve(run);

    assertThat(temporal.failure(run).getCause()).isInstanceOf(CanceledFailure.class);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.status(run).stage()).isEqualTo(Stages.UNDONE);
    temporal.untilForgotten();
  }

  @Test
  void runThatWasCancelledInItsFirstTaskLeavesNothingToRemember() {
    temporal.journal.during("backoffice.preFlight", askedBeforeItAnswers(Way.CANCEL));
    temporal.hand(temporal.hireToday("e1"));

    assertThat(temporal.failure(run).getCause()).isInstanceOf(CanceledFailure.class);
    temporal.untilForgotten();
  }

  /** The activity answers after the run has heard of it: its answer has to go unused. */
  private Runnable askedBeforeItAnswers(Way way) {
    return () -> {
      ask(way);
      temporal.untilActivityIsAskedToStop(run);
    };
  }

  private void ask(Way way) {
    if (way == Way.WITHDRAW) {
      temporal.withdraw(run);
    } else {
      temporal.workflow(run).cancel();
    }
  }

  private void assertStopped(Way way) {
    if (way == Way.WITHDRAW) {
      OnboardingResult result = temporal.result(run, OnboardingResult.class);
      assertThat(result.outcome()).isEqualTo(OnboardingResult.WITHDRAWN);
    } else {
      WorkflowFailedException failure = temporal.failure(run);
      assertThat(failure.getCause()).isInstanceOf(CanceledFailure.class);
    }
    assertThat(temporal.status(run).stage()).isEqualTo(Stages.UNDONE);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.person().employed()).isFalse();
    assertThat(pinIsReadable()).isFalse();
  }

  private boolean pinIsReadable() {
    try {
      return temporal.workflow(temporal.handover()).query("status", Object.class) != null;
    } catch (WorkflowNotFoundException neverOpened) {
      return false;
    }
  }

  private int indexOfLastForwardCall() {
    List<String> calls = temporal.journal.calls();
    int last = -1;
    for (int i = 0; i < calls.size(); i++) {
      if (CALLS.contains(calls.get(i))) {
        last = i;
      }
    }
    return last;
  }
}

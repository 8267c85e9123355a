package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.alteration.Differences;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.fake.RememberingStaffApi;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.ExitSnapshot;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.progress.StepStatus;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.staffapi.StaffAccess;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offboarding for real: snapshots, web users, grace, moments, call-offs and alarms. */
class OffboardingWorkflowTest {

  private static final int WEB_USER = 4711;

  private final TestTemporal temporal = new TestTemporal();

  @BeforeEach
  void letProcessesBeginAtOnce() {
    // What a dated termination does before its process begins, PlannedTerminationTest tells.
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void bothSystemsAreReadBeforeAnythingIsTaken() {
    temporal.hired();

    OffboardingResult result = fired();

    AccessSnapshot before = result.before().orElseThrow();
    assertThat(before.employee().orElseThrow().active()).isTrue();
    assertThat(before.employee().get().posUserId()).isEqualTo(TestTemporal.JANES_POS_USER_ID);
    assertThat(before.staff())
        .contains(
            new StaffAccess(
                result.staffId().orElseThrow(),
                false,
                List.of("FinishSale", "PosPermission"),
                List.of(921L)));
    List<String> calls = temporal.journal.calls();
    assertThat(calls.indexOf("backoffice.readEmployee"))
        .isLessThan(calls.indexOf("backoffice.disableEmployee"));
    assertThat(result.undoableUntil()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {FailureTypes.PAGE_CHANGED, FailureTypes.BACKOFFICE_OUTAGE})
  void recordThatCannotBeReadHoldsNoRevocationUpAndCannotBeUndone(String type) {
    temporal.hired();
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    if (type.equals(FailureTypes.PAGE_CHANGED)) {
      temporal.records.failures.finalBefore("readEmployee", type);
    } else {
      for (int i = 0; i < 100; i++) {
        temporal.records.failures.passingBefore("readEmployee", type);
      }
    }
    Instant handedIn = temporal.now();

    OffboardingResult result = fired();

    assertThat(result.backoffice()).isEqualTo("disabled");
    assertThat(result.staffApi()).isEqualTo("revoked");
    assertThat(result.before()).isEmpty();
    assertThat(result.undoableUntil()).isEmpty();
    assertThat(result.warnings()).anyMatch(text -> text.contains("cannot be given back"));
    assertThat(step("disable employee").startedAt())
        .isBeforeOrEqualTo(handedIn.plus(Duration.ofSeconds(60)));
  }

  @Test
  void leaverWhoIsUnknownToBackofficeIsStillKeptForAnUndo() {
    temporal.hired();
    temporal.backoffice.employees.clear();

    OffboardingResult result = fired();

    assertThat(result.backoffice()).isEqualTo("not found");
    assertThat(result.webUsers()).isEqualTo("none found");
    assertThat(result.before()).isPresent();
    assertThat(result.before().get().employee()).isEmpty();
    assertThat(result.before().get().staff().orElseThrow().any()).isTrue();
  }

  @Test
  void whatChangedWhileTheDayWasWaitedForIsInTheSnapshot() {
    temporal.hired();
    temporal.hand(temporal.leave("e2", temporal.now(), today().plusDays(20)));
    untilWaiting();
    long staffId = temporal.staffApi.members.keySet().iterator().next();
    temporal.staffApi.members.computeIfPresent(
        staffId, (id, was) -> new RememberingStaffApi.Member(id, was.code(), was.email(), false));

    OffboardingResult result = result();

    assertThat(result.staffApi()).isEqualTo("had no access");
    assertThat(result.before().orElseThrow().staff().orElseThrow().any()).isFalse();
    assertThat(result.before().get().employee().filter(EmployeeSnapshot::active)).isPresent();
  }

  @Test
  void nobodyWithoutAWebUserIsWarnedOf() {
    temporal.hired();

    OffboardingResult result = fired();

    assertThat(result.webUsers()).isEqualTo("none found");
    assertThat(result.closedEverywhere()).isTrue();
    assertThat(result.warnings()).isEmpty();
    assertThat(step("find web users").note()).isEqualTo("none found");
  }

  @Test
  void webUserThatCanBeClosedIsClosedAndReadBack() {
    temporal.hired();
    temporal.webUsers.add(webUser("jane.doe@example.com")).closes = true;

    OffboardingResult result = fired();

    assertThat(result.webUsers()).isEqualTo("closed");
    assertThat(result.closedEverywhere()).isTrue();
    assertThat(step("close web user 4711").note()).isEqualTo("read back: the login is disabled");
  }

  @Test
  void webUserThatCannotBeClosedIsAHumansAndTheRunIsNotFinishedBefore() {
    temporal.hired();
    temporal.webUsers.add(webUser("jane.doe@example.com"));
    temporal.hand(temporal.fire("e2", temporal.now()));

    OpenRequest asked = temporal.untilAsked(temporal.offboarding(2));

    assertThat(asked.question()).contains("/user/edit/4711");
    assertThat(asked.group()).isEqualTo("operations");
    assertThat(asked.choices()).containsExactly("done", "skip");
    temporal.until(
        temporal.offboarding(2),
        status -> isDone(status, "verify (Backoffice)") && isDone(status, "verify (staff API)"));
    // Said to be done, and it is not: the same question again.
    temporal.decide(temporal.offboarding(2), asked.id(), "done");
    OpenRequest again =
        temporal
            .until(
                temporal.offboarding(2),
                status ->
                    !status.awaiting().isEmpty()
                        && !status.awaiting().get(0).id().equals(asked.id()))
            .awaiting()
            .get(0);
    temporal.webUsers.disableByHand(WEB_USER);
    temporal.decide(temporal.offboarding(2), again.id(), "done");

    OffboardingResult result = result();
    assertThat(result.webUsers()).isEqualTo("closed");
    assertThat(result.closedEverywhere()).isTrue();
  }

  @Test
  void webUserThatSomebodyTakesOverStaysOpenInTheResult() {
    temporal.hired();
    temporal.webUsers.add(webUser("jane.doe@example.com"));
    temporal.hand(temporal.fire("e2", temporal.now()));
    temporal.decide(
        temporal.offboarding(2), temporal.untilAsked(temporal.offboarding(2)).id(), "skip");

    OffboardingResult result = result();

    assertThat(result.webUsers()).isEqualTo(OffboardingResult.LEFT_TO_A_HUMAN);
    assertThat(result.closedEverywhere()).isFalse();
    assertThat(step("disable login of web user 4711").note()).isEqualTo("left to maria");
    assertThat(temporal.journal.count("webUsers.close")).isEqualTo(1);
  }

  @Test
  void webUserOfTheSameNameAloneIsNotTouchedButNamed() {
    temporal.hired();
    temporal.webUsers.add(webUser("another.jane@example.com"));

    OffboardingResult result = fired();

    assertThat(result.webUsers()).isEqualTo("none found");
    assertThat(temporal.journal.count("webUsers.close")).isZero();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("Web user 4711 has the same name", "/user/edit/4711");
  }

  @Test
  void webUserWhoIsMadeMeanwhileIsFoundByTheSecondLook() {
    temporal.hired();
    temporal.webUsers.closes = true;
    temporal.journal.during(
        "backoffice.verify", () -> temporal.webUsers.add(webUser("jane.doe@example.com")));

    assertThat(fired().webUsers()).isEqualTo("closed");
  }

  @Test
  void webUsersAreLookedForBeforeTheEmployeeIsDisabled() {
    temporal.hired();

    fired();

    // As they were handed out: which of two workers is the faster one is another matter.
    List<String> handedOut =
        temporal.history(temporal.offboarding(2)).stream()
            .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
            .map(event -> event.getActivityTaskScheduledEventAttributes())
            .map(activity -> activity.getActivityType().getName())
            .toList();
    assertThat(handedOut).contains("find web users");
    assertThat(handedOut.indexOf("find web users"))
        .isLessThan(handedOut.indexOf("disable employee"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "close"})
  void failingWebUsersDelayNeitherSystem(String method) {
    temporal.hired();
    temporal.webUsers.add(webUser("jane.doe@example.com")).closes = true;
    temporal.webUsers.failures.finalBefore(method, FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.fire("e2", temporal.now()));

    temporal.until(
        temporal.offboarding(2),
        status ->
            status.stage().equals("parked")
                && isDone(status, "verify (Backoffice)")
                && isDone(status, "verify (staff API)"));
    temporal.answer(temporal.offboarding(2), "retry");

    assertThat(result().webUsers()).isEqualTo("closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disableEmployee", "verify"})
  void failingBackofficeDelaysTheStaffApiNot(String method) {
    temporal.hired();
    temporal.backoffice.failures.finalBefore(method, FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.fire("e2", temporal.now()));

    temporal.until(
        temporal.offboarding(2),
        status -> status.stage().equals("parked") && isDone(status, "verify (staff API)"));

    assertThat(temporal.staffApi.withAccess()).isZero();
    temporal.answer(temporal.offboarding(2), "retry");
    assertThat(result().closedEverywhere()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"locate", "revokeStaffMember", "verify"})
  void failingStaffApiDelaysBackofficeNot(String method) {
    temporal.hired();
    temporal.staffApi.failures.finalBefore(method, FailureTypes.STAFF_API_REFUSED);
    temporal.hand(temporal.fire("e2", temporal.now()));

    temporal.until(
        temporal.offboarding(2),
        status -> status.stage().equals("parked") && isDone(status, "verify (Backoffice)"));

    assertThat(temporal.backoffice.active()).isZero();
    temporal.answer(temporal.offboarding(2), "retry");
    assertThat(result().closedEverywhere()).isTrue();
  }

  @Test
  void leaveListsWebUsersAndDeletesNobody() {
    temporal.hired();
    temporal.planning.policy =
        temporal.planning.policy.withDeleteLeavers(true).withGracePeriod(Duration.ofDays(30));
    temporal.webUsers.add(webUser("jane.doe@example.com")).closes = true;
    temporal.hand(
        new LeaveEvent(
            "away",
            temporal.now(),
            TestTemporal.JANE,
            new Leave(Optional.empty(), Optional.empty())));

    OffboardingResult result =
        temporal.result(WorkflowIds.leave(TestTemporal.JANE, 2), OffboardingResult.class);

    assertThat(result.outcome()).isEqualTo(OffboardingResult.DONE);
    assertThat(result.webUsers()).isEqualTo("listed only");
    assertThat(result.warnings()).singleElement().asString().contains("/user/edit/4711");
    assertThat(result.before()).isPresent();
    assertThat(result.undoableUntil()).isEmpty();
    assertThat(temporal.journal.count("webUsers.close")).isZero();
    assertThat(temporal.journal.count("staffApi.deleteStaffMember")).isZero();
    assertThat(temporal.untilPerson(person -> person.currentProcess().isEmpty()).onLeave())
        .isTrue();
  }

  @Test
  void deletionWaitsForTheEndOfTheGracePeriod() {
    withGrace();
    temporal.hired();

    OffboardingResult result = fired();

    assertThat(result.undoableUntil()).isPresent();
    assertThat(temporal.journal.count("staffApi.deleteStaffMember")).isZero();
    PersonStatus person = temporal.untilPerson(status -> status.undoableUntil().isPresent());
    assertThat(person.undoableUntil()).isEqualTo(result.undoableUntil());
    temporal.skip(Duration.ofDays(29));
    assertThat(temporal.staffApi.members).hasSize(1);
    temporal.skip(Duration.ofDays(2));
    assertThat(temporal.result(deletion(), String.class)).isEqualTo("deleted");
    assertThat(temporal.now()).isAfterOrEqualTo(result.undoableUntil().get());
    assertThat(temporal.staffApi.members).isEmpty();
  }

  @Test
  void secondTerminationWithinTheGracePeriodDoesNotEndIt() {
    withGrace();
    temporal.hired();
    OffboardingResult first = fired();
    temporal.untilPerson(status -> status.undoableUntil().isPresent());
    temporal.hand(temporal.fire("again", temporal.now()));

    OffboardingResult second = temporal.result(temporal.offboarding(3), OffboardingResult.class);

    assertThat(second.staffApi()).isEqualTo("had no access");
    assertThat(second.undoableUntil()).isEmpty();
    assertThat(second.warnings()).anyMatch(text -> text.contains("may still be undone"));
    assertThat(temporal.staffApi.members).hasSize(1);
    PersonStatus person = temporal.untilPerson(status -> status.currentProcess().isEmpty());
    assertThat(person.undoableUntil()).isEqualTo(first.undoableUntil());
  }

  @Test
  void unknownSnapshotKeepsTheRecordThatPolicyWouldDelete() {
    withGrace();
    temporal.hired();
    temporal.records.failures.finalBefore("readEmployee", FailureTypes.PAGE_CHANGED);

    OffboardingResult result = fired();

    assertThat(result.warnings())
        .anyMatch(text -> text.contains("what it had before is not known"));
    assertThat(temporal.staffApi.members).hasSize(1);
  }

  @Test
  void whoeverWasGivenAccessByHandIsKeptAtTheEndOfTheGracePeriod() {
    withGrace();
    temporal.hired();
    fired();
    temporal.untilPerson(status -> status.undoableUntil().isPresent());
    temporal.staffApi.members.replaceAll(
        (id, was) -> new RememberingStaffApi.Member(id, was.code(), was.email(), true));
    temporal.skip(Duration.ofDays(31));

    assertThat(temporal.result(deletion(), String.class)).isEqualTo("kept");
    assertThat(temporal.journal.count("staffApi.deleteStaffMember")).isZero();
  }

  @Test
  void deletionThatFailsParksAndCanBeLeftToAHuman() {
    withGrace();
    temporal.hired();
    fired();
    temporal.untilPerson(status -> status.undoableUntil().isPresent());
    temporal.staffApi.failures.finalBefore("deleteStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.skip(Duration.ofDays(31));
    temporal.answer(deletion(), "skip");

    assertThat(temporal.result(deletion(), String.class)).isEqualTo("left to a human");
    assertThat(temporal.staffApi.members).hasSize(1);
  }

  @Test
  void hireWithdrawsAParkedDeletionAndGoesOn() {
    withGrace();
    temporal.hired();
    fired();
    temporal.untilPerson(status -> status.undoableUntil().isPresent());
    temporal.staffApi.failures.finalBefore("deleteStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.skip(Duration.ofDays(31));
    temporal.untilParked(deletion());
    temporal.workflow(deletion()).signal("withdraw", new Withdrawal("mallory", "keep it"));
    temporal.until(deletion(), status -> !status.decisions().isEmpty());
    assertThat(temporal.status(deletion()).decisions().get(0).accepted()).isFalse();

    temporal.hand(temporal.hireToday("again"));

    assertThat(temporal.result(deletion(), String.class)).isEqualTo("withdrawn");
    temporal.approve(temporal.onboarding(4));
    temporal.untilPerson(person -> person.employed() && person.currentProcess().isEmpty());
    assertThat(temporal.person().planned()).isEmpty();
    assertThat(temporal.staffApi.members).hasSize(1);
  }

  @Test
  void deletionThatAHireWithdrewIsTriedAgainWhenNobodyIsHired() {
    withGrace();
    temporal.hired();
    fired();
    temporal.untilPerson(status -> status.undoableUntil().isPresent());
    temporal.staffApi.failures.finalBefore("deleteStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.skip(Duration.ofDays(31));
    temporal.untilParked(deletion());
    temporal.hand(temporal.hireToday("again"));
    temporal.decide(
        temporal.onboarding(4), temporal.untilAsked(temporal.onboarding(4)).id(), "reject");

    assertThat(temporal.result(WorkflowIds.deletion(TestTemporal.JANE, 5), String.class))
        .isEqualTo("deleted");
    assertThat(temporal.staffApi.members).isEmpty();
  }

  @Test
  void whoeverIsTerminatedOnLeaveIsDeletedAfterTheSameTime() {
    withGrace();
    temporal.hired();
    temporal.hand(
        new LeaveEvent(
            "away",
            temporal.now(),
            TestTemporal.JANE,
            new Leave(Optional.empty(), Optional.empty())));
    temporal.result(WorkflowIds.leave(TestTemporal.JANE, 2), OffboardingResult.class);
    temporal.untilPerson(PersonStatus::onLeave);
    temporal.hand(temporal.fire("fired", temporal.now()));

    OffboardingResult result = temporal.result(temporal.offboarding(3), OffboardingResult.class);

    assertThat(result.undoableUntil()).isEmpty();
    PersonStatus person = temporal.untilPerson(status -> status.planned().size() == 1);
    assertThat(person.undoableUntil()).isEmpty();
    temporal.skip(Duration.ofDays(29));
    assertThat(temporal.staffApi.members).hasSize(1);
    temporal.skip(Duration.ofDays(2));
    assertThat(temporal.result(WorkflowIds.deletion(TestTemporal.JANE, 4), String.class))
        .isEqualTo("deleted");
    assertThat(temporal.staffApi.members).isEmpty();
  }

  @Test
  void newHireWithinTheGracePeriodIsNeverDeleted() {
    withGrace();
    temporal.hired();
    fired();
    temporal.untilPerson(status -> status.undoableUntil().isPresent());
    temporal.backoffice.employees.clear();
    temporal.journal.during(
        "staffApi.createStaffMember",
        () ->
            temporal.staffApi.members.replaceAll(
                (id, was) -> new RememberingStaffApi.Member(id, was.code(), was.email(), true)));
    HireEvent again = temporal.hireToday("again");
    temporal.hand(again);
    temporal.approve(temporal.onboarding(3));
    temporal.untilPerson(person -> person.employed() && person.currentProcess().isEmpty());

    assertThat(temporal.person().planned()).isEmpty();
    assertThat(temporal.person().undoableUntil()).isEmpty();
    assertThat(temporal.journal.count("staffApi.deleteStaffMember")).isZero();
  }

  @Test
  void accessEndsWithTheShiftOfTheLastDay() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(3);
    temporal.hand(dated(lastDay, Optional.empty(), Optional.of(LocalTime.of(17, 0))));

    result();

    // The site of the fakes lies eight hours west of UTC.
    assertThat(step("disable employee").startedAt())
        .isBetween(
            lastDay.atTime(17, 0).toInstant(ZoneOffset.ofHours(-8)),
            lastDay.atTime(17, 1).toInstant(ZoneOffset.ofHours(-8)));
  }

  @Test
  void earlierLastHourCountsMoreThanTheLastDay() {
    temporal.hired();
    LocalDateTime lastWorked = today().plusDays(2).atTime(9, 30);
    temporal.hand(
        dated(today().plusDays(5), Optional.of(lastWorked), Optional.of(LocalTime.of(17, 0))));

    result();

    assertThat(step("disable employee").startedAt())
        .isBetween(
            lastWorked.toInstant(ZoneOffset.ofHours(-8)),
            lastWorked.plusMinutes(1).toInstant(ZoneOffset.ofHours(-8)));
  }

  @Test
  void pastLastHourEndsAccessNow() {
    temporal.hired();
    Instant handedIn = temporal.now();
    temporal.hand(
        dated(
            today().plusDays(5),
            Optional.of(today().minusDays(1).atTime(12, 0)),
            Optional.empty()));

    result();

    assertThat(step("disable employee").startedAt()).isBefore(handedIn.plus(Duration.ofMinutes(5)));
  }

  @Test
  void endOfShiftOfTheSameDayBringsADatedTerminationForwardAndTheDayDoesNotPutItOff() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(3);
    temporal.hand(temporal.leave("e2", temporal.now(), lastDay));
    untilWaiting();
    temporal.hand(
        new TerminationEvent(
            "e3",
            temporal.now(),
            TestTemporal.JANE,
            termination(lastDay, Optional.empty(), Optional.of(LocalTime.of(17, 0)))));
    temporal.hand(temporal.leave("e4", temporal.now(), lastDay.plusDays(9)));

    result();

    assertThat(step("disable employee").startedAt())
        .isBefore(lastDay.atTime(17, 1).toInstant(ZoneOffset.ofHours(-8)));
  }

  @Test
  void terminationThatWaitsForItsDayIsCalledOffWithAnApproval() {
    temporal.hired();
    temporal.hand(temporal.leave("e2", temporal.now(), today().plusDays(20)));
    untilWaiting();

    DecisionAnswer answer = callOff();
    OpenRequest asked = temporal.untilAsked(temporal.offboarding(2));
    assertThat(answer.accepted()).isTrue();
    assertThat(callOff().accepted()).as("asked already").isFalse();
    assertThat(asked.group()).isEqualTo("managers");
    assertThat(asked.detail()).contains("Asked for by dana", "Reason: she stays");
    temporal.decide(temporal.offboarding(2), asked.id(), "approve");

    assertThat(result().outcome()).isEqualTo(OffboardingResult.CALLED_OFF);
    PersonStatus person = temporal.untilPerson(status -> status.currentProcess().isEmpty());
    assertThat(person.employed()).isTrue();
    temporal.skip(Duration.ofDays(30));
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    assertThat(temporal.staffApi.withAccess()).isEqualTo(1);
    assertThat(temporal.journal.count("backoffice.disableEmployee")).isZero();
  }

  @Test
  void refusedCallOffLetsTheTerminationTakePlace() {
    temporal.hired();
    temporal.hand(temporal.leave("e2", temporal.now(), today().plusDays(20)));
    untilWaiting();
    callOff();
    temporal.decide(
        temporal.offboarding(2), temporal.untilAsked(temporal.offboarding(2)).id(), "reject");

    assertThat(result().outcome()).isEqualTo(OffboardingResult.DONE);
    assertThat(temporal.backoffice.active()).isZero();
  }

  @Test
  void callOffThatNobodyApprovedInTimeIsTooLate() {
    temporal.hired();
    temporal.hand(temporal.leave("e2", temporal.now(), today().plusDays(2)));
    untilWaiting();
    callOff();
    temporal.untilAsked(temporal.offboarding(2));

    assertThat(result().outcome()).isEqualTo(OffboardingResult.DONE);
    assertThat(step("approval of undo").note()).isEqualTo("no longer needed");
  }

  @Test
  void whatIsBeingTakenCannotBeCalledOff() {
    temporal.hired();
    temporal.backoffice.failures.finalBefore("verify", FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.fire("e2", temporal.now()));
    temporal.untilParked(temporal.offboarding(2));

    DecisionAnswer answer = callOff();

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.reason()).contains("undo the termination afterwards");
    temporal.answer(temporal.offboarding(2), "retry");
    assertThat(result().outcome()).isEqualTo(OffboardingResult.DONE);
  }

  @Test
  void immediateTerminationAfterTheCallOffIsNotLost() {
    temporal.hired();
    temporal.hand(temporal.leave("e2", temporal.now(), today().plusDays(20)));
    untilWaiting();
    callOff();
    String request = temporal.untilAsked(temporal.offboarding(2)).id();
    temporal.hand(temporal.fire("e3", temporal.now()));
    temporal.decide(temporal.offboarding(2), request, "approve");

    temporal.untilForgotten();
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void stepThatGoesOnFailingAlarmsTheOperatorsUntilItPasses() {
    temporal.hired();
    temporal.planning.policy = temporal.planning.policy.withAlarmAfter(Duration.ofMinutes(15));
    for (int i = 0; i < 20; i++) {
      temporal.backoffice.failures.passingBefore("disableEmployee", FailureTypes.BACKOFFICE_OUTAGE);
    }
    List<String> shown = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 20; i++) {
      temporal.journal.during("backoffice.disableEmployee", () -> shown.add(shownOfAlarm()));
    }

    OffboardingResult result = fired();

    assertThat(shown).startsWith("null").endsWith("operations disable employee");
    assertThat(result.backoffice()).isEqualTo("disabled");
    assertThat(result.warnings()).isEmpty();
    assertThat(awaitingGroup()).isNull();
  }

  @Test
  void terminationThatWaitsForItsDayShowsThatAndTheMomentInWords() {
    temporal.hired();
    LocalDate last = today().plusDays(20);
    temporal.hand(temporal.leave("e2", temporal.now(), last));

    RunStatus waiting = untilWaiting();

    assertThat(waiting.stage()).isEqualTo(Stages.WAITING_FOR_DATE);
    assertThat(step("last day (Backoffice)").note())
        .isEqualTo(
            "until the end of "
                + last
                + " in -08:00 ("
                + last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-8))
                + ")");
    assertThat(result().outcome()).isEqualTo("done");
    assertThat(temporal.status(temporal.offboarding(2)).stage()).isEqualTo(Stages.DONE);
  }

  @Test
  void terminationThatSomebodyCancelsIsStillUndoneExactly() {
    temporal.hired();
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    EmployeeSnapshot before = snapshot();
    temporal.journal.during(
        "backoffice.disableEmployee", () -> temporal.workflow(temporal.offboarding(2)).cancel());
    temporal.hand(temporal.fire("e2", temporal.now()));

    assertThat(temporal.failure(temporal.offboarding(2)).getCause())
        .isInstanceOf(CanceledFailure.class);
    // The same termination looks once more, finds nothing to take, and forgets nothing.
    assertThat(temporal.result(temporal.offboarding(3), OffboardingResult.class).backoffice())
        .isEqualTo("was already inactive");
    PersonStatus left =
        temporal.untilPerson(
            person ->
                !person.employed()
                    && person.currentProcess().isEmpty()
                    && person.lastProcess().equals(Optional.of(temporal.offboarding(3))));
    assertThat(left.undoableUntil()).isPresent();
    assertThat(left.planned())
        .extracting(PlannedEvent::what)
        .containsExactly("end of the grace period");

    temporal.hand(new UndoEvent("u1", temporal.now(), TestTemporal.JANE, "the wrong person"));
    String undo = WorkflowIds.restoration("undo", TestTemporal.JANE, 4);
    temporal.approve(undo);
    assertThat(temporal.result(undo, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(Differences.of(before, snapshot())).isEmpty();
    assertThat(temporal.staffApi.withAccess()).isEqualTo(1);
  }

  @Test
  void leaveThatSomebodyCancelsStillEndsWithAReturn() {
    temporal.hired();
    EmployeeSnapshot before = snapshot();
    String leave = WorkflowIds.leave(TestTemporal.JANE, 2);
    temporal.journal.during("backoffice.disableEmployee", () -> temporal.workflow(leave).cancel());
    temporal.hand(
        new LeaveEvent(
            "l1",
            temporal.now(),
            TestTemporal.JANE,
            new Leave(Optional.empty(), Optional.empty())));

    assertThat(temporal.failure(leave).getCause()).isInstanceOf(CanceledFailure.class);
    temporal.result(WorkflowIds.leave(TestTemporal.JANE, 3), OffboardingResult.class);
    temporal.untilPerson(person -> person.onLeave() && person.currentProcess().isEmpty());
    temporal.hand(new ReturnEvent("r1", temporal.now(), TestTemporal.JANE, Optional.empty()));
    String back = WorkflowIds.restoration("return", TestTemporal.JANE, 4);
    temporal.approve(back);
    assertThat(temporal.result(back, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(Differences.of(before, snapshot())).isEmpty();
  }

  @Test
  void snapshotThatDoesNotComeFromTheOffboardingIsIgnored() {
    temporal.hired();
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    EmployeeSnapshot all = snapshot();
    temporal.backoffice.employees.clear();
    temporal.staffApi.members.clear();
    String person = WorkflowIds.person(TestTemporal.JANE);
    temporal.journal.during(
        "backoffice.locate",
        () -> {
          temporal
              .workflow(person)
              .signal(
                  ExitSnapshot.SIGNAL,
                  new ExitSnapshot(
                      "guessed",
                      Optional.of(new AccessSnapshot(Optional.of(all), Optional.empty())),
                      Duration.ofDays(30)));
          temporal.workflow(person).signal(ExitSnapshot.SIGNAL, "not one at all");
          temporal.workflow(temporal.offboarding(2)).cancel();
        });
    temporal.hand(temporal.fire("e2", temporal.now()));
    assertThat(temporal.failure(temporal.offboarding(2)).getCause())
        .isInstanceOf(CanceledFailure.class);
    temporal.result(temporal.offboarding(3), OffboardingResult.class);

    PersonStatus left =
        temporal.untilPerson(
            one ->
                one.currentProcess().isEmpty()
                    && one.lastProcess().equals(Optional.of(temporal.offboarding(3))));
    assertThat(left.undoableUntil()).isEmpty();
  }

  private EmployeeSnapshot snapshot() {
    return temporal.records.snapshot(
        temporal.backoffice.at(TestTemporal.JANES_POS_USER_ID).orElseThrow());
  }

  private OffboardingResult fired() {
    temporal.hand(temporal.fire("e2", temporal.now()));
    return result();
  }

  private OffboardingResult result() {
    return temporal.result(temporal.offboarding(2), OffboardingResult.class);
  }

  private String shownOfAlarm() {
    return temporal.status(temporal.offboarding(2)).warnings().stream()
        .map(warning -> awaitingGroup() + " " + warning.field())
        .findFirst()
        .orElse("null");
  }

  private String awaitingGroup() {
    return temporal
        .workflow(temporal.offboarding(2))
        .describe()
        .getTypedSearchAttributes()
        .get(SearchAttributes.AWAITING_GROUP);
  }

  private void withGrace() {
    temporal.planning.policy =
        temporal.planning.policy.withDeleteLeavers(true).withGracePeriod(Duration.ofDays(30));
  }

  private String deletion() {
    return WorkflowIds.deletion(TestTemporal.JANE, 3);
  }

  private DecisionAnswer callOff() {
    return temporal
        .workflow(temporal.offboarding(2))
        .update("call off", DecisionAnswer.class, new Withdrawal("dana", "she stays"));
  }

  private RunStatus untilWaiting() {
    return temporal.until(
        temporal.offboarding(2),
        status ->
            status.steps().stream()
                    .filter(step -> step.name().startsWith("last day"))
                    .filter(step -> step.state().equals(StepStatus.WAITING))
                    .count()
                == 3);
  }

  private StepStatus step(String name) {
    return temporal.status(temporal.offboarding(2)).steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isDone(RunStatus status, String name) {
    return status.steps().stream()
        .anyMatch(step -> step.name().equals(name) && step.state().equals(StepStatus.DONE));
  }

  private TerminationEvent dated(
      LocalDate lastDay, Optional<LocalDateTime> lastWorkedAt, Optional<LocalTime> endOfShift) {
    return new TerminationEvent(
        "e2", temporal.now(), TestTemporal.JANE, termination(lastDay, lastWorkedAt, endOfShift));
  }

  private static Termination termination(
      LocalDate lastDay, Optional<LocalDateTime> lastWorkedAt, Optional<LocalTime> endOfShift) {
    return new Termination(
        Optional.empty(), Optional.empty(), Optional.of(lastDay), false, lastWorkedAt, endOfShift);
  }

  private LocalDate today() {
    return temporal.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static WebUserRow webUser(String email) {
    return new WebUserRow(WEB_USER, "jdoe", "Jane", "Doe", email, true);
  }
}

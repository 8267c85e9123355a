package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.fake.Eventually;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.person.AgendaEntry;
import dev.lanyard.workflows.person.CallOff;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonLinks;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.StepStatus;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A termination for a later day holds nothing up, and still is carried out on its day. */
class PlannedTerminationTest {

  private final TestTemporal temporal = new TestTemporal();

  @BeforeEach
  void beginsTwoDaysAhead() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void changeAndTransferGoThroughWhileATerminationWaitsForItsDay() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(21);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    PlannedEvent planned = planned();
    assertThat(planned.what()).isEqualTo("termination");
    assertThat(planned.id()).isEqualTo("leaves");
    assertThat(planned.at()).isEqualTo(endOf(lastDay));
    assertThat(planned.begins()).isEqualTo(endOf(lastDay).minus(Duration.ofDays(2)));
    assertThat(temporal.person().currentProcess()).isEmpty();

    temporal.hand(phone("phone"));
    assertThat(
            temporal.result(WorkflowIds.change(TestTemporal.JANE, 2), ChangeResult.class).outcome())
        .isEqualTo("done");
    temporal.hand(transfer("moves", Optional.empty(), Optional.empty()));
    String transfer = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.approve(transfer);
    assertThat(temporal.result(transfer, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(temporal.backoffice.active()).isEqualTo(1);

    closes(4, lastDay);
  }

  @Test
  void whatTakesEffectAfterTheLastDayIsRefusedAndWhatComesBeforeIsPlanned() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(21);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();

    temporal.hand(transfer("late", Optional.of(lastDay.plusDays(1)), Optional.empty()));
    temporal.hand(away("away", Optional.of(lastDay)));
    temporal.hand(transfer("early", Optional.of(lastDay), Optional.empty()));
    temporal.hand(temporal.hireToday("again"));

    PersonStatus person = temporal.untilPerson(status -> status.planned().size() == 2);
    temporal.untilPerson(status -> status.events().size() == 6);
    assertThat(refused("late")).contains("after the access has ended").contains("call the end off");
    assertThat(refused("away")).contains("after the access has ended");
    assertThat(refused("again")).contains("hire after that");
    assertThat(person.planned()).extracting(PlannedEvent::id).containsExactly("early", "leaves");
  }

  @Test
  void earlierOneComesInItsPlaceAndALaterOneMovesNothing() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(12);
    temporal.hand(temporal.leave("first", temporal.now(), today().plusDays(21)));
    planned();
    temporal.hand(temporal.leave("earlier", temporal.now(), lastDay));
    temporal.untilPerson(p -> p.planned().stream().anyMatch(one -> one.id().equals("earlier")));
    temporal.hand(temporal.leave("later", temporal.now(), today().plusDays(40)));
    temporal.untilPerson(p -> p.events().stream().anyMatch(e -> e.reason().contains("no later")));

    assertThat(planned().at()).isEqualTo(endOf(lastDay));
    assertThat(refused("first")).contains("a newer termination ends the access earlier");
    closes(2, lastDay);
    assertThat(temporal.person().planned()).isEmpty();
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(2));
  }

  @Test
  void sameEventAgainChangesNothing() {
    temporal.hired();
    TerminationEvent leaves = temporal.leave("leaves", temporal.now(), today().plusDays(21));
    temporal.hand(leaves);
    PlannedEvent before = planned();

    temporal.hand(leaves);

    temporal.untilPerson(p -> p.events().size() == 3);
    assertThat(planned()).isEqualTo(before);
    assertThat(temporal.person().events().get(2).disposition()).isEqualTo(EventRecord.DUPLICATE);
  }

  @Test
  void immediateOneOvertakesItAndNothingIsLeftOfIt() {
    temporal.hired();
    temporal.hand(temporal.leave("leaves", temporal.now(), today().plusDays(21)));
    planned();
    temporal.hand(temporal.fire("fired", temporal.now()));

    temporal.untilForgotten();

    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.person().planned()).isEmpty();
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(2));
  }

  @Test
  void transferThatNobodyApprovesDoesNotKeepItFromItsDay() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(5);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();
    temporal.hand(transfer("moves", Optional.empty(), Optional.empty()));
    String transfer = WorkflowIds.transfer(TestTemporal.JANE, 2);
    temporal.untilAsked(transfer);

    assertThat(temporal.result(transfer, TransferResult.class).outcome()).isEqualTo("withdrawn");
    closes(3, lastDay);
  }

  @Test
  void endOfALoanBeforeTheLastDayComesFirstEvenWithinTheLeadTime() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(12);
    temporal.hand(transfer("lent", Optional.empty(), Optional.of(lastDay.minusDays(2))));
    String loan = WorkflowIds.transfer(TestTemporal.JANE, 2);
    temporal.approve(loan);
    temporal.result(loan, TransferResult.class);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    temporal.untilPerson(p -> p.planned().size() == 2 && p.currentProcess().isEmpty());
    temporal.skip(Duration.between(temporal.now(), endOf(lastDay.minusDays(2))).plusHours(1));

    assertThat(
            temporal
                .result(WorkflowIds.transfer(TestTemporal.JANE, 3), TransferResult.class)
                .outcome())
        .isEqualTo("done");
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    closes(4, lastDay);
  }

  @Test
  void endOfALoanAfterTheLastDayGoesWithTheAccess() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(6);
    temporal.hand(transfer("lent", Optional.empty(), Optional.of(lastDay.plusDays(5))));
    String loan = WorkflowIds.transfer(TestTemporal.JANE, 2);
    temporal.approve(loan);
    temporal.result(loan, TransferResult.class);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    temporal.untilPerson(p -> p.planned().size() == 2 && p.currentProcess().isEmpty());

    closes(3, lastDay);

    temporal.untilPerson(p -> p.planned().isEmpty());
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(3));
  }

  /** The end of a loan, parked at its first write, ten days before the last day. */
  private String parkedEndOfALoan(LocalDate lastDay) {
    temporal.hired();
    temporal.hand(transfer("lent", Optional.empty(), Optional.of(lastDay.minusDays(10))));
    String loan = WorkflowIds.transfer(TestTemporal.JANE, 2);
    temporal.approve(loan);
    temporal.result(loan, TransferResult.class);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    temporal.untilPerson(p -> p.planned().size() == 2 && p.currentProcess().isEmpty());
    temporal.records.failures.finalBefore("changeEmployee", FailureTypes.PAGE_CHANGED);
    temporal.skip(Duration.between(temporal.now(), endOf(lastDay.minusDays(9))));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.untilParked(end);
    return end;
  }

  @Test
  void endOfALoanThatStaysParkedDoesNotKeepItFromItsDay() {
    LocalDate lastDay = today().plusDays(20);
    String end = parkedEndOfALoan(lastDay);

    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("withdrawn");

    closes(4, lastDay);
    temporal.untilPerson(p -> p.planned().isEmpty());
  }

  @Test
  void immediateOneOvertakesAParkedEndOfALoanOnTheLastDayToo() {
    LocalDate lastDay = today().plusDays(20);
    String end = parkedEndOfALoan(lastDay);
    temporal.skip(Duration.between(temporal.now(), endOf(lastDay)).minusHours(20));

    temporal.hand(temporal.fire("fired", temporal.now()));

    assertThat(temporal.result(temporal.offboarding(4), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(temporal.now()).isBefore(endOf(lastDay));
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void deletionThatStaysParkedDoesNotKeepItFromItsDay() {
    temporal.planning.policy =
        temporal.planning.policy.withGracePeriod(Duration.ofDays(5)).withDeleteLeavers(true);
    temporal.hired();
    temporal.hand(temporal.fire("fired", temporal.now()));
    temporal.result(temporal.offboarding(2), OffboardingResult.class);
    temporal.untilPerson(p -> p.undoableUntil().isPresent() && p.currentProcess().isEmpty());
    LocalDate lastDay = today().plusDays(20);
    temporal.hand(temporal.leave("again", temporal.now(), lastDay));
    temporal.untilPerson(p -> p.planned().size() == 2);
    temporal.staffApi.failures.finalBefore("deleteStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.skip(Duration.ofDays(6));
    String deletion = WorkflowIds.deletion(TestTemporal.JANE, 3);
    temporal.untilParked(deletion);
    for (int i = 0; i < 50; i++) {
      temporal.staffApi.failures.finalBefore("deleteStaffMember", FailureTypes.STAFF_API_REFUSED);
    }

    assertThat(temporal.result(deletion, String.class)).isEqualTo("withdrawn");

    assertThat(temporal.result(temporal.offboarding(4), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
  }

  @Test
  void leaveAndReturnBeforeTheLastDayChangeNothingOfIt() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(30);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();
    temporal.hand(away("away", Optional.empty()));
    temporal.result(WorkflowIds.leave(TestTemporal.JANE, 2), OffboardingResult.class);
    temporal.untilPerson(PersonStatus::onLeave);
    temporal.hand(
        new ReturnEvent(
            "too late", temporal.now(), TestTemporal.JANE, Optional.of(lastDay.plusDays(2))));
    temporal.hand(new ReturnEvent("back", temporal.now(), TestTemporal.JANE, Optional.empty()));
    temporal.approve(WorkflowIds.restoration(RestorationInput.RETURN, TestTemporal.JANE, 3));
    temporal.untilPerson(person -> person.employed() && person.currentProcess().isEmpty());
    assertThat(refused("too late")).contains("after the access has ended");
    assertThat(temporal.backoffice.active()).isEqualTo(1);

    closes(4, lastDay);
  }

  @Test
  void terminationDuringALeaveKeepsThePersonOutForGood() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(10);
    temporal.hand(away("away", Optional.empty()));
    temporal.result(WorkflowIds.leave(TestTemporal.JANE, 2), OffboardingResult.class);
    temporal.untilPerson(PersonStatus::onLeave);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();

    temporal.untilForgotten();

    assertThat(temporal.person().onLeave()).isFalse();
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(3));
    assertThat(temporal.now()).isAfterOrEqualTo(endOf(lastDay));
  }

  @Test
  void otherPosUserIdOfSomebodyUnknownBringsItForwardAndRunsByItselfToo() {
    LocalDate lastDay = today().plusDays(9);
    temporal.hand(named("first", today().plusDays(21), 111));
    planned();
    temporal.hand(named("other", lastDay, 222));

    PersonStatus person = temporal.untilPerson(p -> p.planned().size() == 2);

    assertThat(person.planned()).extracting(PlannedEvent::at).containsOnly(endOf(lastDay));
    temporal.untilForgotten();
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(2));
    assertThat(temporal.status(temporal.offboarding(1)).stage()).isEqualTo("done");
    assertThat(temporal.status(temporal.offboarding(2)).stage()).isEqualTo("done");
  }

  @Test
  void processOfAnotherRecordIsNotNamedAsTheOneThatCarriesItOut() {
    temporal.hand(named("first", today().plusDays(1), 111));
    temporal.until(temporal.offboarding(1), status -> !status.steps().isEmpty());
    temporal.hand(named("other", today().plusDays(1), 222));
    Eventually.get(
        () ->
            temporal.history(WorkflowIds.person(TestTemporal.JANE)).stream()
                .filter(HistoryEvent::hasExternalWorkflowExecutionSignaledEventAttributes)
                .findFirst());

    temporal.untilPerson(p -> p.waiting() == 1);
    assertThat(processOf("first")).contains(temporal.offboarding(1));
    assertThat(processOf("other")).isEmpty();
    temporal.untilForgotten();
    assertThat(processOf("other")).contains(temporal.offboarding(2));
  }

  private Optional<String> processOf(String eventId) {
    return temporal.person().events().stream()
        .filter(event -> event.eventId().equals(eventId))
        .findFirst()
        .orElseThrow()
        .process();
  }

  private void terminationsAreAsked() {
    ProcessPolicy was = temporal.planning.policy;
    temporal.planning.policy =
        new ProcessPolicy(
                was.approvers(),
                was.operators(),
                true,
                was.approvalExpiresAfter(),
                was.lookAgainAfter(),
                was.pinReadableFor(),
                was.pinReadableAgainFor(),
                was.personRememberedFor())
            .withBeginsBefore(Duration.ofDays(2));
  }

  @Test
  void rejectedEarlierOneLeavesTheOneThatWasPlannedBefore() {
    terminationsAreAsked();
    temporal.hired();
    LocalDate lastDay = today().plusDays(21);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();
    temporal.hand(temporal.leave("typed wrong", temporal.now(), today().plusDays(1)));
    String early = temporal.offboarding(2);
    temporal.decide(early, temporal.untilAsked(early).id(), "reject");

    temporal.result(early, OffboardingResult.class);

    PlannedEvent again = planned();
    assertThat(again.id()).isEqualTo("leaves");
    assertThat(again.at()).isEqualTo(endOf(lastDay));
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    skipTo(endOf(lastDay).minus(Duration.ofHours(20)));
    temporal.approve(temporal.offboarding(3));
    closes(3, lastDay);
  }

  @Test
  void calledOffEarlierOneLeavesTheOneThatWasPlannedBefore() {
    temporal.hired();
    LocalDate lastDay = today().plusDays(21);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();
    temporal.hand(temporal.leave("typed wrong", temporal.now(), today().plusDays(9)));
    temporal.untilPerson(p -> p.planned().stream().anyMatch(e -> e.id().equals("typed wrong")));
    temporal
        .workflow(WorkflowIds.person(TestTemporal.JANE))
        .update(
            "call off", DecisionAnswer.class, new CallOff("typed wrong", "dana", "it is the 21st"));
    temporal.approve(WorkflowIds.callOff(TestTemporal.JANE, 1));

    temporal.untilPerson(p -> p.planned().stream().anyMatch(e -> e.id().equals("leaves")));
    assertThat(planned().at()).isEqualTo(endOf(lastDay));
    closes(2, lastDay);
  }

  @Test
  void approvalIsAskedForWhenItsProcessBegins() {
    terminationsAreAsked();
    temporal.hired();
    LocalDate lastDay = today().plusDays(10);
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    planned();
    temporal.skip(Duration.ofDays(9).plusHours(1));

    assertThat(temporal.untilAsked(temporal.offboarding(2)).detail())
        .containsExactly("Last day: " + lastDay);
    temporal.approve(temporal.offboarding(2));
    closes(2, lastDay);
  }

  @Test
  void nextExecutionOfTheRunStillKnowsIt() {
    LocalDate lastDay = today().plusDays(10);
    TerminationEvent leaves = temporal.leave("leaves", temporal.now(), lastDay);
    PersonState carried =
        new PersonState(
            TestTemporal.JANE,
            new PersonLinks(
                Optional.of(TestTemporal.JANES_POS_USER_ID), Optional.empty(), Optional.empty()),
            1,
            true,
            List.of("leaves"),
            Optional.of(temporal.now()),
            Optional.of(temporal.now()),
            List.of(),
            Optional.empty(),
            "",
            List.of(
                new AgendaEntry(
                    "leaves",
                    endOf(lastDay),
                    endOf(lastDay).minus(Duration.ofDays(2)),
                    Optional.of(leaves),
                    Optional.empty(),
                    false)),
            Optional.empty(),
            0);
    temporal
        .client()
        .newUntypedWorkflowStub(
            "PersonWorkflow",
            WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.DEFAULT)
                .setWorkflowId(WorkflowIds.person(TestTemporal.JANE))
                .build())
        .start(carried);
    assertThat(planned().id()).isEqualTo("leaves");

    skipTo(endOf(lastDay).minus(Duration.ofHours(20)));
    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    assertThat(temporal.now()).isAfterOrEqualTo(endOf(lastDay));
  }

  /** Access is taken at the end of that day at the site, eight hours west of UTC. */
  private void closes(int ordinal, LocalDate lastDay) {
    skipTo(endOf(lastDay).minus(Duration.ofHours(20)));
    assertThat(temporal.result(temporal.offboarding(ordinal), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    StepStatus disabled =
        temporal.status(temporal.offboarding(ordinal)).steps().stream()
            .filter(step -> step.name().equals("disable employee"))
            .findFirst()
            .orElseThrow();
    Instant atTheSite = endOf(lastDay).plus(Duration.ofHours(8));
    assertThat(disabled.startedAt()).isBetween(atTheSite, atTheSite.plus(Duration.ofMinutes(5)));
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  private void skipTo(Instant moment) {
    Duration left = Duration.between(temporal.now(), moment);
    if (!left.isNegative()) {
      temporal.skip(left);
    }
  }

  private PlannedEvent planned() {
    return temporal
        .untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty())
        .planned()
        .get(0);
  }

  private String refused(String eventId) {
    return temporal.person().events().stream()
        .filter(event -> event.eventId().equals(eventId))
        .filter(event -> event.disposition().equals(EventRecord.REFUSED))
        .map(EventRecord::reason)
        .findFirst()
        .orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private ChangeEvent phone(String eventId) {
    return new ChangeEvent(
        eventId,
        temporal.now(),
        TestTemporal.JANE,
        new PersonChange(null, null, Optional.of("6155550000"), null, null, null, null, null));
  }

  private TransferEvent transfer(
      String eventId, Optional<LocalDate> from, Optional<LocalDate> until) {
    return new TransferEvent(
        eventId,
        temporal.now(),
        TestTemporal.JANE,
        new Transfer(
            Optional.of(SiteChoice.of(List.of("Harbor"))), List.of(), null, null, from, until));
  }

  private LeaveEvent away(String eventId, Optional<LocalDate> lastDay) {
    return new LeaveEvent(
        eventId, temporal.now(), TestTemporal.JANE, new Leave(lastDay, Optional.empty()));
  }

  private TerminationEvent named(String eventId, LocalDate lastDay, int posUserId) {
    return new TerminationEvent(
        eventId,
        temporal.now(),
        TestTemporal.JANE,
        new Termination(
            Optional.of(PosUserId.of(posUserId)), Optional.empty(), Optional.of(lastDay), false));
  }
}

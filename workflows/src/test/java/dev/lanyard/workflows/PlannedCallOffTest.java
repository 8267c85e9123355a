package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.calloff.CallOffInput;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.person.CallOff;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planned for a later day is called off by the policy alone. */
class PlannedCallOffTest {

  private static final String FIRST = WorkflowIds.callOff(TestTemporal.JANE, 1);

  private final TestTemporal temporal = new TestTemporal();

  @BeforeEach
  void hire() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(2));
    temporal.hired();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void terminationIsCalledOffByTheApprovalOfSomebodyElseAndHoldsNothingUpMeanwhile() {
    temporal.hand(temporal.leave("leaves", temporal.now(), today().plusDays(20)));
    untilPlanned(1);

    DecisionAnswer answer = callOff("leaves");
    OpenRequest asked = temporal.untilAsked(FIRST);
    assertThat(answer.accepted()).isTrue();
    assertThat(asked.group()).isEqualTo("managers");
    assertThat(asked.question()).contains("Then the access stays");
    assertThat(asked.detail()).contains("Asked for by dana", "Reason: she stays");
    assertThat(asked.terms().orElseThrow().digest()).hasSize(64);
    assertThat(temporal.person().planned().get(0).callOff()).contains(FIRST);
    assertThat(callOff("leaves").reason()).contains("asked for it already");

    temporal.hand(phone("phone"));
    assertThat(
            temporal.result(WorkflowIds.change(TestTemporal.JANE, 2), ChangeResult.class).outcome())
        .isEqualTo("done");
    assertThat(temporal.person().planned()).hasSize(1);
    temporal.decide(FIRST, asked.id(), Decision.APPROVE);

    untilPlanned(0);
    assertThat(listed("leaves", EventRecord.ACCEPTED))
        .containsExactly("called off, given by maria");
    temporal.skip(Duration.ofDays(30));
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    assertThat(temporal.person().employed()).isTrue();
  }

  @Test
  void terminationWhoseCallOffIsRejectedTakesPlaceAndMayBeAskedForAgain() {
    temporal.hand(temporal.leave("leaves", temporal.now(), today().plusDays(20)));
    untilPlanned(1);
    callOff("leaves");
    temporal.decide(FIRST, temporal.untilAsked(FIRST).id(), Decision.REJECT);
    temporal.untilPerson(p -> !listedIn(p, "leaves", EventRecord.REFUSED).isEmpty());

    assertThat(listed("leaves", EventRecord.REFUSED)).containsExactly("rejected by maria");
    assertThat(temporal.person().planned()).hasSize(1);
    assertThat(callOff("leaves").accepted()).isTrue();
    temporal.untilAsked(WorkflowIds.callOff(TestTemporal.JANE, 2));
  }

  @Test
  void callOffThatNobodyApprovedInTimeIsTooLateAndTheTerminationTakesPlace() {
    temporal.hand(temporal.leave("leaves", temporal.now(), today().plusDays(4)));
    untilPlanned(1);
    callOff("leaves");
    OpenRequest asked = temporal.untilAsked(FIRST);
    temporal.skip(Duration.ofDays(4));

    temporal.untilPerson(p -> !listedIn(p, "leaves", EventRecord.REFUSED).isEmpty());
    assertThat(listed("leaves", EventRecord.REFUSED)).first().asString().contains("too late");
    assertThat(callOff("leaves").reason()).contains("it has begun");
    temporal.until(FIRST, status -> status.awaiting().isEmpty());
    assertThat(asked.choices()).containsExactly("approve", "reject");
    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    assertThat(temporal.backoffice.active()).isZero();
  }

  @Test
  void immediateTerminationOvertakesTheQuestionWhetherADatedOneMayBeCalledOff() {
    temporal.hand(temporal.leave("leaves", temporal.now(), today().plusDays(20)));
    untilPlanned(1);
    callOff("leaves");
    temporal.untilAsked(FIRST);
    temporal.hand(temporal.fire("fired", temporal.now()));

    temporal.until(FIRST, status -> status.awaiting().isEmpty());
    temporal.untilForgotten();
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void leaveIsCalledOffWithASignatureWherePolicyWantsOneAndByNothingLess() {
    temporal.approvals.rules.put(AccessRequest.WITHDRAW, signed());
    temporal.hand(away());
    untilPlanned(1);

    assertThat(callOff("away").accepted()).isTrue();
    OpenRequest asked = temporal.untilAsked(FIRST);
    String digest = asked.terms().orElseThrow().digest();
    String run = temporal.workflow(FIRST).describe().getExecution().getRunId();
    decide(new Decision(asked.id(), "approve", "maria", ""));
    decide(token(asked, asked.id(), digest, "of another run"));
    decide(token(asked, asked.id(), "of something else", run));
    decide(token(asked, "of another request", digest, run));
    assertThat(temporal.person().planned()).hasSize(1);
    decide(token(asked, asked.id(), digest, run));

    untilPlanned(0);
    assertThat(temporal.status(FIRST).decisions())
        .extracting(DecisionRecord::accepted)
        .containsExactly(false, false, false, false, true);
    assertThat(temporal.approvals.assessed)
        .filteredOn(request -> request.kind().equals(AccessRequest.WITHDRAW))
        .hasSize(1)
        .allMatch(request -> request.startsOn().isPresent())
        .allMatch(request -> request.requester().equals(Optional.of("dana")));
  }

  @Test
  void endOfALoanIsNeverCalledOffAndNeitherIsWhatIsNotPlanned() {
    TransferEvent lent = transfer("lent", Optional.empty(), Optional.of(today().plusDays(14)));
    temporal.hand(lent);
    String loan = WorkflowIds.transfer(TestTemporal.JANE, 2);
    temporal.approve(loan);
    temporal.result(loan, TransferResult.class);
    untilPlanned(1);

    assertThat(callOff("lent").reason()).contains("the end of a loan cannot be called off");
    assertThat(callOff("unknown").reason()).contains("nothing with this id is planned");
    assertThat(ask(new CallOff("lent", " ", "")).reason()).contains("your name");
    assertThat(ask(new CallOff(null, "dana", "")).accepted()).isFalse();

    PersonStatus person = temporal.person();
    assertThat(person.planned()).hasSize(1);
    assertThat(person.events())
        .filteredOn(event -> event.type().equals(EventRecord.CALL_OFF))
        .extracting(EventRecord::disposition)
        .containsExactly("refused", "refused", "refused", "refused");
  }

  @Test
  void transferIsCalledOffByOneWordWhereThatIsEnoughForAWithdrawal() {
    temporal.hand(transfer("moves", Optional.of(today().plusDays(14)), Optional.empty()));
    untilPlanned(1);

    assertThat(callOff("moves").accepted()).isTrue();

    untilPlanned(0);
    assertThat(listed("moves", EventRecord.ACCEPTED)).containsExactly("called off, given by dana");
  }

  @Test
  void questionStartedByHandIsNobodysAndTakesNothingOff() {
    temporal.hand(away());
    untilPlanned(1);
    WorkflowStub byHand =
        temporal
            .client()
            .newUntypedWorkflowStub(
                "CallOffWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.DEFAULT)
                    .setWorkflowId("call-off/by-hand")
                    .build());
    assertThat(
            byHand.start(
                new CallOffInput(
                    AccessRequest.about(AccessRequest.WITHDRAW, TestTemporal.JANE),
                    "away",
                    "leave",
                    temporal.now(),
                    "mallory",
                    "")))
        .isNotNull();

    assertThat(failure(byHand)).isEqualTo(FailureTypes.NO_CONSENT);
    assertThat(temporal.person().planned()).hasSize(1);
  }

  private static String failure(WorkflowStub run) {
    try {
      Object result = run.getResult(20, TimeUnit.SECONDS, Object.class);
      throw new AssertionError("it returned " + result);
    } catch (WorkflowFailedException failed) {
      return ((ApplicationFailure) failed.getCause()).getType();
    } catch (java.util.concurrent.TimeoutException never) {
      throw new AssertionError("it never ended", never);
    }
  }

  private DecisionAnswer callOff(String id) {
    return ask(new CallOff(id, "dana", "she stays"));
  }

  private DecisionAnswer ask(CallOff request) {
    return temporal
        .workflow(WorkflowIds.person(TestTemporal.JANE))
        .update("call off", DecisionAnswer.class, request);
  }

  private void decide(Decision decision) {
    temporal.workflow(FIRST).update("decide", DecisionAnswer.class, decision);
  }

  private static Decision token(OpenRequest asked, String request, String digest, String run) {
    String token = String.join("/", "maria", "token-1", request, digest, "approve", run);
    return new Decision(asked.id(), "approve", "maria", "", Optional.of(token));
  }

  private static ApprovalRule signed() {
    return new ApprovalRule(
        "signed",
        Optional.empty(),
        false,
        1,
        List.of("managers"),
        false,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.ESCALATE);
  }

  private PersonStatus untilPlanned(int count) {
    return temporal.untilPerson(
        p -> p.planned().size() == count && p.currentProcess().isEmpty() && p.waiting() == 0);
  }

  private List<String> listed(String id, String disposition) {
    return listedIn(temporal.person(), id, disposition);
  }

  private static List<String> listedIn(PersonStatus person, String id, String disposition) {
    Stream<EventRecord> found =
        person.events().stream()
            .filter(event -> event.type().equals(EventRecord.CALL_OFF))
            .filter(event -> event.eventId().equals(id))
            .filter(event -> event.disposition().equals(disposition));
    return found
        .map(EventRecord::reason)
        .filter(reason -> !reason.contains("asked for it already"))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }

  private LeaveEvent away() {
    Instant now = temporal.now();
    return new LeaveEvent(
        "away",
        now,
        TestTemporal.JANE,
        new Leave(Optional.of(today().plusDays(15)), Optional.empty()));
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
}

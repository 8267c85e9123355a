package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.RememberingStaffApi;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonWorkflowTest {

  private final TestTemporal temporal = new TestTemporal();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void immediateTerminationClosesBothSystemsAndThePersonIsForgotten() {
    temporal.hired();
    temporal.hand(temporal.fire("fired", temporal.now()));

    temporal.untilForgotten();

    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.person().lastOutcome()).isEqualTo("done");
  }

  @Test
  void terminationOfSomebodyUnknownEndsInsteadOfFailing() {
    temporal.hand(temporal.fire("fired", temporal.now()));

    temporal.untilForgotten();

    assertThat(temporal.person().lastOutcome()).isEqualTo("done");
  }

  @Test
  void eventsThatMayNotCountAreListedAndStartNothing() {
    temporal.hired();
    Instant now = temporal.now();
    temporal.hand(temporal.hire("hired", now, LocalDate.of(2026, 5, 1)));
    temporal.hand(temporal.fire("old", now.minus(Duration.ofDays(1))));
    temporal.hand(temporal.fire("future", now.plus(Duration.ofHours(1))));
    temporal.hand(temporal.hire("second", now, LocalDate.of(2026, 5, 1)));
    WorkflowStub person = temporal.workflow(WorkflowIds.person(TestTemporal.JANE));
    person.signal("hr event", Map.of("type", "promotion"));
    person.signal("hr event", 5);
    person.signal("hr event");
    person.signal("hr event", (Object) new byte[] {1, 2});

    PersonStatus status = temporal.untilPerson(p -> p.events().size() == 9);
    assertThat(status.events())
        .extracting(EventRecord::disposition)
        .containsExactly(
            "accepted",
            "duplicate",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused");
    assertThat(status.currentProcess()).isEmpty();
    assertThat(status.employed()).isTrue();
    assertThat(temporal.backoffice.active()).isEqualTo(1);
  }

  @Test
  void hireThatIsReplayedAfterTheTerminationNeverGrants() {
    temporal.planning.policy = remembered();
    temporal.hired();
    Instant decided = temporal.now();
    temporal.hand(temporal.fire("fired", decided));
    temporal.untilPerson(p -> p.currentProcess().isPresent());
    temporal.hand(temporal.hire("replayed", decided, LocalDate.of(2026, 5, 1)));

    temporal.untilForgotten();

    assertThat(temporal.person().events().get(2).disposition()).isEqualTo("refused");
    assertThat(temporal.backoffice.employees).hasSize(1);
    assertThat(temporal.backoffice.active()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backoffice.preFlight",
        "pins.capture",
        "backoffice.createEmployee",
        "staffApi.createStaffMember",
        "staffApi.verify"
      })
  void terminationDuringAnOnboardingWithdrawsItAndRuns(String call) {
    temporal.journal.during(
        call,
        () -> {
          temporal.hand(temporal.fire("fired", temporal.now()));
          temporal.untilActivityIsAskedToStop(temporal.onboarding(1));
        });
    temporal.hand(temporal.hireToday("hired"));
    if (!call.endsWith("preFlight")) {
      temporal.approve(temporal.onboarding(1));
    }

    temporal.untilForgotten();

    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(2));
  }

  @Test
  void datedTerminationLetsTheOnboardingFinishAndClosesOnItsDay() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
    LocalDate lastDay = today().plusDays(40);
    temporal.hand(temporal.hireToday("hired"));
    temporal.untilAsked(temporal.onboarding(1));
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    temporal.approve(temporal.onboarding(1));
    temporal.until(
        temporal.offboarding(2),
        s -> s.steps().stream().anyMatch(step -> step.state().equals("waiting")));
    assertThat(temporal.backoffice.active()).isEqualTo(1);

    temporal.untilForgotten();

    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.now())
        .isAfterOrEqualTo(lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({"''", "12345"})
  void immediateTerminationBehindADatedOneBringsItForward(String posUserId) {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
    temporal.hired();
    LocalDate lastDay = today().plusDays(300);
    AtomicReference<Instant> disabledAt = new AtomicReference<>();
    temporal.journal.during("backoffice.disableEmployee", () -> disabledAt.set(temporal.now()));
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    temporal.until(temporal.offboarding(2), s -> !s.steps().isEmpty());
    temporal.hand(terminate("fired", posUserId.isEmpty() ? Optional.empty() : Optional.of(12345)));

    temporal.untilForgotten();

    assertThat(disabledAt.get()).isBefore(lastDay.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(2));
    assertThat(temporal.backoffice.active()).isZero();
  }

  @Test
  void terminationBehindARehireStillReachesTheOffboardingBeforeIt() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(365));
    temporal.hired();
    LocalDate lastDay = today().plusDays(300);
    AtomicReference<Instant> disabledAt = new AtomicReference<>();
    temporal.journal.during("backoffice.disableEmployee", () -> disabledAt.set(temporal.now()));
    temporal.hand(temporal.leave("leaves", temporal.now(), lastDay));
    temporal.until(temporal.offboarding(2), s -> !s.steps().isEmpty());
    temporal.hand(rehire("rehired", 777));
    temporal.hand(temporal.fire("fired", temporal.now().plusSeconds(1)));

    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).backoffice())
        .isEqualTo("disabled");
    assertThat(disabledAt.get()).isBefore(lastDay.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void hireBetweenADatedAndAnImmediateTerminationNeverBegins() {
    temporal.planning.policy = remembered().withBeginsBefore(Duration.ofDays(365));
    temporal.hired();
    temporal.hand(temporal.leave("leaves", temporal.now(), today().plusDays(300)));
    temporal.until(temporal.offboarding(2), s -> !s.steps().isEmpty());
    temporal.hand(rehire("rehired", 777));
    temporal.hand(temporal.fire("fired", temporal.now().plusSeconds(1)));

    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).backoffice())
        .isEqualTo("disabled");
    assertThat(temporal.result(temporal.offboarding(3), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    PersonStatus person =
        temporal.untilPerson(p -> p.waiting() == 0 && p.currentProcess().isEmpty());

    assertThat(person.events())
        .filteredOn(event -> event.eventId().equals("rehired"))
        .extracting(EventRecord::reason)
        .contains("a termination that arrived since ends the access now");
    assertThat(temporal.backoffice.employees).hasSize(1);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void posUserIdOfSomebodyElseLeadsToNobodyElse() {
    temporal.hired();
    temporal.hand(terminate("wrong", Optional.of(54321)));

    OffboardingResult result = temporal.result(temporal.offboarding(2), OffboardingResult.class);
    assertThat(result.backoffice()).isEqualTo("disabled");
    assertThat(result.warnings()).anyMatch(warning -> warning.contains("54321"));
    assertThat(temporal.backoffice.active()).isZero();
    temporal.untilForgotten();
  }

  @Test
  void correctedLastNameLetsTheParkedTerminationGoOn() {
    temporal.hired();
    temporal.backoffice.failures.finalBefore("locate", FailureTypes.NOT_OURS);
    temporal.staffApi.failures.finalBefore("locate", FailureTypes.NOT_OURS);
    temporal.hand(named("mistyped", "Roe"));
    temporal.until(temporal.offboarding(2), status -> status.awaiting().size() == 2);

    temporal.hand(named("corrected", "Doe"));

    OffboardingResult result = temporal.result(temporal.offboarding(2), OffboardingResult.class);
    assertThat(result.closedEverywhere()).isTrue();
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  private TerminationEvent named(String eventId, String lastName) {
    return new TerminationEvent(
        eventId,
        temporal.now(),
        TestTemporal.JANE,
        new Termination(
            Optional.of(TestTemporal.JANES_POS_USER_ID),
            Optional.of(lastName),
            Optional.empty(),
            true));
  }

  @Test
  void rehireQueuedBehindAnOffboardingRunsAfterIt() {
    temporal.planning.policy = remembered();
    temporal.hired();
    temporal.hand(temporal.fire("fired", temporal.now()));
    temporal.untilPerson(p -> p.currentProcess().isPresent());
    temporal.hand(rehire("rehired", 777));
    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    assertThat(temporal.untilAsked(temporal.onboarding(3)).kind()).isEqualTo(OpenRequest.APPROVAL);
    assertThat(temporal.person().links().posUserId()).contains(PosUserId.of(777));
    assertThat(temporal.person().links().employeeId()).isEmpty();
    assertThat(temporal.backoffice.active()).isZero();
  }

  @Test
  void cancelledPersonForgetsNobody() {
    temporal.hired();
    temporal.workflow(WorkflowIds.person(TestTemporal.JANE)).cancel();
    temporal.hand(temporal.fire("fired", temporal.now()));
    // The stage may be the other system's, which does not wait for this one.
    temporal.until(temporal.offboarding(2), s -> isDone(s, "disable employee"));

    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.person().employed()).isTrue();
  }

  @Test
  void leaverIsDeletedInTheStaffApiLastAndOnlyWhenPolicySaysSo() {
    temporal.planning.policy = temporal.planning.policy.withDeleteLeavers(true);
    temporal.hired();
    temporal.hand(temporal.fire("fired", temporal.now()));

    OffboardingResult result = temporal.result(temporal.offboarding(2), OffboardingResult.class);

    assertThat(result.staffApi()).isEqualTo("revoked, then deleted");
    assertThat(temporal.staffApi.byCode(TestTemporal.JANE)).isEmpty();
    assertThat(temporal.journal.calls())
        .filteredOn(call -> call.startsWith("staffApi."))
        .endsWith("staffApi.revokeStaffMember", "staffApi.deleteStaffMember");
  }

  @Test
  void accessThatARevocationWithALostAnswerTookCountsAsRevoked() {
    temporal.hired();
    temporal.staffApi.failures.passingAfter("revokeStaffMember", FailureTypes.UNCONFIRMED_WRITE);
    temporal.hand(temporal.fire("fired", temporal.now()));

    OffboardingResult result = temporal.result(temporal.offboarding(2), OffboardingResult.class);

    assertThat(result.staffApi()).isEqualTo("revoked");
    assertThat(result.warnings()).noneMatch(warning -> warning.contains("access again"));
    long id = temporal.staffApi.byCode(TestTemporal.JANE).orElseThrow().id();
    assertThat(temporal.status(temporal.offboarding(2)).steps())
        .filteredOn(step -> step.name().startsWith("revoke staff member"))
        .extracting(StepStatus::note)
        .containsExactly(
            "staff member " + id + " revoked", "staff member " + id + " had no access");
    // The one whose answer was lost, its repeat, and the second look.
    assertThat(temporal.staffApi.calls).filteredOn("revokeStaffMember"::equals).hasSize(3);
  }

  @Test
  void leaverWithoutAccessHadNoAccess() {
    temporal.hired();
    temporal.staffApi.members.replaceAll(
        (id, was) -> new RememberingStaffApi.Member(id, was.code(), was.email(), false));
    temporal.hand(temporal.fire("fired", temporal.now()));

    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).staffApi())
        .isEqualTo("had no access");
  }

  @Test
  void leaverIsKeptWithoutAccessWhenPolicyIsSilent() {
    temporal.hired();
    temporal.hand(temporal.fire("fired", temporal.now()));

    OffboardingResult result = temporal.result(temporal.offboarding(2), OffboardingResult.class);

    assertThat(result.staffApi()).isEqualTo("revoked");
    assertThat(temporal.staffApi.byCode(TestTemporal.JANE)).isPresent();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  private static boolean isDone(RunStatus run, String step) {
    return run.steps().stream()
        .anyMatch(s -> s.name().equals(step) && s.state().equals(StepStatus.DONE));
  }

  @Test
  void offboardingThatSomebodyCancelledGoesToItsEndAndIsRepeatedForItsResult() {
    temporal.hired();
    temporal.journal.during(
        "backoffice.disableEmployee", () -> temporal.workflow(temporal.offboarding(2)).cancel());
    temporal.hand(temporal.fire("fired", temporal.now()));

    temporal.untilForgotten();

    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.person().lastProcess()).contains(temporal.offboarding(3));
    assertThat(temporal.person().lastOutcome()).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource({
    "OnboardingWorkflow, INPUT_REFUSED",
    "OffboardingWorkflow, INPUT_REFUSED",
    "PersonWorkflow, INPUT_REFUSED",
    "PinHandoverWorkflow, INPUT_REFUSED",
    "AvailabilityWorkflow, INPUT_REFUSED",
    "WebUsersWorkflow, INPUT_REFUSED"
  })
  void runStartedByHandWithoutInputIsRefusedAndEnds(String type, String failure) {
    assertThat(failureByHand(type)).isEqualTo(failure);
  }

  @Test
  void hireStartedByHandHasNoConsent() {
    assertThat(
            failureByHand(
                "OnboardingWorkflow",
                Map.of("employeeNumber", "hr-10442", "hire", temporal.hireToday("e1").hire())))
        .isEqualTo(FailureTypes.NO_CONSENT);
    assertThat(temporal.journal.calls()).isEmpty();
  }

  @Test
  void personRunUnderAnotherIdIsRefused() {
    assertThat(failureByHand("PersonWorkflow", Map.of("employeeNumber", "hr-2")))
        .isEqualTo(FailureTypes.INPUT_REFUSED);
  }

  private String failureByHand(String type, Object... input) {
    WorkflowStub byHand =
        temporal
            .client()
            .newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.DEFAULT)
                    .setWorkflowId("by-hand")
                    .build());
    assertThat(byHand.start(input)).isNotNull();
    try {
      byHand.getResult(20, TimeUnit.SECONDS, Object.class);
    } catch (WorkflowFailedException failed) {
      return ((ApplicationFailure) failed.getCause()).getType();
    } catch (TimeoutException never) {
      throw new AssertionError(type + " never ended", never);
    }
    throw new AssertionError(type + " ran");
  }

  private HireEvent rehire(String eventId, int posUserId) {
    Hire jane = temporal.hireToday("unused").hire();
    return new HireEvent(
        eventId,
        temporal.now().plusMillis(1),
        TestTemporal.JANE,
        new Hire(
            jane.firstName(),
            jane.lastName(),
            jane.phone(),
            jane.email(),
            PosUserId.of(posUserId),
            jane.wageRate(),
            jane.startDate(),
            jane.sites(),
            jane.permissionTemplate(),
            jane.departments(),
            jane.pin()));
  }

  private TerminationEvent terminate(String eventId, Optional<Integer> posUserId) {
    EmployeeNumber jane = TestTemporal.JANE;
    return new TerminationEvent(
        eventId,
        temporal.now(),
        jane,
        new Termination(posUserId.map(PosUserId::of), Optional.empty(), Optional.empty(), true));
  }

  private ProcessPolicy remembered() {
    var policy = temporal.planning.policy;
    return new ProcessPolicy(
        policy.approvers(),
        policy.operators(),
        policy.offboardingNeedsApproval(),
        policy.approvalExpiresAfter(),
        policy.lookAgainAfter(),
        policy.pinReadableFor(),
        policy.pinReadableAgainFor(),
        Duration.ofDays(365));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }
}

package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.RestoringParent;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.pin.PinHandoverStatus;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.staffapi.StaffAccess;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of somebody whose access an offboarding took; the parent stands in for the person's run. */
class RestorationWorkflowTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String id =
      WorkflowIds.restoration("undo", TestTemporal.JANE, RestoringParent.ORDINAL);
  private Employee employeeBefore;
  private Member memberBefore;
  private AccessSnapshot before;

  @BeforeEach
  void fire() {
    temporal.hired();
    employeeBefore = employee();
    memberBefore = member();
    before =
        new AccessSnapshot(
            Optional.of(temporal.records.snapshot(employeeBefore)),
            Optional.of(
                new StaffAccess(
                    memberBefore.id(), false, memberBefore.permissions(), memberBefore.siteIds())));
    temporal.hand(temporal.fire("fired", temporal.now()));
    temporal.untilForgotten();
    assertThat(temporal.backoffice.active()).as(temporal.person().toString()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  private Employee employee() {
    return temporal.backoffice.at(TestTemporal.JANES_POS_USER_ID).orElseThrow();
  }

  private Member member() {
    return temporal.staffApi.byCode(TestTemporal.JANE).orElseThrow();
  }

  private void restore(String kind, AccessSnapshot snapshot, Optional<LocalDate> on) {
    RestoringParent parent =
        temporal
            .client()
            .newWorkflowStub(
                RestoringParent.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.DEFAULT)
                    .setWorkflowId(WorkflowIds.person(TestTemporal.JANE))
                    .build());
    var started =
        WorkflowClient.start(
            parent::restore,
            new RestorationInput(
                TestTemporal.JANE,
                Optional.of(TestTemporal.JANES_POS_USER_ID),
                Optional.of(employeeBefore.id()),
                Optional.of(memberBefore.id()),
                kind,
                snapshot,
                on,
                "the wrong person"));
    assertThat(started.getRunId()).isNotEmpty();
  }

  private void undo() {
    restore(RestorationInput.UNDO, before, Optional.empty());
  }

  private static Employee withoutPin(Employee employee) {
    return new Employee(employee.id(), employee.plan(), null, employee.access(), employee.active());
  }

  private void assertEverythingIsAsBefore() {
    assertThat(withoutPin(employee())).isEqualTo(withoutPin(employeeBefore));
    assertThat(member()).isEqualTo(memberBefore);
  }

  private void assertNobodyHasAccess() {
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void exactlyTheSnapshotComesBackWithAnotherPinThatIsHandedOver() {
    undo();
    OpenRequest request = temporal.untilAsked(id);
    assertThat(request.question()).contains("Jane Doe", "the wrong person");
    assertThat(request.detail())
        .contains(
            "Backoffice: make Jane Doe, POS user ID 12345, active again, with another PIN",
            "Backoffice sites: Wash 37135",
            "Staff API sites: Wash 37135 (921)",
            "Access opens: at once");
    assertNobodyHasAccess();
    temporal.approve(id);

    RestorationResult result = temporal.result(id, RestorationResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.differences()).isEmpty();
    assertEverythingIsAsBefore();
    assertThat(employee().pin()).isNotEqualTo(employeeBefore.pin());
    assertThat(
            temporal
                .workflow(temporal.handover())
                .query("status", PinHandoverStatus.class)
                .toString())
        .isNotEmpty();
    List<String> writes = temporal.journal.writes();
    assertThat(writes.subList(writes.size() - 3, writes.size()))
        .containsExactly(
            "records.setPermissions", "records.reactivateEmployee", "staffApi.restoreStaffMember");
  }

  @Test
  void rejectedUndoGivesNothing() {
    undo();
    temporal.decide(id, temporal.untilAsked(id).id(), "reject");

    assertThat(temporal.result(id, RestorationResult.class).outcome()).isEqualTo("rejected");
    assertNobodyHasAccess();
  }

  @Test
  void handEditsSinceAreSetBackAndSaid() {
    Employee was = employee();
    var target = was.plan().target();
    temporal.backoffice.employees.put(
        was.id(),
        new Employee(
            was.id(),
            new BackofficePlan(
                was.plan().posUserId(),
                was.plan().firstName(),
                was.plan().lastName(),
                Optional.of("6155550000"),
                was.plan().email(),
                was.plan().startDate(),
                was.plan().wageRate(),
                was.plan().overtimeRate(),
                new BackofficeTarget(
                    new SiteGrant(false, List.of(new SiteRef(102, "Harbor"))),
                    target.wageSite(),
                    target.departments(),
                    new TemplateRef(5, "Shift Lead", List.of(22, 40), List.of(40)))),
            was.pin(),
            "Shift Lead",
            false));
    undo();
    assertThat(temporal.untilAsked(id).detail())
        .contains(
            "Changed since the access was taken, and set back: phone: another one",
            "Changed since the access was taken, and set back: sites: Harbor instead of Wash"
                + " 37135");
    temporal.approve(id);

    RestorationResult result = temporal.result(id, RestorationResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.warnings()).hasSize(3);
    assertEverythingIsAsBefore();
  }

  @Test
  void recordThatIsActiveAgainParksBeforeAnythingIsAsked() {
    Employee was = employee();
    temporal.backoffice.employees.put(
        was.id(), new Employee(was.id(), was.plan(), was.pin(), was.access(), true));
    undo();

    assertThat(temporal.untilParked(id).problems())
        .extracting("code")
        .containsExactly("RECORD_ACTIVE");
    temporal.answer(id, "withdraw");
    assertThat(temporal.result(id, RestorationResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(temporal.journal.count("records.reactivateEmployee")).isZero();
  }

  @Test
  void deletedStaffMemberParksUntilAHumanMadeANewOne() {
    Member gone = temporal.staffApi.members.remove(member().id());
    undo();
    assertThat(temporal.untilParked(id).problems())
        .extracting("code")
        .containsExactly("STAFF_MEMBER_NOT_FOUND");

    temporal.staffApi.members.put(9500L, new Member(9500, gone.code(), gone.email(), false));
    temporal.answer(id, "retry");
    String approval =
        temporal
            .until(
                id,
                status ->
                    status.awaiting().stream()
                        .anyMatch(request -> request.kind().equals(OpenRequest.APPROVAL)))
            .awaiting()
            .get(0)
            .id();
    temporal.decide(id, approval, "approve");

    RestorationResult result = temporal.result(id, RestorationResult.class);
    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.staffId()).contains(9500L);
    assertThat(member().siteIds()).containsExactly(921L);
    assertThat(member().permissions()).isEqualTo(memberBefore.permissions());
  }

  @Test
  void announcedReturnWaitsForItsDay() {
    LocalDate day = LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC).plusDays(3);
    restore(RestorationInput.RETURN, before, Optional.of(day));
    String back = WorkflowIds.restoration("return", TestTemporal.JANE, RestoringParent.ORDINAL);
    temporal.approve(back);
    temporal.until(back, status -> status.stage().equals("waiting-for-date"));
    assertNobodyHasAccess();

    assertThat(temporal.result(back, RestorationResult.class).outcome()).isEqualTo("done");

    assertThat(temporal.now()).isAfterOrEqualTo(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertEverythingIsAsBefore();
  }

  @ParameterizedTest
  @ValueSource(strings = {"setPermissions", "reactivateEmployee", "restoreStaffMember"})
  void stepThatIsRefusedTakesEverythingAgain(String step) {
    boolean staff = step.equals("restoreStaffMember");
    (staff ? temporal.staffApi.failures : temporal.records.failures)
        .finalBefore(
            step, staff ? FailureTypes.STAFF_API_REFUSED : FailureTypes.BACKOFFICE_REFUSED);
    undo();
    temporal.approve(id);

    RestorationResult result = temporal.result(id, RestorationResult.class);

    assertThat(result.outcome()).isEqualTo("rejected");
    assertThat(result.reason()).contains("said the server");
    assertNobodyHasAccess();
  }

  @ParameterizedTest
  @CsvSource({
    "records.reactivateEmployee, withdraw",
    "staffApi.restoreStaffMember, withdraw",
    "records.reactivateEmployee, cancel",
    "staffApi.restoreStaffMember, cancel"
  })
  void withdrawalAndCancellationTakeEverythingAgain(String call, String how) {
    temporal.journal.during(
        call,
        () -> {
          if (how.equals("cancel")) {
            temporal.workflow(id).cancel();
          } else {
            temporal.withdraw(id);
          }
          temporal.untilActivityIsAskedToStop(id);
        });
    undo();
    temporal.approve(id);

    if (how.equals("cancel")) {
      assertThat(temporal.failure(id).getCause()).isInstanceOf(CanceledFailure.class);
    } else {
      assertThat(temporal.result(id, RestorationResult.class).outcome()).isEqualTo("withdrawn");
    }
    assertNobodyHasAccess();
  }

  @ParameterizedTest
  @ValueSource(strings = {"setPermissions", "reactivateEmployee", "restoreStaffMember"})
  void answerThatWasLostIsNoSecondWrite(String step) {
    (step.equals("restoreStaffMember") ? temporal.staffApi.failures : temporal.records.failures)
        .passingAfter(step, FailureTypes.UNCONFIRMED_WRITE);
    undo();
    temporal.approve(id);

    assertThat(temporal.result(id, RestorationResult.class).outcome()).isEqualTo("done");
    assertEverythingIsAsBefore();
  }

  @Test
  void proofThatFailsParksBeforeThePinIsHandedOver() {
    temporal.journal.during(
        "staffApi.restoreStaffMember",
        () ->
            temporal.backoffice.employees.computeIfPresent(
                employeeBefore.id(),
                (number, was) ->
                    new Employee(was.id(), was.plan(), was.pin(), "None", was.active())));
    undo();
    temporal.approve(id);

    RunStatus parked = temporal.untilParked(id);
    assertThat(parked.awaiting().get(0).detail()).anyMatch(line -> line.startsWith("permissions:"));
    temporal.answer(id, "withdraw");

    RestorationResult result = temporal.result(id, RestorationResult.class);
    assertThat(result.outcome()).isEqualTo("withdrawn");
    assertThat(result.differences()).isNotEmpty();
    assertNobodyHasAccess();
  }

  @Test
  void systemThatLetNobodyInIsLeftAlone() {
    restore(
        RestorationInput.UNDO,
        new AccessSnapshot(before.employee(), Optional.empty()),
        Optional.empty());
    temporal.approve(id);

    assertThat(temporal.result(id, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void snapshotThatLetNobodyInIsRefused() {
    restore(RestorationInput.UNDO, new AccessSnapshot(null, null), Optional.empty());

    WorkflowFailedException failure = temporal.failure(id);

    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> assertThat(cause.getType()).isEqualTo(FailureTypes.INPUT_REFUSED));
  }

  @Test
  void runThatNoPersonStartedMayNotWrite() {
    WorkflowStub alone =
        temporal
            .client()
            .newUntypedWorkflowStub(
                "RestorationWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.DEFAULT)
                    .setWorkflowId("by-hand")
                    .build());
    var started =
        alone.start(
            new RestorationInput(
                TestTemporal.JANE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "undo",
                before,
                Optional.empty(),
                ""));
    assertThat(started.getRunId()).isNotEmpty();

    assertThat(temporal.failure("by-hand").getCause())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> assertThat(cause.getType()).isEqualTo(FailureTypes.NO_CONSENT));
    assertNobodyHasAccess();
  }
}

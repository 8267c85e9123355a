package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.fake.RememberingRecords;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.failure.CanceledFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferWorkflowTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String id = WorkflowIds.transfer(TestTemporal.JANE, 2);

  @BeforeEach
  void hire() {
    temporal.hired();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  private static Transfer to(String... sites) {
    return new Transfer(
        Optional.of(SiteChoice.of(List.of(sites))), List.of(), null, null, null, null);
  }

  /** Everything at once. */
  private static Transfer promotion() {
    return new Transfer(
        Optional.of(SiteChoice.of(List.of("Harbor", "Uptown"))),
        List.of("Detailer"),
        Optional.of(RememberingRecords.SHIFT_LEAD),
        Optional.of(new BigDecimal("18.25")),
        Optional.empty(),
        Optional.empty());
  }

  private void hand(Transfer transfer) {
    hand("transferred", transfer);
  }

  private void hand(String event, Transfer transfer) {
    temporal.hand(new TransferEvent(event, temporal.now(), TestTemporal.JANE, transfer));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }

  private Employee employee() {
    return temporal.backoffice.at(TestTemporal.JANES_POS_USER_ID).orElseThrow();
  }

  private List<Integer> sites() {
    return employee().plan().target().sites().sites().stream().map(SiteRef::id).toList();
  }

  private Member member() {
    return temporal.staffApi.byCode(TestTemporal.JANE).orElseThrow();
  }

  private List<String> writes() {
    return temporal.journal.writes().stream()
        .filter(call -> call.startsWith("records.") || call.startsWith("staffRecords."))
        .toList();
  }

  @Test
  void everythingChangesInBothSystemsAndTheWageComesLast() {
    hand(promotion());
    OpenRequest request = temporal.untilAsked(id);
    assertThat(request.detail())
        .contains(
            "Backoffice sites: Harbor, Uptown (now Wash 37135)",
            "Backoffice departments: Detailer (now Greeter)",
            "Backoffice permissions: Shift Lead (2 granted, 1 with approval; now General User)",
            "Staff API sites: Harbor (922), Uptown (923) (now Wash 37135 (921))",
            "Staff API permissions: CashIn, FinishSale, PosPermission (now FinishSale,"
                + " PosPermission)",
            "Wage: 18.25 USD an hour (now 15.50); a wage row cannot be taken back");
    assertThat(writes()).isEmpty();
    temporal.approve(id);

    TransferResult result = temporal.result(id, TransferResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(sites()).containsExactly(102, 103);
    assertThat(employee().access()).isEqualTo("Shift Lead");
    assertThat(employee().plan().target().departments())
        .extracting("name")
        .containsExactly("Detailer");
    assertThat(member().siteIds()).containsExactly(922L, 923L);
    assertThat(member().permissions()).containsExactly("CashIn", "FinishSale", "PosPermission");
    assertThat(temporal.records.wages.get(employee().id())).hasSize(1);
    assertThat(writes())
        .containsExactly(
            "records.changeEmployee",
            "records.setPermissions",
            "staffRecords.changeStaffMember",
            "records.recordWage");
    assertThat(result.before().orElseThrow().employee().orElseThrow().sites().orElseThrow().sites())
        .extracting("id")
        .containsExactly(101);
    assertThat(result.before().get().staff().orElseThrow().siteIds()).containsExactly(921L);
  }

  @Test
  void eventThatWaitsBehindAnotherOneIsNamedItsOwnProcessOnceThatBegins() {
    hand(promotion());
    temporal.untilAsked(id);
    hand("again", promotion());
    temporal.untilPerson(person -> processOf(person, "transferred").equals(Optional.of(id)));
    assertThat(processOf(temporal.untilPerson(person -> person.waiting() == 1), "again")).isEmpty();

    temporal.approve(id);

    String second = WorkflowIds.transfer(TestTemporal.JANE, 3);
    assertThat(temporal.result(second, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(processOf(temporal.untilPerson(person -> person.waiting() == 0), "again"))
        .contains(second);
  }

  private static Optional<String> processOf(PersonStatus person, String event) {
    return person.events().stream()
        .filter(record -> record.eventId().equals(event))
        .findFirst()
        .flatMap(EventRecord::process);
  }

  @Test
  void nothingDifferentIsDoneWithoutAnApproval() {
    hand(to("Wash 37135"));

    TransferResult result = temporal.result(id, TransferResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.before()).isEmpty();
    assertThat(writes()).isEmpty();
    assertThat(temporal.status(id).decisions()).isEmpty();
  }

  @Test
  void everyProblemOfBothSystemsIsShownAtOnce() {
    temporal.backoffice.employees.computeIfPresent(
        employee().id(),
        (number, was) -> new Employee(was.id(), was.plan(), was.pin(), was.access(), false));
    hand(
        new Transfer(
            Optional.of(SiteChoice.of(List.of("Nowhere"))),
            List.of("Nobody"),
            Optional.of("Nothing"),
            null,
            null,
            null));

    RunStatus parked = temporal.untilParked(id);

    assertThat(parked.problems())
        .extracting("code")
        .containsExactly(
            "RECORD_INACTIVE",
            "UNKNOWN_SITE",
            "UNKNOWN_DEPARTMENT",
            "UNKNOWN_TEMPLATE",
            "UNMAPPED_SITE");
    temporal.answer(id, "withdraw");
    assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("withdrawn");
  }

  @Test
  void rejectedTransferWritesNothing() {
    hand(to("Harbor"));
    temporal.decide(id, temporal.untilAsked(id).id(), "reject");

    TransferResult result = temporal.result(id, TransferResult.class);

    assertThat(result.outcome()).isEqualTo("rejected");
    assertThat(result.reason()).contains("maria");
    assertThat(result.before()).isEmpty();
    assertThat(writes()).isEmpty();
  }

  @Test
  void approvalDoesNotCountForOtherAccess() {
    hand(
        new Transfer(
            null, List.of(), Optional.of(RememberingRecords.SHIFT_LEAD), null, null, null));
    String first = temporal.untilAsked(id).id();
    temporal.records.leadGrants = List.of(22, 40, 41);
    temporal.decide(id, first, "approve");

    RunStatus again =
        temporal.until(
            id,
            status -> status.awaiting().stream().anyMatch(request -> !request.id().equals(first)));

    assertThat(again.awaiting().get(0).detail().get(0)).contains("3 granted");
    assertThat(writes()).isEmpty();
    temporal.approve(id);
    assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(employee().plan().target().template().grants()).containsExactly(22, 40, 41);
  }

  @Test
  void datedTransferWaitsOnTheAgendaAndAPhoneChangeGoesThrough() {
    LocalDate day = today().plusDays(21);
    hand(
        new Transfer(
            Optional.of(SiteChoice.of(List.of("Harbor"))),
            List.of(),
            null,
            null,
            Optional.of(day),
            null));
    temporal.untilPerson(p -> p.planned().size() == 1);
    temporal.hand(
        new ChangeEvent(
            "phone",
            temporal.now(),
            TestTemporal.JANE,
            new PersonChange(null, null, Optional.of("6155550000"), null, null, null, null, null)));
    assertThat(
            temporal.result(WorkflowIds.change(TestTemporal.JANE, 2), ChangeResult.class).outcome())
        .isEqualTo("done");
    assertThat(sites()).containsExactly(101);

    temporal.skip(Duration.ofDays(22));
    String transfer = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.approve(transfer);

    assertThat(temporal.result(transfer, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(sites()).containsExactly(102);
  }

  @Test
  void approvalGivenAheadIsCarriedOutOnTheDay() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(3));
    LocalDate day = today().plusDays(2);
    hand(
        new Transfer(
            Optional.of(SiteChoice.of(List.of("Harbor"))),
            List.of(),
            null,
            null,
            Optional.of(day),
            null));
    temporal.approve(id);
    temporal.until(id, status -> status.stage().equals("waiting-for-date"));
    assertThat(writes()).isEmpty();

    assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(temporal.now()).isAfterOrEqualTo(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(sites()).containsExactly(102);
  }

  @Test
  void transferThatIsCalledOffNeverBegins() {
    hand(
        new Transfer(
            Optional.of(SiteChoice.of(List.of("Harbor"))),
            List.of(),
            null,
            null,
            Optional.of(today().plusDays(10)),
            null));
    temporal.untilPerson(p -> p.planned().size() == 1);
    temporal
        .workflow(WorkflowIds.person(TestTemporal.JANE))
        .update(
            "call off",
            Map.class,
            Map.of("id", "transferred", "by", "maria", "reason", "no longer wanted"));

    temporal.skip(Duration.ofDays(12));

    PersonStatus person = temporal.person();
    assertThat(person.planned()).isEmpty();
    assertThat(person.lastProcess()).contains(temporal.onboarding(1));
    assertThat(sites()).containsExactly(101);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changeEmployee", "setPermissions", "changeStaffMember", "recordWage"})
  void stepThatIsRefusedLeavesExactlyWhatWasThere(String step) {
    Employee before = employee();
    Member memberBefore = member();
    boolean staff = step.equals("changeStaffMember");
    (staff ? temporal.staffRecords.failures : temporal.records.failures)
        .finalBefore(
            step, staff ? FailureTypes.STAFF_API_REFUSED : FailureTypes.BACKOFFICE_REFUSED);
    hand(promotion());
    temporal.approve(id);

    TransferResult result = temporal.result(id, TransferResult.class);

    assertThat(result.outcome()).isEqualTo("rejected");
    assertThat(result.reason()).contains("REFUSED: said the server");
    assertThat(employee()).isEqualTo(before);
    assertThat(member()).isEqualTo(memberBefore);
    assertThat(temporal.records.wages).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "changeEmployee, withdraw",
    "setPermissions, withdraw",
    "changeStaffMember, withdraw",
    "changeEmployee, cancel",
    "setPermissions, cancel",
    "changeStaffMember, cancel"
  })
  void withdrawalAndCancellationAtEveryStepLeaveExactlyWhatWasThere(String step, String how) {
    Employee before = employee();
    Member memberBefore = member();
    temporal.journal.during(
        (step.equals("changeStaffMember") ? "staffRecords." : "records.") + step,
        () -> {
          if (how.equals("cancel")) {
            temporal.workflow(id).cancel();
          } else {
            temporal.withdraw(id);
          }
          temporal.untilActivityIsAskedToStop(id);
        });
    hand(promotion());
    temporal.approve(id);

    if (how.equals("cancel")) {
      assertThat(temporal.failure(id).getCause()).isInstanceOf(CanceledFailure.class);
    } else {
      assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("withdrawn");
    }
    assertThat(employee()).isEqualTo(before);
    assertThat(member()).isEqualTo(memberBefore);
    assertThat(temporal.records.wages).isEmpty();
  }

  @Test
  void wageThatWasRecordedAsItWasWithdrawnStandsAndIsSaid() {
    Employee before = employee();
    temporal.journal.during(
        "records.recordWage",
        () -> {
          temporal.withdraw(id);
          temporal.untilActivityIsAskedToStop(id);
        });
    hand(promotion());
    temporal.approve(id);

    TransferResult result = temporal.result(id, TransferResult.class);

    assertThat(result.outcome()).isEqualTo("withdrawn");
    assertThat(result.warnings()).anyMatch(text -> text.contains("cannot be taken back"));
    assertThat(employee()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changeEmployee", "setPermissions", "changeStaffMember", "recordWage"})
  void answerThatWasLostIsNoSecondWrite(String step) {
    (step.equals("changeStaffMember") ? temporal.staffRecords.failures : temporal.records.failures)
        .passingAfter(step, FailureTypes.UNCONFIRMED_WRITE);
    hand(promotion());
    temporal.approve(id);

    assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(temporal.records.wages.get(employee().id())).hasSize(1);
    assertThat(sites()).containsExactly(102, 103);
  }

  @Test
  void parkedStepIsRetried() {
    temporal.records.failures.finalBefore("setPermissions", FailureTypes.PAGE_CHANGED);
    hand(promotion());
    temporal.approve(id);
    temporal.answer(id, "retry");

    assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource({
    "new-before-old, 'records.changeEmployee,staffRecords.changeStaffMember,records.setPermissions'",
    "old-before-new, 'records.setPermissions,records.changeEmployee,staffRecords.changeStaffMember'"
  })
  void policySaysWhetherTheNewOrTheOldComesFirst(String order, String expected) {
    hand(
        new Transfer(
            null, List.of(), Optional.of(RememberingRecords.SHIFT_LEAD), null, null, null));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);
    temporal.untilPerson(p -> p.currentProcess().isEmpty());
    int before = writes().size();
    temporal.alterations.order = order;

    // More sites, less permissions at the point of sale; in the staff API more of one, less of
    // both.
    hand(
        "second",
        new Transfer(
            Optional.of(SiteChoice.of(List.of("Wash 37135", "Harbor"))),
            List.of(),
            Optional.of("General User"),
            null,
            null,
            null));
    String second = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.approve(second);
    temporal.result(second, TransferResult.class);

    assertThat(String.join(",", writes().subList(before, writes().size()))).isEqualTo(expected);
    assertThat(order).isIn(AlterationPlan.NEW_BEFORE_OLD, AlterationPlan.OLD_BEFORE_NEW);
  }

  private Transfer loan(LocalDate until) {
    return new Transfer(
        Optional.of(SiteChoice.of(List.of("Harbor"))),
        List.of("Detailer"),
        Optional.of(RememberingRecords.SHIFT_LEAD),
        null,
        null,
        Optional.of(until));
  }

  @Test
  void loanRevertsByItself() {
    Employee before = employee();
    Member memberBefore = member();
    hand(loan(today().plusDays(14)));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);
    assertThat(sites()).containsExactly(102);

    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
    temporal.skip(Duration.ofDays(16));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    TransferResult result = temporal.result(end, TransferResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(temporal.status(end).decisions()).isEmpty();
    assertThat(employee()).isEqualTo(before);
    assertThat(member()).isEqualTo(memberBefore);
    assertThat(temporal.untilPerson(p -> p.currentProcess().isEmpty()).planned()).isEmpty();
  }

  @Test
  void endOfALoanGoesOnAfterAFailureAndUndoesNothing() {
    Employee before = employee();
    hand(loan(today().plusDays(14)));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);
    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
    temporal.records.failures.finalBefore("setPermissions", FailureTypes.BACKOFFICE_REFUSED);

    temporal.skip(Duration.ofDays(16));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.answer(end, "retry");

    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(employee()).isEqualTo(before);
  }

  @Test
  void handEditDuringALoanIsShownAndSetBackOnceAHumanSaysSo() {
    hand(loan(today().plusDays(14)));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);
    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
    temporal.staffApi.members.computeIfPresent(
        member().id(),
        (number, was) ->
            new Member(
                was.id(),
                was.code(),
                was.email(),
                true,
                was.firstName(),
                was.lastName(),
                was.phone(),
                was.permissions(),
                List.of(922L, 923L)));

    temporal.skip(Duration.ofDays(16));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    assertThat(temporal.untilParked(end).awaiting().get(0).detail())
        .containsExactly(
            "Staff API sites: found Harbor (922), Uptown (923); the loan gave Harbor (922)",
            "approve: needs 1 of managers (the default)");
    temporal.answer(end, "approve");

    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(member().siteIds()).containsExactly(921L);
    assertThat(sites()).containsExactly(101);
  }

  /** The end of a loan, parked at its first write. */
  private String parkedEndOfALoan() {
    hand(loan(today().plusDays(14)));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);
    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
    temporal.records.failures.finalBefore("setPermissions", FailureTypes.PAGE_CHANGED);
    temporal.skip(Duration.ofDays(16));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.untilParked(end);
    return end;
  }

  @Test
  void endOfALoanIsNotWithdrawnAndTheReasonIsListedWithTheRemedy() {
    Employee before = employee();
    String end = parkedEndOfALoan();
    assertThat(temporal.status(end).awaiting().get(0).choices()).containsExactly("retry");

    temporal.withdraw(end);
    temporal.decide(end, temporal.status(end).awaiting().get(0).id(), "withdraw");

    assertThat(temporal.until(end, status -> status.decisions().size() == 2).decisions())
        .allMatch(decision -> !decision.accepted())
        .extracting(decision -> decision.reason())
        .containsExactlyInAnyOrder(
            "the end of a loan is not withdrawn: what was lent was approved until then only. To"
                + " keep it, hand in a transfer, which is approved: ./lanyard transfer",
            "this request takes retry");
    temporal.answer(end, "retry");
    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(employee()).isEqualTo(before);
  }

  @Test
  void endOfALoanThatIsCancelledGoesToItsEndAndIsLookedAtOnceMore() {
    Employee before = employee();
    Member memberBefore = member();
    String end = parkedEndOfALoan();

    temporal.workflow(end).cancel();
    temporal.answer(end, "retry");

    assertThat(temporal.failure(end).getCause()).isInstanceOf(CanceledFailure.class);
    assertThat(employee()).isEqualTo(before);
    assertThat(member()).isEqualTo(memberBefore);
    int written = writes().size();
    assertThat(
            temporal
                .result(WorkflowIds.transfer(TestTemporal.JANE, 4), TransferResult.class)
                .outcome())
        .isEqualTo("done");
    assertThat(writes()).hasSize(written);
    assertThat(temporal.untilPerson(p -> p.currentProcess().isEmpty()).planned()).isEmpty();
  }

  @Test
  void terminationEndsTheEndOfALoanAndAnUndoBringsItBack() {
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    String end = parkedEndOfALoan();

    temporal.hand(temporal.fire("fired", temporal.now()));

    assertThat(temporal.result(temporal.offboarding(4), OffboardingResult.class).outcome())
        .isEqualTo("done");
    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(temporal.backoffice.active()).isZero();
    temporal.untilPerson(p -> p.currentProcess().isEmpty());

    temporal.hand(new UndoEvent("undone", temporal.now(), TestTemporal.JANE, "by mistake"));
    temporal.approve(WorkflowIds.restoration("undo", TestTemporal.JANE, 5));
    String again = WorkflowIds.transfer(TestTemporal.JANE, 6);
    assertThat(temporal.result(again, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(sites()).containsExactly(101);
  }

  @Test
  void whoAsksForATransferIsKnownToThePolicy() {
    temporal.hand(
        new TransferEvent(
            "transferred", temporal.now(), TestTemporal.JANE, to("Harbor"), Optional.of("maria")));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);

    assertThat(temporal.approvals.assessed)
        .filteredOn(request -> request.kind().equals(AccessRequest.TRANSFER))
        .isNotEmpty()
        .allMatch(request -> request.requester().equals(Optional.of("maria")));
  }

  @Test
  void terminationEndsALoanForGood() {
    hand(loan(today().plusDays(14)));
    temporal.approve(id);
    temporal.result(id, TransferResult.class);
    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
    temporal.hand(temporal.fire("fired", temporal.now()));

    assertThat(temporal.result(temporal.offboarding(3), OffboardingResult.class).outcome())
        .isEqualTo("done");

    assertThat(temporal.untilPerson(p -> p.currentProcess().isEmpty()).planned()).isEmpty();
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void terminationOvertakesATransferThatIsBeingWritten() {
    temporal.journal.during(
        "records.setPermissions",
        () -> {
          temporal.hand(temporal.fire("fired", temporal.now()));
          temporal.untilActivityIsAskedToStop(id);
        });
    hand(promotion());
    temporal.approve(id);

    assertThat(temporal.result(temporal.offboarding(3), OffboardingResult.class).outcome())
        .isEqualTo("done");

    assertThat(temporal.result(id, TransferResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(sites()).containsExactly(101);
  }
}

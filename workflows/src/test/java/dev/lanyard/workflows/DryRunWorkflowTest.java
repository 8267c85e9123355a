package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.fake.RememberingRecords;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.DryRunResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would become of an event, of every type but a hire: the plan, and nothing else. */
class DryRunWorkflowTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String trial = WorkflowIds.dryRun(TestTemporal.JANE);
  private List<String> writesBefore = List.of();
  private int noticesBefore;

  @BeforeEach
  void hire() {
    temporal.hired();
    temporal.planning.policy = temporal.planning.policy.withNotices(true);
    settled();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void transferEndsWithItsPlanAndChangesNothing() {
    EventRecord record =
        tried(
            new TransferEvent(
                "t1",
                temporal.now(),
                TestTemporal.JANE,
                new Transfer(
                    Optional.of(SiteChoice.of(List.of("Harbor"))),
                    List.of("Detailer"),
                    Optional.of(RememberingRecords.SHIFT_LEAD),
                    Optional.of(new BigDecimal("18.25")),
                    Optional.empty(),
                    Optional.empty())));

    assertThat(record.disposition()).as(record.reason()).isEqualTo(EventRecord.DRY_RUN);
    assertThat(record.reason()).isEqualTo("no problem");
    RunStatus status = planned();
    assertThat(status.outline().orElseThrow().digest()).isNotBlank();
    assertThat(status.outline().get().lines())
        .anyMatch(line -> line.startsWith("Backoffice sites: ") && line.contains("Harbor"))
        .anyMatch(line -> line.startsWith("Wage: ") && line.contains("18.25"))
        .contains("Counts from: at once", "Approval: needs 1 of managers (the default)");
    assertNothingCameOfIt();
  }

  @Test
  void loanSaysWhenItWouldEndAndNothingIsKeptForThatDay() {
    LocalDate until = today().plusDays(14);
    tried(
        new TransferEvent(
            "t1",
            temporal.now(),
            TestTemporal.JANE,
            new Transfer(
                Optional.of(SiteChoice.of(List.of("Harbor"))),
                List.of(),
                null,
                null,
                Optional.empty(),
                Optional.of(until))));

    assertThat(planned().outline().orElseThrow().lines())
        .contains("Until " + until + "; then everything is as it is now");
    assertNothingCameOfIt();
  }

  @Test
  void sameTransferIsCarriedOutAfterItsDryRun() {
    TransferEvent event = new TransferEvent("t1", temporal.now(), TestTemporal.JANE, toHarbor());
    tried(event);
    temporal.hand(event);
    temporal.approve(WorkflowIds.transfer(TestTemporal.JANE, 2));
    assertThat(
            temporal
                .result(WorkflowIds.transfer(TestTemporal.JANE, 2), DryRunResult.class)
                .outcome())
        .isEqualTo("done");
  }

  @Test
  void transferThatCouldNotBeCarriedOutListsItsProblemsAndParksNowhere() {
    temporal.backoffice.employees.clear();

    EventRecord record =
        tried(new TransferEvent("t1", temporal.now(), TestTemporal.JANE, toHarbor()));

    assertThat(record.reason()).isEqualTo("1 problem");
    assertThat(temporal.result(trial, DryRunResult.class).problems())
        .singleElement()
        .asString()
        .contains("Backoffice shows no record of this person");
    assertThat(planned().outline()).isEmpty();
    assertNothingCameOfIt();
  }

  @Test
  void finalFailureIsTheProblemAndNothingParks() {
    temporal.records.failures.finalBefore("readEmployee", FailureTypes.BOT_NOT_ALLOWED);

    tried(new TransferEvent("t1", temporal.now(), TestTemporal.JANE, toHarbor()));

    assertThat(temporal.result(trial, DryRunResult.class).problems())
        .containsExactly("BOT_NOT_ALLOWED: said the server");
    assertNothingCameOfIt();
  }

  @Test
  void terminationShowsWhatWouldBeClosedWhenAndWhoMustApprove() {
    temporal.webUsers.add(
        new WebUserRow(4711, "jdoe", "Jane", "Doe", "jane.doe@example.com", true));
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    temporal.approvals.rules.put(
        AccessRequest.TERMINATE, ApprovalRule.oneOf("leavers", "managers", Optional.empty()));
    LocalDate last = today().plusDays(20);

    EventRecord record =
        tried(
            new TerminationEvent(
                "e2",
                temporal.now(),
                TestTemporal.JANE,
                new Termination(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(last),
                    false,
                    Optional.empty(),
                    Optional.of(LocalTime.of(17, 0)))));

    assertThat(record.reason()).isEqualTo("no problem");
    assertThat(planned().outline().orElseThrow().lines())
        .containsExactly(
            "Backoffice: make employee 501 inactive (POS user ID 12345)",
            "Backoffice sites that are closed to it: Wash 37135",
            "Backoffice permissions that end: General User (1 granted, 0 with approval)",
            "Staff API: take all access of staff member 9001",
            "Staff API sites that end: [921]",
            "Staff API permissions that end: FinishSale, PosPermission",
            "Web users: close web user 4711 as far as that can be done, and ask a human to disable"
                + " its login",
            "PIN that nobody collected yet: is not handed out any more",
            "Access ends: "
                + last
                + " 17:00 in -08:00 ("
                + last.atTime(17, 0).toInstant(ZoneOffset.ofHours(-8))
                + ")",
            "Afterwards: it can be undone for 30 days",
            "Approval: needs 1 of managers (leavers)");
    assertNothingCameOfIt();
  }

  @Test
  void terminationOfNobodyIsAProblem() {
    temporal.backoffice.employees.clear();
    temporal.staffApi.members.clear();

    tried(temporal.fire("e2", temporal.now()));

    assertThat(temporal.result(trial, OffboardingResult.class).problems())
        .singleElement()
        .asString()
        .startsWith("Nobody was found in either system.");
    assertThat(planned().outline().orElseThrow().lines()).contains("Access ends: at once");
    assertNothingCameOfIt();
  }

  @Test
  void changeEndsWithItsPlan() {
    tried(
        new ChangeEvent(
            "c1",
            temporal.now(),
            TestTemporal.JANE,
            new PersonChange(null, null, Optional.of("6155550000"), null, null, null, null, null)));

    assertThat(planned().outline().orElseThrow().lines())
        .anyMatch(line -> line.contains("6155550000"))
        .contains("Approval: nobody is asked (the default)");
    assertNothingCameOfIt();
  }

  @Test
  void leaveKeepsWebUsersAndItsReturnIsTriedOutWhileItLasts() {
    temporal.webUsers.add(
        new WebUserRow(4711, "jdoe", "Jane", "Doe", "jane.doe@example.com", true));
    LeaveEvent leave =
        new LeaveEvent(
            "l1", temporal.now(), TestTemporal.JANE, new Leave(Optional.empty(), Optional.empty()));
    tried(leave);
    assertThat(planned().outline().orElseThrow().lines())
        .contains(
            "Web users: web user 4711 keeps its login during the leave",
            "Afterwards: a return gives back exactly this");
    assertNothingCameOfIt();

    temporal.hand(leave);
    temporal.result(WorkflowIds.leave(TestTemporal.JANE, 2), OffboardingResult.class);
    temporal.untilPerson(person -> person.onLeave() && person.currentProcess().isEmpty());
    settled();
    tried(new ReturnEvent("r1", temporal.now(), TestTemporal.JANE, Optional.empty()));
    assertThat(planned().outline().orElseThrow().lines())
        .contains("Backoffice sites: Wash 37135", "Approval: needs 1 of managers (the default)");
    assertThat(temporal.backoffice.active()).isZero();
    assertNothingCameOfIt();
  }

  @Test
  void undoIsTriedOutWhileTheGracePeriodLasts() {
    temporal.planning.policy = temporal.planning.policy.withGracePeriod(Duration.ofDays(30));
    temporal.hand(temporal.fire("e2", temporal.now()));
    temporal.result(temporal.offboarding(2), OffboardingResult.class);
    temporal.untilPerson(person -> !person.employed() && person.currentProcess().isEmpty());
    settled();

    tried(new UndoEvent("u1", temporal.now(), TestTemporal.JANE, "the wrong person"));
    assertThat(planned().outline().orElseThrow().lines())
        .anyMatch(line -> line.startsWith("Backoffice: make Jane Doe"));
    assertNothingCameOfIt();
  }

  @Test
  void undoOfNothingIsRefusedWithTheReason() {
    temporal.hand(temporal.fire("e2", temporal.now()));
    temporal.untilForgotten();

    temporal.hand(
        new DryRunEvent(
            new UndoEvent("u1", temporal.now(), TestTemporal.JANE, "the wrong person")));

    EventRecord record =
        temporal.untilPerson(person -> person.events().size() == 1).events().get(0);
    assertThat(record.disposition()).isEqualTo(EventRecord.REFUSED);
    assertThat(record.reason()).contains("hire again");
  }

  @Test
  void whileAnotherProcessIsUnderWayThereIsNoPlan() {
    temporal.hand(new TransferEvent("t1", temporal.now(), TestTemporal.JANE, toHarbor()));
    temporal.untilAsked(WorkflowIds.transfer(TestTemporal.JANE, 2));

    EventRecord record = tried(temporal.fire("e2", temporal.now()));

    assertThat(record.disposition()).isEqualTo(EventRecord.REFUSED);
    assertThat(record.reason()).contains("another process of this person is under way");
    temporal.approve(WorkflowIds.transfer(TestTemporal.JANE, 2));
    temporal.result(WorkflowIds.transfer(TestTemporal.JANE, 2), DryRunResult.class);
  }

  @Test
  void terminationThatIsMeantStopsADryRun() {
    temporal.journal.during(
        "webUsers.find",
        () -> {
          temporal.hand(temporal.fire("meant", temporal.now()));
          temporal.untilActivityIsAskedToStop(trial);
        });
    temporal.hand(new DryRunEvent(temporal.fire("e2", temporal.now())));

    assertThat(temporal.result(temporal.offboarding(2), OffboardingResult.class).outcome())
        .isEqualTo("done");
    assertThat(temporal.person().events())
        .filteredOn(record -> record.disposition().equals(EventRecord.DRY_RUN))
        .singleElement()
        .satisfies(record -> assertThat(record.reason()).startsWith("stopped"));
    assertThat(temporal.backoffice.active()).isZero();
  }

  private static Transfer toHarbor() {
    return new Transfer(
        Optional.of(SiteChoice.of(List.of("Harbor"))), List.of(), null, null, null, null);
  }

  private EventRecord tried(HrEvent event) {
    int known = temporal.person().events().size();
    temporal.hand(new DryRunEvent(event));
    return temporal.untilPerson(person -> person.events().size() > known).events().get(known);
  }

  private RunStatus planned() {
    RunStatus status = temporal.status(trial);
    assertThat(status.process()).isEqualTo("dry run");
    assertThat(status.stage()).isEqualTo(Stages.PLANNED);
    assertThat(status.awaiting()).isEmpty();
    return status;
  }

  private void settled() {
    writesBefore = List.copyOf(temporal.journal.writes());
    noticesBefore = temporal.mailbox.taken.size();
  }

  private void assertNothingCameOfIt() {
    assertThat(temporal.journal.writes()).isEqualTo(writesBefore);
    assertThat(temporal.result(trial, DryRunResult.class).outcome()).isEqualTo("planned");
    PersonStatus person = temporal.person();
    assertThat(person.currentProcess()).isEmpty();
    assertThat(person.planned()).allMatch(entry -> entry.what().startsWith("end of"));
    assertThat(temporal.journal.count("webUsers.close")).isZero();
    assertThat(temporal.mailbox.taken).hasSize(noticesBefore);
  }

  private LocalDate today() {
    return temporal.now().atZone(ZoneOffset.UTC).toLocalDate();
  }
}

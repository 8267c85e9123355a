package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeWorkflowTest {

  private static final PersonChange MARRIED =
      change(Optional.of("Example"), Optional.of("6155550000"), Optional.of("jane@example.com"));

  private final TestTemporal temporal = new TestTemporal();
  private final String id = WorkflowIds.change(TestTemporal.JANE, 2);

  @BeforeEach
  void hire() {
    temporal.hired();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  private static PersonChange change(
      Optional<String> lastName, Optional<String> phone, Optional<String> email) {
    return new PersonChange(null, lastName, phone, email, null, null, null, null);
  }

  private void hand(PersonChange change) {
    temporal.hand(new ChangeEvent("changed", temporal.now(), TestTemporal.JANE, change));
  }

  private Employee employee() {
    return temporal.backoffice.at(TestTemporal.JANES_POS_USER_ID).orElseThrow();
  }

  private Member member() {
    return temporal.staffApi.byCode(TestTemporal.JANE).orElseThrow();
  }

  @Test
  void nameAndContactChangeInBothSystemsWithoutAnApproval() {
    hand(MARRIED);

    ChangeResult result = temporal.result(id, ChangeResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.backoffice()).isEqualTo("changed");
    assertThat(result.staffApi()).isEqualTo("changed");
    assertThat(employee().plan().lastName()).isEqualTo("Example");
    assertThat(employee().plan().phone()).contains("6155550000");
    assertThat(employee().plan().email()).contains("jane@example.com");
    assertThat(employee().plan().firstName()).isEqualTo("Jane");
    assertThat(employee().active()).isTrue();
    assertThat(member().lastName()).isEqualTo("Example");
    assertThat(member().email()).isEqualTo("jane@example.com");
    assertThat(member().siteIds()).containsExactly(921L);
    assertThat(temporal.status(id).decisions()).isEmpty();
    PersonStatus person = temporal.untilPerson(p -> p.currentProcess().isEmpty());
    assertThat(person.employed()).isTrue();
    assertThat(person.lastOutcome()).isEqualTo("done");
  }

  @Test
  void whatIsSoAlreadyIsNotWrittenAgain() {
    hand(change(Optional.of("Doe"), Optional.of("(615) 555-1234"), Optional.empty()));

    ChangeResult result = temporal.result(id, ChangeResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.backoffice()).isEqualTo("was so already");
    assertThat(result.staffApi()).isEqualTo("was so already");
    assertThat(temporal.journal.calls())
        .doesNotContain("records.changeEmployee", "staffRecords.changeStaffMember");
  }

  @Test
  void startDateConcernsBackofficeAlone() {
    hand(
        new PersonChange(
            null,
            null,
            null,
            null,
            Optional.of(LocalDate.of(2026, 5, 4)),
            Optional.of("Dana Example"),
            Optional.of("6155559999"),
            null));

    ChangeResult result = temporal.result(id, ChangeResult.class);

    assertThat(result.backoffice()).isEqualTo("changed");
    assertThat(result.staffApi()).isEqualTo("was so already");
    assertThat(employee().plan().startDate()).isEqualTo("2026-05-04");
    assertThat(employee().plan().emergencyName()).contains("Dana Example");
    assertThat(temporal.journal.count("staffRecords.changeStaffMember")).isZero();
  }

  @Test
  void refusalOfTheStaffApiPutsBackofficeBackExactlyAndSaysWhy() {
    Employee before = employee();
    Member memberBefore = member();
    temporal.staffRecords.failures.finalBefore("changeStaffMember", FailureTypes.STAFF_API_REFUSED);

    hand(MARRIED);
    ChangeResult result = temporal.result(id, ChangeResult.class);

    assertThat(result.outcome()).isEqualTo("rejected");
    assertThat(result.reason()).isEqualTo("STAFF_API_REFUSED: said the server");
    assertThat(employee()).isEqualTo(before);
    assertThat(member()).isEqualTo(memberBefore);
    assertThat(temporal.status(id).stage()).isEqualTo(Stages.UNDONE);
  }

  @Test
  void takenEmailParksAndWithdrawingLeavesEverythingAsItWas() {
    Employee before = employee();
    temporal.records.failures.finalBefore("changeEmployee", FailureTypes.BACKOFFICE_DUPLICATE);

    hand(MARRIED);
    temporal.answer(id, "withdraw");
    ChangeResult result = temporal.result(id, ChangeResult.class);

    assertThat(result.outcome()).isEqualTo("withdrawn");
    assertThat(result.reason()).isEqualTo("withdrawn by maria");
    assertThat(employee()).isEqualTo(before);
    assertThat(member().lastName()).isEqualTo("Doe");
  }

  @Test
  void parkedStepGoesOnAfterRetry() {
    temporal.staffRecords.failures.finalBefore("changeStaffMember", FailureTypes.STATE_CHANGED);

    hand(MARRIED);
    temporal.answer(id, "retry");

    assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("done");
    assertThat(member().lastName()).isEqualTo("Example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"withdraw", "cancel"})
  void withdrawalAndCancellationInTheSecondSystemUndoTheFirst(String how) {
    Employee before = employee();
    Member memberBefore = member();
    temporal.journal.during(
        "staffRecords.changeStaffMember",
        () -> {
          if (how.equals("cancel")) {
            temporal.workflow(id).cancel();
          } else {
            temporal.withdraw(id);
          }
          temporal.untilActivityIsAskedToStop(id);
        });

    hand(MARRIED);
    if (how.equals("cancel")) {
      assertThat(temporal.failure(id).getCause()).isInstanceOf(CanceledFailure.class);
    } else {
      assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("withdrawn");
    }

    assertThat(employee()).isEqualTo(before);
    assertThat(member()).isEqualTo(memberBefore);
  }

  @ParameterizedTest
  @CsvSource({"changeEmployee, backoffice", "changeStaffMember, staff"})
  void lostAnswerIsNoSecondWrite(String method, String system) {
    (system.equals("staff") ? temporal.staffRecords.failures : temporal.records.failures)
        .passingAfter(method, FailureTypes.UNCONFIRMED_WRITE);

    hand(MARRIED);

    assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("done");
    assertThat(employee().plan().lastName()).isEqualTo("Example");
    assertThat(member().lastName()).isEqualTo("Example");
  }

  @Test
  void namesakeParksBeforeAnythingIsWritten() {
    temporal.staffApi.members.computeIfPresent(
        member().id(),
        (number, was) ->
            new Member(
                was.id(),
                was.code(),
                was.email(),
                true,
                "Jane",
                "Other",
                was.phone(),
                was.permissions(),
                was.siteIds()));

    hand(change(Optional.empty(), Optional.of("6155550000"), Optional.empty()));
    RunStatus parked = temporal.untilParked(id);

    assertThat(parked.problems()).extracting("code").containsExactly("NOT_OURS");
    assertThat(temporal.journal.count("records.changeEmployee")).isZero();
    temporal.answer(id, "withdraw");
    assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("withdrawn");
  }

  @Test
  void emailCannotBeClearedWhileAStaffAccountHangsOnIt() {
    hand(change(Optional.empty(), Optional.empty(), Optional.of("")));

    assertThat(temporal.untilParked(id).problems()).extracting("code").containsExactly("NO_EMAIL");
    temporal.answer(id, "withdraw");
    assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(employee().plan().email()).contains("jane.doe@example.com");
  }

  @Test
  void datedChangeWaitsForItsDay() {
    LocalDate day = LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC).plusDays(20);
    hand(
        new PersonChange(
            null, Optional.of("Example"), null, null, null, null, null, Optional.of(day)));

    assertThat(temporal.untilPerson(p -> p.planned().size() == 1).planned().get(0).what())
        .isEqualTo("change");
    temporal.skip(Duration.ofDays(22));

    assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("done");
    assertThat(employee().plan().lastName()).isEqualTo("Example");
  }

  @Test
  void changeOfSomebodyOnTheProtectedListParks() {
    temporal.approvals.protectedNumbers.putAll(Map.of("hr-10442", "the owner"));

    hand(MARRIED);
    temporal.answer(id, "reject");

    assertThat(temporal.result(id, ChangeResult.class).outcome()).isEqualTo("rejected");
    assertThat(employee().plan().lastName()).isEqualTo("Doe");
  }
}

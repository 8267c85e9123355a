package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.change.ChangeResult;
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
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.CallOff;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.transfer.TransferResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole worker on the sandbox, for a role without a staff account. */
class AlterationsOnSandboxTest {

  private HiringWorld world;

  @BeforeEach
  void start() throws Exception {
    world =
        new HiringWorld(
            "lanyard.staff-api.templates-without-account = [\"General User\", \"Shift Leader\"]",
            "lanyard.policy.grace-period = 7d");
    world.hire(JANE, "hired", HiringWorld.jane());
    world.approve(WorkflowIds.onboarding(JANE, 1));
    assertThat(world.told(WorkflowIds.onboarding(JANE, 1), OnboardingResult.class).outcome())
        .isEqualTo("done");
  }

  @AfterEach
  void end() {
    world.close();
  }

  /** Jane's record as the sandbox has it, behind the pages. */
  private JsonNode jane() {
    List<JsonNode> records = world.state.employees();
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  @Test
  void transferChangesExactlyWhatWasApprovedAndAChangeOnlyTheFieldsItNames() throws Exception {
    JsonNode hired = jane();
    world.hand(
        new TransferEvent(
            "transferred",
            Instant.now(),
            JANE,
            new Transfer(
                Optional.of(SiteChoice.of(List.of("Harbor Wash"))),
                List.of(),
                Optional.of("Shift Leader"),
                Optional.of(new BigDecimal("18.25")),
                Optional.empty(),
                Optional.empty())));
    String transfer = WorkflowIds.transfer(JANE, 2);
    world.approve(transfer);

    TransferResult result = world.told(transfer, TransferResult.class);

    assertThat(result.outcome()).as(result.reason()).isEqualTo("done");
    JsonNode transferred = jane();
    assertThat(transferred.get("sites")).hasSize(1);
    assertThat(transferred.get("sites").get(0).asText()).isEqualTo("Harbor Wash");
    assertThat(transferred.get("template").asText()).isEqualTo("Shift Leader");
    assertThat(transferred.get("wages")).hasSize(2);
    assertThat(transferred.get("wages").get(0).get("rate").asDouble()).isEqualTo(18.25);
    assertThat(without(transferred, "sites", "template", "grants", "overrides", "wages"))
        .isEqualTo(without(hired, "sites", "template", "grants", "overrides", "wages"));

    world.hand(
        new ChangeEvent(
            "married",
            Instant.now(),
            JANE,
            new PersonChange(null, Optional.of("Example"), null, null, null, null, null, null)));
    ChangeResult change = world.told(WorkflowIds.change(JANE, 3), ChangeResult.class);

    assertThat(change.outcome()).as(change.reason()).isEqualTo("done");
    assertThat(change.backoffice()).isEqualTo("changed");
    assertThat(change.staffApi()).isEqualTo("no record there");
    JsonNode married = jane();
    assertThat(married.get("lastName").asText()).isEqualTo("Example");
    assertThat(without(married, "lastName")).isEqualTo(without(transferred, "lastName"));
  }

  private static JsonNode without(JsonNode employee, String... fields) {
    return ((ObjectNode) employee.deepCopy()).without(List.of(fields));
  }

  @Test
  void plannedTerminationWritesNothingLetsAChangeThroughAndIsOvertaken() throws Exception {
    JsonNode hired = jane();
    world.hand(
        new TerminationEvent(
            "leaves",
            Instant.now(),
            JANE,
            new Termination(
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.now(ZoneOffset.UTC).plusDays(21)),
                false)));
    world.untilPerson(
        JANE, person -> person.planned().size() == 1 && person.currentProcess().isEmpty());
    world.hand(
        new ChangeEvent(
            "married",
            Instant.now(),
            JANE,
            new PersonChange(null, Optional.of("Example"), null, null, null, null, null, null)));
    assertThat(world.told(WorkflowIds.change(JANE, 2), ChangeResult.class).outcome())
        .isEqualTo("done");
    assertThat(without(jane(), "lastName")).isEqualTo(without(hired, "lastName"));

    DecisionAnswer answer =
        world
            .workflow(WorkflowIds.person(JANE))
            .update("call off", DecisionAnswer.class, new CallOff("leaves", "dana", "she stays"));
    assertThat(answer.accepted()).isTrue();
    OpenRequest asked = world.asked(WorkflowIds.callOff(JANE, 1));
    world.answer(WorkflowIds.callOff(JANE, 1), asked, "reject");
    world.hand(
        new TerminationEvent(
            "fired",
            Instant.now(),
            JANE,
            new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true)));

    assertThat(world.told(WorkflowIds.offboarding(JANE, 3), OffboardingResult.class).outcome())
        .isEqualTo(OffboardingResult.DONE);
    assertThat(jane().get("active").asBoolean()).isFalse();
    assertThat(
            world.untilPerson(JANE, person -> person.currentProcess().isEmpty()).planned().stream()
                .map(PlannedEvent::what))
        .doesNotContain("termination");
  }

  @Test
  void transferThatBackofficeRefusesHalfWayLeavesExactlyWhatWasThere() throws Exception {
    JsonNode hired = jane();
    world.hand(
        new TransferEvent(
            "transferred",
            Instant.now(),
            JANE,
            new Transfer(
                Optional.of(SiteChoice.of(List.of("Harbor Wash"))),
                List.of(),
                Optional.of("Shift Leader"),
                null,
                null,
                null)));
    String transfer = WorkflowIds.transfer(JANE, 2);
    // The sites are changed by then; the permissions come back as they were.
    String asked = world.asked(transfer).id();
    world.state.fault(
        Map.of(
            "system",
            "backoffice",
            "method",
            "POST",
            "path",
            "/employee/permissions/update",
            "kind",
            "success-without-effect"));
    world.approve(transfer);
    OpenRequest parked = world.asked(transfer, asked);
    assertThat(parked.kind()).isEqualTo(OpenRequest.PARKED);
    assertThat(jane().get("sites").get(0).asText()).isEqualTo("Harbor Wash");
    world.answer(transfer, parked, "withdraw");

    assertThat(world.told(transfer, TransferResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(jane()).isEqualTo(hired);
  }

  @Test
  void undoAndReturnGiveBackExactlyWhatWasTakenWithAnotherPin() throws Exception {
    JsonNode hired = jane();
    world.hand(
        new TerminationEvent(
            "fired",
            Instant.now(),
            JANE,
            new Termination(
                Optional.of(PosUserId.of(12345)), Optional.empty(), Optional.empty(), true)));
    assertThat(world.told(WorkflowIds.offboarding(JANE, 2), OffboardingResult.class).outcome())
        .isEqualTo("done");
    assertThat(jane().get("active").asBoolean()).isFalse();

    world.hand(new UndoEvent("undone", Instant.now(), JANE, "the wrong person"));
    String undo = WorkflowIds.restoration(RestorationInput.UNDO, JANE, 3);
    world.approve(undo);
    RestorationResult undone = world.told(undo, RestorationResult.class);

    assertThat(undone.outcome()).as(undone.reason()).isEqualTo("done");
    assertThat(without(jane(), "pin")).isEqualTo(without(hired, "pin"));
    assertThat(jane().get("pin")).isNotEqualTo(hired.get("pin"));

    world.hand(new LeaveEvent("away", Instant.now(), JANE, new Leave(null, null)));
    assertThat(world.told(WorkflowIds.leave(JANE, 4), OffboardingResult.class).outcome())
        .isEqualTo("done");
    assertThat(jane().get("active").asBoolean()).isFalse();
    world.hand(new ReturnEvent("back", Instant.now(), JANE, Optional.empty()));
    String back = WorkflowIds.restoration(RestorationInput.RETURN, JANE, 5);
    world.approve(back);

    assertThat(world.told(back, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(without(jane(), "pin")).isEqualTo(without(hired, "pin"));
  }
}

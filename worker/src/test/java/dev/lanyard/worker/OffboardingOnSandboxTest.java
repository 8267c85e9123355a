package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of somebody's access in both systems and of the login to Backoffice itself. */
class OffboardingOnSandboxTest {

  private static final int WEB_USER = 3_310_002;
  private static final String END = WorkflowIds.offboarding(JANE, 2);

  private SkippedDays days;

  @BeforeEach
  void start() throws Exception {
    days =
        new SkippedDays(
            "lanyard.policy { grace-period = 7d, alarm-after = 15m }",
            "lanyard.staff-api.delete-leavers = true",
            "lanyard.backoffice.unproven = [close-users]");
  }

  @AfterEach
  void end() {
    days.close();
  }

  private void hired() {
    days.hire(JANE, SkippedDays.jane(LocalDate.of(2026, 5, 1)));
    String run = WorkflowIds.onboarding(JANE, 1);
    days.world.approve(run);
    assertThat(days.world.told(run, OnboardingResult.class).outcome()).isEqualTo("done");
  }

  /** The seeded login is Jane's from now on: e-mail address and name agree. */
  private void hasAWebUser() {
    JsonNode user = webUser();
    // Backoffice knows the login as another employee's, and would refuse its address for Jane.
    days.world.state.settings(Map.of("emailUnique", false));
    days.world.state.edit(user.path("employeeId").asInt(), Map.of("email", "moved@example.test"));
    days.world.state.edit(
        days.employee(12345).path("id").asInt(),
        Map.of(
            "firstName", user.path("firstName").asText(),
            "lastName", user.path("lastName").asText(),
            "email", user.path("email").asText()));
  }

  private JsonNode webUser() {
    return days.world
        .state
        .rows("/backoffice/users", row -> row.path("id").asInt() == WEB_USER)
        .get(0);
  }

  @Test
  void allThreeDoorsAreClosedOrSomebodyHoldsTheOneThatIsNot() {
    hired();
    hasAWebUser();
    assertThat(webUser().path("permissions").asInt()).isPositive();
    List<JsonNode> others = days.everybody();
    days.fire(JANE);

    OpenRequest asked = days.world.asked(END);
    assertThat(asked.question()).contains("/user/edit/" + WEB_USER);
    assertThat(asked.choices()).containsExactly("done", "skip");
    days.world.until(END, status -> closed(status, "verify (Backoffice)"));
    days.world.until(END, status -> closed(status, "verify (staff API)"));
    assertThat(days.active(12345)).isFalse();
    assertThat(days.hasStaffAccess(JANE)).isFalse();
    assertThat(webUser().path("permissions").asInt()).isZero();
    assertThat(SkippedDays.texts(webUser(), "sites")).hasSize(1);
    assertThat(webUser().path("active").asBoolean()).isTrue();

    // Nobody disabled it: what is said to be done is read back.
    days.skip(Duration.ofDays(3));
    days.world.answer(END, asked, "done");
    OpenRequest again = days.world.asked(END, asked.id());
    days.world.answer(END, again, "skip");
    OffboardingResult result = days.world.told(END, OffboardingResult.class);

    assertThat(result.backoffice()).isEqualTo("disabled");
    assertThat(result.staffApi()).isEqualTo("revoked");
    assertThat(result.webUsers()).isEqualTo(OffboardingResult.LEFT_TO_A_HUMAN);
    assertThat(result.closedEverywhere()).isFalse();
    assertThat(days.everybody())
        .filteredOn(row -> !row.equals(webUser()))
        .filteredOn(row -> !others.contains(row))
        .as("Jane's two records alone are other ones")
        .hasSize(2);
  }

  private static boolean closed(RunStatus status, String step) {
    return status.steps().stream()
        .anyMatch(one -> one.name().equals(step) && one.state().equals("done"));
  }

  @Test
  void stepThatGoesOnFailingAlarmsTheOperatorsAndHoldsNothingElseUp() {
    hired();
    days.world.state.fault(
        Map.of(
            "system",
            "staff-api",
            "method",
            "PUT",
            "path",
            "/v1/companies/5678/staff*",
            "times",
            -1,
            "kind",
            "status",
            "status",
            503));
    days.fire(JANE);
    days.world.until(END, status -> closed(status, "verify (Backoffice)"));
    assertThat(days.active(12345)).isFalse();
    assertThat(days.hasStaffAccess(JANE)).isTrue();
    assertThat(days.world.until(END, status -> true).warnings()).isEmpty();

    for (int minute = 0; minute < 16; minute++) {
      days.skip(Duration.ofMinutes(1));
    }
    RunStatus alarmed = days.world.until(END, status -> !status.warnings().isEmpty());
    assertThat(alarmed.warnings())
        .extracting(warning -> warning.code() + " " + warning.field())
        .containsExactly("STEP_FAILING revoke staff member");
    assertThat(awaited()).isEqualTo("operators");
    assertThat(days.hasStaffAccess(JANE)).isTrue();

    days.world.state.mend();
    days.skip(Duration.ofMinutes(3));
    OffboardingResult result = days.world.told(END, OffboardingResult.class);
    assertThat(result.closedEverywhere()).isTrue();
    assertThat(result.warnings()).isEmpty();
    assertThat(awaited()).isNull();
    assertThat(days.hasStaffAccess(JANE)).isFalse();
  }

  private String awaited() {
    return days.world
        .workflow(END)
        .describe()
        .getTypedSearchAttributes()
        .get(SearchAttributes.AWAITING_GROUP);
  }

  @Test
  void whatIsUndoneWithinTheGracePeriodIsAsItWasAndWhatIsNotIsDeletedAtItsEnd() {
    hired();
    List<JsonNode> before = days.everybody();
    String pin = days.employee(12345).path("pin").asText();
    days.fire(JANE);
    OffboardingResult fired = days.world.told(END, OffboardingResult.class);
    assertThat(fired.closedEverywhere()).as(fired.toString()).isTrue();
    assertThat(days.active(12345)).isFalse();
    assertThat(days.hasStaffAccess(JANE)).isFalse();
    days.skipTo(fired.undoableUntil().orElseThrow().minus(Duration.ofHours(6)));

    days.hand(new UndoEvent("undo", days.now(), JANE, "the wrong person"));
    String undo = WorkflowIds.restoration(RestorationInput.UNDO, JANE, 3);
    days.world.approve(undo);
    assertThat(days.world.told(undo, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(withoutPins(days.everybody())).isEqualTo(withoutPins(before));
    assertThat(days.employee(12345).path("pin").asText()).isNotEqualTo(pin);
    days.skip(Duration.ofDays(10));
    assertThat(withoutPins(days.everybody())).isEqualTo(withoutPins(before));

    days.fire(JANE);
    String last = WorkflowIds.offboarding(JANE, 4);
    Instant until = days.world.told(last, OffboardingResult.class).undoableUntil().orElseThrow();
    days.skipTo(until.minusSeconds(60));
    assertThat(days.members(JANE)).hasSize(1);
    days.skipTo(until.plusSeconds(1));
    String deletion = WorkflowIds.deletion(JANE, 5);
    assertThat(days.world.told(deletion, String.class)).isEqualTo("deleted");
    assertThat(days.members(JANE)).isEmpty();
    assertThat(days.active(12345)).isFalse();
    assertThat(days.writes().stream().filter(line -> line.startsWith("DELETE"))).hasSize(1);
  }

  private static List<JsonNode> withoutPins(List<JsonNode> rows) {
    return rows.stream().map(row -> SkippedDays.without(row, "pin")).toList();
  }

  @Test
  void whoeverIsUnknownToOneOrBothSystemsEndsWithAClearFinding() {
    EmployeeNumber one = EmployeeNumber.of("pos-70002");
    days.fire(one, now(70002));
    OffboardingResult half =
        days.world.told(one, WorkflowIds.offboarding(one, 1), OffboardingResult.class);
    assertThat(half.backoffice()).isEqualTo("disabled");
    assertThat(half.staffApi()).isEqualTo(OffboardingResult.NOT_FOUND);
    assertThat(half.webUsers()).isEqualTo(OffboardingResult.NONE_FOUND);
    assertThat(days.active(70002)).isFalse();

    List<JsonNode> before = days.everybody();
    List<String> written = days.writes();
    EmployeeNumber none = EmployeeNumber.of("pos-79999");
    days.fire(none, now(79999));
    OffboardingResult nobody =
        days.world.told(none, WorkflowIds.offboarding(none, 1), OffboardingResult.class);
    assertThat(nobody.foundNowhere()).isTrue();
    assertThat(nobody.webUsers()).isEqualTo(OffboardingResult.NOT_LOOKED_FOR);
    assertThat(nobody.undoableUntil()).isEmpty();
    assertThat(nobody.warnings())
        .hasSize(3)
        .anyMatch(text -> text.startsWith("Not found in Backoffice: "))
        .anyMatch(text -> text.startsWith("Not found in the staff API: "))
        .anyMatch(text -> text.contains("web users were not looked for"));
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEqualTo(written);
  }

  private static Termination now(int posUserId) {
    return new Termination(
        Optional.of(PosUserId.of(posUserId)), Optional.empty(), Optional.empty(), true);
  }
}

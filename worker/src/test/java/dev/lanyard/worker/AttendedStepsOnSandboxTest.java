package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that wait for a human, for as long as it takes, and what each answer does. */
class AttendedStepsOnSandboxTest {

  private static final String RUN = WorkflowIds.onboarding(JANE, 1);
  private static final LocalDate PAST = LocalDate.of(2026, 5, 1);
  private static final String STAFF = "/v1/companies/5678/staff*";

  private SkippedDays days;

  @BeforeEach
  void start() throws Exception {
    days = new SkippedDays();
  }

  @AfterEach
  void end() {
    days.close();
  }

  @Test
  void takenPosUserIdAndUnknownSiteAreAmendedAtOnceAndTheRunGoesOn() {
    List<JsonNode> before = days.everybody();
    days.hire(
        JANE,
        HiringWorld.jane(
            70001, "Doe", "jane.doe@example.com", "Harbour", "General User", "15.50", PAST));
    OpenRequest parked = days.world.asked(RUN);
    assertThat(parked.group()).isEqualTo("operators");
    assertThat(parked.detail().toString())
        .contains("POS user ID 70001 is taken by employee 401", "There is no site \"Harbour\"")
        .contains("Harbor Wash");
    leftAlone();
    assertThat(days.world.asked(RUN).id()).isEqualTo(parked.id());

    days.world.amend(
        RUN,
        Map.of("posUserId", 12345, "sites", Map.of("all", false, "names", List.of("Harbor Wash"))));
    OpenRequest approval = days.world.approve(RUN, parked.id());

    assertThat(approval.detail().toString()).contains("POS user ID 12345", "Harbor Wash");
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(SkippedDays.texts(days.employee(12345), "sites")).containsExactly("Harbor Wash");
    assertThat(SkippedDays.texts(days.members(JANE).get(0), "sites")).containsExactly("922");
    assertThat(days.everybody()).containsAll(before);
    assertThat(days.everybody()).hasSize(before.size() + 2);
  }

  @Test
  void rejectedLoginIsTriedOnceAndAgainOnlyWhenSomebodySaysSo() {
    days.world.state.settings(Map.of("backofficePassword", "another-Passw0rd"));
    days.hire(JANE, SkippedDays.jane(PAST));
    OpenRequest parked = days.world.asked(RUN);
    assertThat(parked.question()).contains(FailureTypes.BOT_LOGIN_REJECTED);
    leftAlone();
    assertThat(rejectedLogins()).isOne();
    days.world.answer(RUN, parked, "retry");
    OpenRequest again = days.world.asked(RUN, parked.id());
    assertThat(again.question()).contains(FailureTypes.BOT_LOGIN_REJECTED);
    assertThat(rejectedLogins()).isEqualTo(2);

    days.world.state.settings(Map.of("backofficePassword", "sandbox-Passw0rd"));
    days.world.answer(RUN, again, "retry");
    days.world.approve(RUN, parked.id(), again.id());
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.active(12345)).isTrue();
    assertThat(days.hasStaffAccess(JANE)).isTrue();
  }

  private long rejectedLogins() {
    return days.world.state.requests().stream()
        .filter(one -> one.path("path").asText().equals("/login_check"))
        .count();
  }

  @Test
  void changedPageStopsTheRunBeforeAnyWriteAndARetryGoesOnFromThere() {
    days.hire(JANE, SkippedDays.jane(PAST));
    OpenRequest asked = days.world.asked(RUN);
    days.world.state.fault(
        Map.of(
            "system",
            "backoffice",
            "method",
            "GET",
            "path",
            "/employee/permissions*",
            "times",
            -1,
            "kind",
            "changed-markup"));
    days.world.answer(RUN, asked, "approve");
    OpenRequest parked = days.world.asked(RUN, asked.id());
    assertThat(parked.question()).contains(FailureTypes.PAGE_CHANGED);
    leftAlone();
    assertThat(days.writes()).isEmpty();

    days.world.state.mend();
    days.world.answer(RUN, parked, "retry");
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.employee(12345).path("template").asText()).isEqualTo("General User");
    assertThat(days.hasStaffAccess(JANE)).isTrue();
    assertThat(days.writes()).filteredOn(line -> line.contains("/employee/insert")).hasSize(1);
    assertThat(days.world.state.invitations()).hasSize(1);
  }

  @Test
  void failedCompensationNeverSaysUndoneBeforeItIs() {
    days.hire(JANE, SkippedDays.jane(PAST));
    OpenRequest asked = days.world.asked(RUN);
    // The member's create is read back by two looks; the third is another step's.
    staffFault("GET", "/v1/companies/5678/staff/454*", 3);
    days.world.answer(RUN, asked, "approve");
    OpenRequest parked = days.world.asked(RUN, asked.id());
    assertThat(days.hasStaffAccess(JANE)).isTrue();
    days.world.state.fault(
        Map.of(
            "system",
            "backoffice",
            "method",
            "POST",
            "path",
            "/employee/update*",
            "kind",
            "success-without-effect"));
    days.world.answer(RUN, parked, "compensate");

    OpenRequest failed = days.world.asked(RUN, asked.id(), parked.id());
    assertThat(failed.question()).contains("disable employee", FailureTypes.NOT_APPLIED);
    assertThat(days.hasStaffAccess(JANE)).isFalse();
    assertThat(days.active(12345)).isTrue();
    leftAlone();
    assertThat(days.world.until(RUN, status -> true).stage()).isEqualTo(Stages.PARKED);
    days.world.answer(RUN, failed, "retry");

    PersonStatus person =
        days.world.untilPerson(JANE, status -> status.lastProcess().equals(Optional.of(RUN)));
    assertThat(person.employed()).isFalse();
    WorkflowFailedException undone =
        catchThrowableOfType(
            WorkflowFailedException.class,
            () -> days.world.workflow(RUN).getResult(OnboardingResult.class));
    assertThat(((ApplicationFailure) undone.getCause()).getType())
        .isEqualTo(FailureTypes.ONBOARDING_UNDONE);
    assertThat(days.active(12345)).isFalse();
    assertThat(days.hasStaffAccess(JANE)).isFalse();
  }

  @Test
  void skippedSystemIsSomebodysAndThePersonIsNotForgotten() {
    days.hire(JANE, SkippedDays.jane(PAST));
    days.world.approve(RUN);
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    JsonNode member = days.members(JANE).get(0);
    staffFault("PUT", STAFF, 1);
    days.fire(JANE);
    String end = WorkflowIds.offboarding(JANE, 2);
    OpenRequest parked = days.world.asked(end);
    assertThat(parked.choices()).contains("skip");
    for (String step : List.of("disable employee, second look", "find web users, second look")) {
      days.world.until(
          end,
          status ->
              status.steps().stream()
                  .anyMatch(one -> one.name().equals(step) && one.state().equals("done")));
    }
    leftAlone();
    assertThat(days.active(12345)).isFalse();
    days.world.answer(end, parked, "skip");

    OffboardingResult result = days.world.told(end, OffboardingResult.class);
    assertThat(result.backoffice()).isEqualTo("disabled");
    assertThat(result.staffApi()).isEqualTo(OffboardingResult.LEFT_TO_A_HUMAN);
    assertThat(result.closedEverywhere()).isFalse();
    assertThat(days.members(JANE)).containsExactly(member);
    days.skip(Duration.ofDays(500));
    assertThat(days.runs.isOver(WorkflowIds.person(JANE))).as("forgotten").isFalse();
  }

  /** Two months pass: nothing is asked, written or given up meanwhile. */
  private void leftAlone() {
    List<JsonNode> before = days.everybody();
    List<String> written = days.writes();
    long calls = days.world.backoffice.requests() + days.world.staffApi.requests();
    days.skip(Duration.ofDays(60));
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEqualTo(written);
    assertThat(days.world.backoffice.requests() + days.world.staffApi.requests()).isEqualTo(calls);
  }

  private void staffFault(String method, String path, int nth) {
    Map<String, Object> fault = new HashMap<>();
    fault.put("system", "staff-api");
    fault.put("method", method);
    fault.put("path", path);
    fault.put("nth", nth);
    fault.put("kind", "status");
    fault.put("status", 403);
    days.world.state.fault(fault);
  }
}

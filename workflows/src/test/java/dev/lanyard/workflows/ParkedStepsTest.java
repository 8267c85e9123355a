package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.FailuresAhead;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParkedStepsTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);

  @AfterEach
  void close() {
    temporal.close();
  }

  @ParameterizedTest
  @CsvSource({
    "backoffice, preFlight",
    "staffApi, preFlight",
    "pins, capture",
    "backoffice, createEmployee",
    "backoffice, assignSites",
    "backoffice, grantPermissionTemplate",
    "staffApi, createStaffMember",
    "staffApi, assignStaffSites",
    "backoffice, verify",
    "staffApi, verify"
  })
  void finalFailureParksAndRetryEndsDone(String system, String method) {
    failures(system).finalBefore(method, FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.hireToday("e1"));
    approveUnlessParkedBefore(method);

    RunStatus parked = temporal.untilParked(run);
    OpenRequest request = parked.awaiting().get(0);
    assertThat(request.kind()).isEqualTo(OpenRequest.PARKED);
    assertThat(request.group()).isEqualTo("operations");
    assertThat(request.question()).contains(FailureTypes.PAGE_CHANGED);
    assertThat(request.detail())
        .containsExactly(
            "said the server",
            "withdraw: needs 1 of operations (the default)",
            "compensate: needs 1 of operations (the default)");
    assertThat(request.choices()).containsExactly("retry", "withdraw", "compensate");
    assertThat(temporal.journal.writes()).doesNotContain("backoffice.disableEmployee");

    temporal.decide(run, request.id(), "retry");
    if (method.equals("preFlight")) {
      temporal.until(run, status -> status.stage().equals(Stages.AWAITING_APPROVAL));
      temporal.approve(run);
    }

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.backoffice.employees).hasSize(1);
    assertThat(temporal.staffApi.members).hasSize(1);
    assertThat(temporal.pins.drawn).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "backoffice, preFlight, ''",
    "staffApi, preFlight, ''",
    "pins, capture, ''",
    "backoffice, createEmployee, backoffice.disableEmployee",
    "backoffice, assignSites, backoffice.disableEmployee",
    "backoffice, grantPermissionTemplate, backoffice.disableEmployee",
    "staffApi, createStaffMember, staffApi.revokeStaffMember backoffice.disableEmployee",
    "staffApi, assignStaffSites, staffApi.revokeStaffMember backoffice.disableEmployee",
    "backoffice, verify, staffApi.revokeStaffMember backoffice.disableEmployee",
    "staffApi, verify, staffApi.revokeStaffMember backoffice.disableEmployee"
  })
  void refusalUndoesEverythingInReverse(String system, String method, String undone) {
    failures(system).finalBefore(method, FailureTypes.STAFF_API_REFUSED);
    temporal.hand(temporal.hireToday("e1"));
    approveUnlessParkedBefore(method);

    ApplicationFailure failure = (ApplicationFailure) temporal.failure(run).getCause();

    assertThat(failure.getType()).isEqualTo(FailureTypes.ONBOARDING_UNDONE);
    OnboardingResult result = failure.getDetails().get(OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.UNDONE);
    assertThat(result.reason()).isEqualTo(FailureTypes.STAFF_API_REFUSED + ": said the server");
    assertThat(temporal.status(run).stage()).isEqualTo(Stages.UNDONE);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    List<String> afterwards =
        temporal.journal.writes().stream()
            .filter(call -> call.contains("disable") || call.contains("revoke"))
            .toList();
    assertThat(String.join(" ", afterwards)).isEqualTo(undone);
    temporal.untilForgotten();
  }

  @Test
  void compensationThatFailsParksForARetryAloneAndIsNeverASuccess() {
    temporal.staffApi.failures.finalBefore("verify", FailureTypes.STAFF_API_REFUSED);
    temporal.staffApi.failures.finalBefore(
        "revokeStaffMember", FailureTypes.STAFF_API_CREDENTIALS_REJECTED);
    temporal.backoffice.failures.finalBefore("disableEmployee", FailureTypes.BACKOFFICE_REFUSED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);

    RunStatus parked = temporal.untilParked(run);
    assertThat(parked.awaiting().get(0).choices()).containsExactly("retry");
    assertThat(temporal.journal.calls()).doesNotContain("backoffice.disableEmployee");
    temporal.answer(run, "retry");
    temporal.until(
        run,
        status ->
            status.awaiting().stream().anyMatch(r -> r.question().contains("disable employee")));
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    assertThat(temporal.staffApi.withAccess()).isZero();
    temporal.withdraw(run);
    temporal.workflow(run).cancel();
    temporal.answer(run, "retry");

    assertThat(temporal.failure(run)).isNotNull();
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.status(run).stage()).isEqualTo(Stages.UNDONE);
  }

  @Test
  void rejectedLoginIsTriedAgainOnlyAfterSomebodySaysSo() {
    temporal.backoffice.failures.finalBefore("createEmployee", FailureTypes.BOT_LOGIN_REJECTED);
    temporal.backoffice.failures.finalBefore("logInAgain", FailureTypes.BOT_LOGIN_REJECTED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    String first = temporal.untilParked(run).awaiting().get(0).id();
    assertThat(temporal.journal.calls()).doesNotContain("backoffice.logInAgain");

    temporal.decide(run, first, "retry");
    RunStatus again =
        temporal.until(
            run, s -> !s.awaiting().isEmpty() && !s.awaiting().get(0).id().equals(first));
    assertThat(again.stage()).isEqualTo(Stages.PARKED);
    assertThat(temporal.journal.count("backoffice.createEmployee")).isEqualTo(1);

    temporal.answer(run, "retry");
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.journal.calls())
        .containsSubsequence(
            "backoffice.createEmployee",
            "backoffice.logInAgain",
            "backoffice.logInAgain",
            "backoffice.createEmployee");
  }

  @Test
  void problemsFoundByThePreFlightParkUntilTheyAreGone() {
    temporal.hired();
    HireEvent john =
        new HireEvent(
            "john", temporal.now(), TestTemporal.JANE, temporal.hireToday("unused").hire());
    temporal.hand(temporal.fire("fired", temporal.now()));
    temporal.untilForgotten();
    temporal.hand(john);

    RunStatus parked = temporal.untilParked(run);
    assertThat(parked.problems()).extracting("code").containsExactly("POS_USER_ID_TAKEN");
    assertThat(parked.awaiting().get(0).detail())
        .containsExactly(
            "POS user ID is taken by employee 501",
            "withdraw: needs 1 of operations (the default)");

    temporal.answer(run, "retry");
    temporal.until(run, status -> status.decisions().size() == 1);
    temporal.untilParked(run);
    temporal.backoffice.employees.clear();
    temporal.answer(run, "retry");
    temporal.until(run, status -> status.stage().equals(Stages.AWAITING_APPROVAL));
    assertThat(temporal.status(run).problems()).isEmpty();
  }

  @Test
  void parkedPreFlightCanBeWithdrawn() {
    Hire hire = temporal.hireToday("unused").hire();
    temporal.hand(
        new HireEvent(
            "e1",
            temporal.now(),
            TestTemporal.JANE,
            new Hire(
                hire.firstName(),
                hire.lastName(),
                hire.phone(),
                hire.email(),
                hire.posUserId(),
                hire.wageRate(),
                hire.startDate(),
                SiteChoice.of(List.of("Nowhere Wash")),
                hire.permissionTemplate(),
                hire.departments(),
                hire.pin())));
    temporal.answer(run, "withdraw");

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.WITHDRAWN);
    assertThat(result.reason()).isEqualTo("withdrawn by maria");
    assertThat(temporal.journal.writes()).isEmpty();
  }

  @Test
  void aDuplicateInBackofficeParksAndGoesOnOnceItIsFreed() {
    temporal.backoffice.failures.finalBefore("createEmployee", FailureTypes.BACKOFFICE_DUPLICATE);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);

    assertThat(temporal.untilParked(run).awaiting().get(0).choices())
        .containsExactly("retry", "withdraw", "compensate");
    assertThat(temporal.journal.calls())
        .noneMatch(call -> call.contains("disable") || call.contains("revoke"));
    temporal.answer(run, "retry");
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.backoffice.active()).isEqualTo(1);
  }

  @Test
  void compensatedStepEndsUndoneWithEverythingTakenBack() {
    temporal.staffApi.failures.finalBefore("assignStaffSites", FailureTypes.PAGE_CHANGED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.answer(run, "compensate");

    ApplicationFailure failure = (ApplicationFailure) temporal.failure(run).getCause();

    assertThat(failure.getType()).isEqualTo(FailureTypes.ONBOARDING_UNDONE);
    assertThat(failure.getDetails().get(OnboardingResult.class).reason())
        .isEqualTo("compensated by maria");
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
  }

  @Test
  void refusedValueParksForAnAmendmentWhereThePolicySaysSo() {
    temporal.planning.policy = temporal.planning.policy.withParkedRefusals(true);
    temporal.backoffice.failures.finalBefore("createEmployee", FailureTypes.BACKOFFICE_REFUSED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.untilParked(run);
    temporal
        .workflow(run)
        .signal("amend", java.util.Map.of("by", "maria", "email", "jane.d@example.com"));

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    assertThat(temporal.backoffice.employees.values())
        .singleElement()
        .satisfies(made -> assertThat(made.plan().email()).contains("jane.d@example.com"));
  }

  @Test
  void parkedStepCanBeWithdrawnAndIsUndone() {
    temporal.backoffice.failures.finalBefore("assignSites", FailureTypes.NOT_APPLIED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.answer(run, "withdraw");

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.status(run).steps()).noneMatch(step -> step.endedAt().isEmpty());
  }

  private void approveUnlessParkedBefore(String method) {
    if (!method.equals("preFlight")) {
      temporal.approve(run);
    }
  }

  private FailuresAhead failures(String system) {
    return switch (system) {
      case "backoffice" -> temporal.backoffice.failures;
      case "staffApi" -> temporal.staffApi.failures;
      case "pins" -> temporal.pins.failures;
      default -> throw new IllegalArgumentException(system);
    };
  }
}

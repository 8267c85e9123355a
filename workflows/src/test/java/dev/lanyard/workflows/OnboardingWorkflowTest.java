package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.StepStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnboardingWorkflowTest {

  private final TestTemporal temporal = new TestTemporal();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void approvedHireGetsAccessInBothSystems() {
    temporal.hand(temporal.hireToday("e1"));
    String run = temporal.onboarding(1);
    assertThat(temporal.untilAsked(run).kind()).isEqualTo("approval");
    assertThat(temporal.backoffice.employees).isEmpty();

    temporal.approve(run);

    OnboardingResult result = temporal.result(run, OnboardingResult.class);
    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.employeeId()).contains(501);
    assertThat(result.staffId()).contains(9001L);
    assertThat(temporal.backoffice.active()).isEqualTo(1);
    assertThat(temporal.staffApi.withAccess()).isEqualTo(1);
    assertThat(temporal.status(run).steps())
        .extracting(StepStatus::name)
        .containsSubsequence(
            "approval",
            "capture PIN",
            "create employee",
            "assign sites",
            "grant permission template",
            "create staff member",
            "assign staff sites",
            "verify (Backoffice)",
            "verify (staff API)");
  }

  @Test
  void finalRefusalOfTheStaffApiUndoesBackofficeInReverse() {
    temporal.staffApi.failures.finalBefore("createStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.hand(temporal.hireToday("e1"));
    String run = temporal.onboarding(1);
    temporal.approve(run);

    assertThat(temporal.failure(run).getCause())
        .hasMessageContaining(FailureTypes.ONBOARDING_UNDONE);
    assertThat(temporal.backoffice.active()).isZero();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.staffApi.calls).endsWith("revokeStaffMember");
    assertThat(temporal.backoffice.calls).endsWith("disableEmployee");
  }
}

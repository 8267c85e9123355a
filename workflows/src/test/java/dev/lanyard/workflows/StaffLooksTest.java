package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflow;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflow;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffLooksTest {

  private TestTemporal temporal;

  @BeforeEach
  void start() {
    temporal = new TestTemporal();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void questionsReachTheStaffApisQueueAsTheyAre() {
    StaffListQuestion list = new StaffListQuestion(Optional.of("Wash 37135"), true);
    StaffMemberQuestion member = new StaffMemberQuestion(Optional.of(454L), Optional.empty());
    WebhooksRequest sync = new WebhooksRequest(true, List.of(3L));

    assertThat(run(StaffListWorkflow.class).list(list).members()).hasSize(1);
    assertThat(run(StaffMemberWorkflow.class).show(member).members()).isEmpty();
    assertThat(run(WebhooksWorkflow.class).webhooks(sync).lines()).isEmpty();
    run(WebhooksWorkflow.class).webhooks(new WebhooksRequest(false, List.of()));

    // A sync looks before, so that a repeated attempt can tell what an earlier one did.
    WebhooksRequest afterALook =
        new WebhooksRequest(true, List.of(3L), Optional.of(new WebhooksReport(List.of())));
    assertThat(temporal.readings.asked)
        .containsExactly(list, member, "webhooks", afterALook, "webhooks");
  }

  @Test
  void nonsenseStartedByHandIsRefusedAndAsksNobody() {
    refused(
        () -> run(StaffListWorkflow.class).list(new StaffListQuestion(Optional.of(" "), false)));
    for (StaffMemberQuestion nonsense :
        List.of(
            new StaffMemberQuestion(Optional.empty(), Optional.empty()),
            new StaffMemberQuestion(Optional.of(0L), Optional.empty()),
            new StaffMemberQuestion(Optional.empty(), Optional.of("jane")),
            new StaffMemberQuestion(Optional.of(1L), Optional.of("jane@example.com")))) {
      refused(() -> run(StaffMemberWorkflow.class).show(nonsense));
    }
    refused(() -> run(WebhooksWorkflow.class).webhooks(new WebhooksRequest(false, List.of(3L))));
    refused(() -> run(WebhooksWorkflow.class).webhooks(new WebhooksRequest(true, List.of(-3L))));

    assertThat(temporal.readings.asked).isEmpty();
  }

  private <W> W run(Class<W> workflow) {
    return temporal
        .client()
        .newWorkflowStub(
            workflow, WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.DEFAULT).build());
  }

  private static void refused(ThrowingCallable act) {
    WorkflowFailedException failure = catchThrowableOfType(WorkflowFailedException.class, act);
    assertThat(failure).isNotNull();
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> assertThat(cause.getType()).isEqualTo(FailureTypes.INPUT_REFUSED));
  }
}

package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.webusers.WebUsersWorkflow;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebUsersWorkflowTest {

  private static final WebUserRow JANE =
      new WebUserRow(3_310_002, "jane_doe", "Jane", "Doe", "jane.doe@example.com", true);

  private static WebUsersWorkflow run(TestTemporal temporal) {
    return temporal
        .client()
        .newWorkflowStub(
            WebUsersWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId("web-users/1")
                .setTaskQueue(TaskQueues.DEFAULT)
                .build());
  }

  private static WebUserQuery query(String email, String status, int page) {
    return new WebUserQuery(Optional.empty(), Optional.of(email), Optional.empty(), status, page);
  }

  @Test
  void theListIsTheActivitysAnswer() {
    try (TestTemporal temporal = new TestTemporal()) {
      temporal.webUsers.add(JANE);

      assertThat(run(temporal).list(query(JANE.email(), null, 0)).rows()).containsExactly(JANE);
    }
  }

  @Test
  void everyMistakeIsRefusedWithoutAsking() {
    try (TestTemporal temporal = new TestTemporal()) {
      WorkflowFailedException failed =
          catchThrowableOfType(
              WorkflowFailedException.class, () -> run(temporal).list(query(" ", "maybe", -1)));

      ApplicationFailure failure = (ApplicationFailure) failed.getCause();
      assertThat(failure.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
      assertThat(failure.getOriginalMessage())
          .contains("email is missing", "status must be", "page must be");
      assertThat(temporal.journal.calls()).isEmpty();
    }
  }
}

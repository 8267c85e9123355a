package dev.lanyard.starter.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.EmployeeNumber;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that keeps everything, and nobody who works. */
class NoWorkerTest {

  private TestWorkflowEnvironment environment;

  @BeforeEach
  void start() {
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowServiceStubsOptions(
                    WorkflowServiceStubsOptions.newBuilder()
                        .setRpcQueryTimeout(Duration.ofMillis(200))
                        .setRpcRetryOptions(
                            RpcRetryOptions.newBuilder()
                                .setExpiration(Duration.ofMillis(300))
                                .validateBuildWithDefaults())
                        .build())
                .build());
    var started =
        environment
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                "PersonWorkflow",
                WorkflowOptions.newBuilder()
                    .setWorkflowId("person/hr-60")
                    .setTaskQueue("lanyard")
                    .build())
            .start();
    assertThat(started.getWorkflowId()).isEqualTo("person/hr-60");
  }

  @AfterEach
  void stop() {
    environment.close();
  }

  @Test
  void aQueryThatNobodyTakesSaysSo() {
    assertThatThrownBy(
            () -> new Persons(environment.getWorkflowClient()).status(EmployeeNumber.of("hr-60")))
        .isInstanceOf(NoWorkerAnswers.class);
  }

  @Test
  void anUpdateThatNobodyTakesIsGivenUp() {
    assertThatThrownBy(
            () ->
                new Updates(environment.getWorkflowClient(), Duration.ofMillis(200))
                    .ask("person/hr-60", "decide", String.class, "anything"))
        .isInstanceOf(NoWorkerAnswers.class);
  }
}

package dev.lanyard.activities.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.reading.DepartmentWorkflow;
import dev.lanyard.workflows.reading.DepartmentWorkflowImpl;
import dev.lanyard.workflows.reading.EmployeeWorkflow;
import dev.lanyard.workflows.reading.EmployeeWorkflowImpl;
import dev.lanyard.workflows.reading.RosterWorkflow;
import dev.lanyard.workflows.reading.RosterWorkflowImpl;
import dev.lanyard.workflows.reading.SiteWorkflow;
import dev.lanyard.workflows.reading.SiteWorkflowImpl;
import dev.lanyard.workflows.reading.TemplateWorkflow;
import dev.lanyard.workflows.reading.TemplateWorkflowImpl;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runs that only read, with the real activities. */
@Timeout(60) // A hang would otherwise last for ever: Temporal goes on retrying.
class ReadingUnderTemporalTest {

  private SandboxTenant tenant;
  private TestWorkflowEnvironment temporal;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    temporal =
        TestWorkflowEnvironment.newInstance(
            // Activities talk to a server that knows no skipped time.
            TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
    temporal
        .newWorker(TaskQueues.DEFAULT)
        .registerWorkflowImplementationTypes(
            RosterWorkflowImpl.class,
            EmployeeWorkflowImpl.class,
            SiteWorkflowImpl.class,
            DepartmentWorkflowImpl.class,
            TemplateWorkflowImpl.class);
    temporal
        .newWorker(TaskQueues.backoffice(TaskQueues.DEFAULT))
        .registerActivitiesImplementations(
            new BackofficeReadingActivitiesImpl(tenant.settings().connect()));
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
    assertThat(tenant.writes()).isZero();
    tenant.close();
  }

  private <T> T run(Class<T> workflow) {
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            workflow, WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.DEFAULT).build());
  }

  private static RosterQuestion roster(Optional<String> name, List<String> sites, int page) {
    return new RosterQuestion(name, Optional.empty(), Optional.empty(), sites, false, false, page);
  }

  private static EmployeeQuestion employee(int posUserId) {
    return new EmployeeQuestion(Optional.of(PosUserId.of(posUserId)), Optional.empty());
  }

  @Test
  void eachQuestionHasItsAnswer() {
    ListingQuestion first = new ListingQuestion(1);
    assertThat(
            run(RosterWorkflow.class)
                .list(roster(Optional.empty(), List.of("Harbor Wash"), 1))
                .employees())
        .isNotEmpty();
    assertThat(run(EmployeeWorkflow.class).read(employee(70003)).employee())
        .hasValueSatisfying(
            snapshot -> {
              assertThat(snapshot.employeeId()).isEqualTo(403);
              assertThat(snapshot.wages()).isPresent();
            });
    assertThat(run(SiteWorkflow.class).list(first).sites()).hasSize(6);
    assertThat(run(DepartmentWorkflow.class).list(first).departments()).hasSize(4);
    assertThat(run(TemplateWorkflow.class).list(first).templates()).hasSize(7);
  }

  @Test
  void anOutageIsWaitedFor() {
    tenant.fault("GET", "/employee/edit/403", "status", ",\"status\":500");
    assertThat(run(EmployeeWorkflow.class).read(employee(70003)).employee()).isPresent();
    assertThat(tenant.count("GET /employee/edit/403")).isEqualTo(2);
  }

  @Test
  void badQuestionsAreRefusedWithAllTheirProblemsBeforeAnyRequest() {
    assertThat(
            refusal(
                () ->
                    run(RosterWorkflow.class)
                        .list(roster(Optional.of("a*b"), List.of("\u0007"), 401))))
        .isEqualTo(
            "name may have one '*', at its end and after a beginning; sites must not contain"
                + " '<', '>', control characters or invisible ones (direction marks, zero width"
                + " joiners): write it without them; page must be a whole number"
                + " from 1 to 400");
    assertThat(refusal(() -> run(EmployeeWorkflow.class).read(employee(0))))
        .startsWith("posUserId must be a whole number from 1");
    assertThat(
            refusal(
                () ->
                    run(EmployeeWorkflow.class)
                        .read(new EmployeeQuestion(Optional.empty(), Optional.empty()))))
        .isEqualTo("posUserId is missing; give it, or the internal employee id");
    assertThat(refusal(() -> run(SiteWorkflow.class).list(new ListingQuestion(-1))))
        .startsWith("page must be");
    assertThat(refusal(() -> run(TemplateWorkflow.class).list(null)))
        .isEqualTo("question is missing");
    assertThat(tenant.requests()).isEmpty();
  }

  private static String refusal(Runnable run) {
    WorkflowFailedException failed = catchThrowableOfType(WorkflowFailedException.class, run::run);
    assertThat(failed).isNotNull();
    ApplicationFailure cause = (ApplicationFailure) failed.getCause();
    assertThat(cause.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
    return cause.getOriginalMessage();
  }
}

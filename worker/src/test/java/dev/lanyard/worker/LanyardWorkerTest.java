package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.availability.AvailabilityWorkflow;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorReport;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.DoctorWorkflow;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.reading.DepartmentWorkflow;
import dev.lanyard.workflows.reading.EmployeeWorkflow;
import dev.lanyard.workflows.reading.RosterWorkflow;
import dev.lanyard.workflows.reading.SiteWorkflow;
import dev.lanyard.workflows.reading.TemplateWorkflow;
import dev.lanyard.workflows.webusers.WebUsersWorkflow;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanyardWorkerTest {

  @TempDir Path folder;

  private Keys keys;
  private TestWorkflowEnvironment temporal;
  private WorkflowClient client;

  @BeforeEach
  void startTemporal() throws Exception {
    keys = Keys.create(folder.resolve("keys"));
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
    client =
        LanyardWorker.client(temporal.getWorkflowServiceStubs(), temporal.getNamespace(), keys);
  }

  @AfterEach
  void endTemporal() {
    temporal.close();
  }

  private static WorkerConfiguration configuration(Sandbox sandbox, String taskQueue)
      throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_TASK_QUEUE", taskQueue);
    environment.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    return WorkerConfiguration.read(environment);
  }

  private WorkflowStub ask(String taskQueue, int posUserId) {
    AvailabilityWorkflow workflow =
        client.newWorkflowStub(
            AvailabilityWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setWorkflowId("check/" + taskQueue)
                .build());
    WorkflowClient.start(
        workflow::check,
        new AvailabilityQuestion(
            Optional.of(new PosUserId(posUserId)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return WorkflowStub.fromTyped(workflow);
  }

  private static Availability answer(WorkflowStub run) throws Exception {
    return run.getResult(60, TimeUnit.SECONDS, Availability.class);
  }

  private List<HistoryEvent> history(WorkflowStub run, EventType type) {
    return client
        .fetchHistory(run.getExecution().getWorkflowId())
        .getHistory()
        .getEventsList()
        .stream()
        .filter(event -> event.getEventType() == type)
        .toList();
  }

  private static String requests(Sandbox sandbox) throws Exception {
    URI log = sandbox.backofficeUrl().resolve("/_sandbox/requests");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(log).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void twoWorkersOfOneProcessServeTheirOwnTaskQueuesAndSystems() throws Exception {
    try (Sandbox east = Sandbox.start(SandboxOptions.defaults());
        Sandbox west = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker first = LanyardWorker.start(client, configuration(east, "east"), keys);
        LanyardWorker second = LanyardWorker.start(client, configuration(west, "west"), keys)) {
      Availability taken = answer(ask(first.taskQueue(), 70001));
      assertThat(taken.answers()).singleElement().matches(a -> !a.free(), "seeded, so taken");
      assertThat(requests(east)).contains("/login_check");
      assertThat(requests(west)).doesNotContain("/login_check");

      Availability free = answer(ask(second.taskQueue(), 12345));
      assertThat(free.answers()).singleElement().matches(a -> a.free(), "free");
      assertThat(requests(west)).contains("/login_check");
    }
  }

  @Test
  void aWorkerAnswersWhatBackofficeShows() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker =
            LanyardWorker.start(client, configuration(sandbox, "reading"), keys)) {
      WorkflowOptions options =
          WorkflowOptions.newBuilder().setTaskQueue(worker.taskQueue()).build();
      ListingQuestion first = new ListingQuestion(1);
      assertThat(
              client
                  .newWorkflowStub(EmployeeWorkflow.class, options)
                  .read(new EmployeeQuestion(Optional.of(new PosUserId(70001)), Optional.empty()))
                  .employee())
          .hasValueSatisfying(employee -> assertThat(employee.employeeId()).isEqualTo(401));
      assertThat(
              client
                  .newWorkflowStub(RosterWorkflow.class, options)
                  .list(
                      new RosterQuestion(
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          List.of(),
                          false,
                          false,
                          1))
                  .employees())
          .hasSize(12);
      assertThat(client.newWorkflowStub(SiteWorkflow.class, options).list(first).total())
          .isEqualTo(6);
      assertThat(client.newWorkflowStub(DepartmentWorkflow.class, options).list(first).total())
          .isEqualTo(4);
      assertThat(client.newWorkflowStub(TemplateWorkflow.class, options).list(first).total())
          .isEqualTo(7);
    }
  }

  @Test
  void aWorkerThatEndsLetsTheRunningActivityFinish() throws Exception {
    try (Sandbox slow =
        Sandbox.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(300)))) {
      WorkflowStub run;
      try (LanyardWorker worker = LanyardWorker.start(client, configuration(slow, "slow"), keys)) {
        run = ask(worker.taskQueue(), 12345);
        while (!requests(slow).contains("/login")) {
          LockSupport.parkNanos(5_000_000);
        }
        assertThat(history(run, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)).isEmpty();
      }

      assertThat(history(run, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)).hasSize(1);
      assertThat(history(run, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED))
          .singleElement()
          .extracting(event -> event.getActivityTaskStartedEventAttributes().getAttempt())
          .isEqualTo(1);
    }
  }

  @WorkflowInterface
  public interface RaiseWorkflow {
    @WorkflowMethod
    void raise(String taskQueue);
  }

  /** Asks for a wage of nothing, which is refused before Backoffice is asked. */
  public static final class RaiseWorkflowImpl implements RaiseWorkflow {
    @Override
    public void raise(String taskQueue) {
      var unused =
          Workflow.newActivityStub(
                  EmployeeChangeActivities.class,
                  ActivityOptions.newBuilder()
                      .setTaskQueue(TaskQueues.backoffice(taskQueue))
                      .setStartToCloseTimeout(Duration.ofSeconds(30))
                      .build())
              .recordWage(
                  new RecordWage(1, new PosUserId(1), true, null, null, null, null, null, false));
    }
  }

  @Test
  void changesOfEmployeesAreServedOnBackofficesQueue() throws Exception {
    WorkerFactory own = WorkerFactory.newInstance(client);
    own.newWorker("raises").registerWorkflowImplementationTypes(RaiseWorkflowImpl.class);
    own.start();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker = LanyardWorker.start(client, configuration(sandbox, "c"), keys)) {
      RaiseWorkflow workflow =
          client.newWorkflowStub(
              RaiseWorkflow.class, WorkflowOptions.newBuilder().setTaskQueue("raises").build());
      assertThatThrownBy(() -> workflow.raise(worker.taskQueue()))
          .hasRootCauseInstanceOf(ApplicationFailure.class)
          .rootCause()
          .extracting(failure -> ((ApplicationFailure) failure).getType())
          .isEqualTo(FailureTypes.INPUT_REFUSED);
      assertThat(requests(sandbox)).doesNotContain("/login");
    } finally {
      own.shutdownNow();
    }
  }

  @Test
  void webUsersAreListedOnBackofficesQueue() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker = LanyardWorker.start(client, configuration(sandbox, "w"), keys)) {
      WebUsersWorkflow workflow =
          client.newWorkflowStub(
              WebUsersWorkflow.class,
              WorkflowOptions.newBuilder()
                  .setTaskQueue(worker.taskQueue())
                  .setWorkflowId("web-users/w")
                  .build());
      WebUserList list =
          workflow.list(
              new WebUserQuery(
                  Optional.of("Bot"), Optional.empty(), Optional.empty(), "active", 1));

      assertThat(list.rows())
          .extracting(WebUserRow::userId, WebUserRow::username)
          .containsExactly(tuple(3_310_001, "lanyard.bot"));
      assertThat(client.fetchHistory("web-users/w").toProtoText(false))
          .contains("binary/encrypted")
          .doesNotContain("lanyard.bot");
    }
  }

  @Test
  void theStartCheckSaysALineForEachSystemOverOneLoginOfTheWorkers() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker = LanyardWorker.start(client, configuration(sandbox, "s"), keys)) {
      assertThat(startCheck(worker))
          .containsExactlyInAnyOrder(
              "start check of Backoffice: 3 of 3 fine", "start check of staff API: 2 of 2 fine");
      assertThat(answer(ask(worker.taskQueue(), 70001)).answers()).hasSize(1);

      assertThat(requests(sandbox).split("/login_check", -1)).hasSize(2);
    }
  }

  @Test
  void aWorkerWithoutSystemsStartsAndSaysWhatIsWrong() throws Exception {
    Sandbox gone = Sandbox.start(SandboxOptions.defaults());
    WorkerConfiguration configuration = configuration(gone, "gone");
    gone.close();
    try (LanyardWorker worker = LanyardWorker.start(client, configuration, keys)) {
      assertThat(startCheck(worker))
          .containsExactlyInAnyOrder(
              "start check of Backoffice: 1 of 1 FAILED, see the log; all of it: ./lanyard doctor",
              "start check of staff API: 1 of 1 FAILED, see the log; all of it: ./lanyard doctor");
    }
  }

  private static List<String> startCheck(LanyardWorker worker) throws InterruptedException {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    worker.checkSystems(said::add);
    return List.of(next(said), next(said));
  }

  private static String next(BlockingQueue<String> said) throws InterruptedException {
    return Objects.requireNonNull(said.poll(60, TimeUnit.SECONDS), "nothing was said");
  }

  @Test
  void anExaminationNamesNobodyInItsHistoryOrReport() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker = LanyardWorker.start(client, configuration(sandbox, "d"), keys)) {
      DoctorReport report =
          client
              .newWorkflowStub(
                  DoctorWorkflow.class,
                  WorkflowOptions.newBuilder()
                      .setTaskQueue(worker.taskQueue())
                      .setWorkflowId("doctor/d")
                      .build())
              .examine(new DoctorRequest(3));

      assertThat(report.count(CheckResult.FAILED)).as(report.toString()).isZero();
      assertThat(report.count(CheckResult.OK)).isEqualTo(24);
      assertThat(report.toString()).doesNotContain("70001").doesNotContain("example.test");
      String history = client.fetchHistory("doctor/d").toProtoText(false);
      assertThat(history)
          .contains("binary/encrypted")
          .contains("examine Backoffice")
          .doesNotContain("70001")
          .doesNotContain("example.test")
          .doesNotContain("lanyard.bot");
    }
  }

  @Test
  void nothingOfAQuestionOrAnswerIsReadableInTheHistory() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker = LanyardWorker.start(client, configuration(sandbox, "q"), keys)) {
      WorkflowStub run = ask(worker.taskQueue(), 70001);
      assertThat(answer(run).answers()).hasSize(1);

      String history = client.fetchHistory("check/q").toProtoText(false);
      assertThat(history).contains("binary/encrypted").doesNotContain("70001");
    }
  }
}

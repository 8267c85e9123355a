package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole worker on the sandbox, for a role without a staff account. */
class AlterationsOnSandboxTest {

  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far longer than anything here takes, also on a busy machine (guessed). */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;

  private TestWorkflowEnvironment temporal;
  private WorkflowClient client;
  private Sandbox sandbox;
  private LanyardWorker worker;

  @BeforeEach
  void start() throws Exception {
    Keys keys = Keys.create(folder.resolve("keys"));
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder().setUseTimeskipping(false);
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    temporal = TestWorkflowEnvironment.newInstance(options.build());
    client =
        LanyardWorker.client(temporal.getWorkflowServiceStubs(), temporal.getNamespace(), keys);
    sandbox = Sandbox.start(SandboxOptions.defaults());
    worker = LanyardWorker.start(client, configuration(), keys);
    hire();
  }

  @AfterEach
  void end() {
    worker.close();
    sandbox.close();
    temporal.close();
  }

  private WorkerConfiguration configuration() throws Exception {
    Path file = folder.resolve("lanyard.conf");
    Files.writeString(
        file,
        "lanyard.staff-api.templates-without-account = [\"General User\", \"Shift Leader\"]\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_CONFIG", file.toString());
    environment.put("LANYARD_TASK_QUEUE", "alterations");
    environment.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    return WorkerConfiguration.read(environment);
  }

  private void hire() {
    hand(
        new HireEvent(
            "hired",
            Instant.now(),
            JANE,
            new Hire(
                "Jane",
                "Doe",
                Optional.of("6155551234"),
                Optional.of("jane.doe@example.com"),
                PosUserId.of(12345),
                new BigDecimal("15.50"),
                LocalDate.of(2026, 5, 1),
                SiteChoice.of(List.of("Wash 37135")),
                "General User",
                List.of(),
                Optional.empty())));
    approve(WorkflowIds.onboarding(JANE, 1));
    assertThat(result(WorkflowIds.onboarding(JANE, 1), OnboardingResult.class).outcome())
        .isEqualTo("done");
  }

  private void hand(HrEvent event) {
    var started =
        client
            .newUntypedWorkflowStub(
                "PersonWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(worker.taskQueue())
                    .setWorkflowId(WorkflowIds.person(JANE))
                    .build())
            .signalWithStart(
                PersonWorkflow.EVENT_SIGNAL,
                new Object[] {event},
                new Object[] {PersonState.unknown(JANE)});
    assertThat(started.getWorkflowId()).isNotEmpty();
  }

  private void approve(String workflowId) {
    OpenRequest request =
        eventually(
            () ->
                client
                    .newUntypedWorkflowStub(workflowId)
                    .query("status", RunStatus.class)
                    .awaiting()
                    .stream()
                    .findFirst());
    WorkflowStub run = client.newUntypedWorkflowStub(workflowId);
    run.signal("decide", Map.of("requestId", request.id(), "choice", "approve", "by", "maria"));
  }

  private <R> R result(String workflowId, Class<R> type) {
    eventually(
        () ->
            Optional.of(client.newUntypedWorkflowStub(WorkflowIds.person(JANE)))
                .map(person -> person.query("status", PersonStatus.class))
                .filter(person -> person.lastProcess().equals(Optional.of(workflowId))));
    return client.newUntypedWorkflowStub(workflowId).getResult(type);
  }

  private static <T> T eventually(Supplier<Optional<T>> question) {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        Optional<T> answer = question.get();
        if (answer.isPresent()) {
          return answer.get();
        }
      } catch (WorkflowException notThereYet) {
        // Asked again below.
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("it did not happen within " + LIMIT);
  }

  /** Jane's record as the sandbox has it, behind the pages. */
  private JsonNode jane() throws Exception {
    URI state = sandbox.backofficeUrl().resolve("/_sandbox/state");
    String body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(state).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode employee : JSON.readTree(body).at("/backoffice/employees")) {
      if (employee.toString().contains("12345")) {
        return employee;
      }
    }
    throw new AssertionError("Jane is not there: " + body.substring(0, 500));
  }

  @Test
  void transferChangesExactlyWhatWasApprovedAndAChangeOnlyTheFieldsItNames() throws Exception {
    JsonNode hired = jane();
    hand(
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
    approve(transfer);

    TransferResult result = result(transfer, TransferResult.class);

    assertThat(result.outcome()).as(result.reason()).isEqualTo("done");
    JsonNode transferred = jane();
    System.out.println("HIRED " + hired);
    System.out.println("TRANSFERRED " + transferred);

    hand(
        new ChangeEvent(
            "married",
            Instant.now(),
            JANE,
            new PersonChange(null, Optional.of("Example"), null, null, null, null, null, null)));
    ChangeResult change = result(WorkflowIds.change(JANE, 3), ChangeResult.class);

    assertThat(change.outcome()).as(change.reason()).isEqualTo("done");
    assertThat(change.backoffice()).isEqualTo("changed");
    assertThat(change.staffApi()).isEqualTo("no record there");
  }
}

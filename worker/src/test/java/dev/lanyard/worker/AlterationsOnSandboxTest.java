package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
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
        """
        lanyard.staff-api.templates-without-account = ["General User", "Shift Leader"]
        lanyard.policy.grace-period = 7d
        lanyard.policy.look-again-after = 0s
        """);
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
    environment.put("STAFF_API_REQUESTS_PER_MINUTE", "60000");
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
    OpenRequest request = eventually(() -> status(workflowId).awaiting().stream().findFirst());
    decide(workflowId, request.id(), "approve");
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
    assertThat(transferred.get("sites")).hasSize(1);
    assertThat(transferred.get("sites").get(0).asText()).isEqualTo("Harbor Wash");
    assertThat(transferred.get("template").asText()).isEqualTo("Shift Leader");
    assertThat(transferred.get("wages")).hasSize(2);
    assertThat(transferred.get("wages").get(0).get("rate").asDouble()).isEqualTo(18.25);
    assertThat(without(transferred, "sites", "template", "grants", "overrides", "wages"))
        .isEqualTo(without(hired, "sites", "template", "grants", "overrides", "wages"));

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
    JsonNode married = jane();
    assertThat(married.get("lastName").asText()).isEqualTo("Example");
    assertThat(without(married, "lastName")).isEqualTo(without(transferred, "lastName"));
  }

  private static JsonNode without(JsonNode employee, String... fields) {
    return ((ObjectNode) employee.deepCopy()).without(List.of(fields));
  }

  @Test
  void transferThatBackofficeRefusesHalfWayLeavesExactlyWhatWasThere() throws Exception {
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
                null,
                null,
                null)));
    String transfer = WorkflowIds.transfer(JANE, 2);
    // The sites are changed by then; the permissions come back as they were.
    eventually(() -> status(transfer).awaiting().stream().findFirst());
    fault(
        "{\"system\":\"backoffice\",\"method\":\"POST\",\"path\":\"/employee/permissions/update\","
            + "\"kind\":\"success-without-effect\"}");
    approve(transfer);
    OpenRequest parked =
        eventually(
            () ->
                status(transfer).awaiting().stream()
                    .filter(request -> request.kind().equals(OpenRequest.PARKED))
                    .findFirst());
    assertThat(jane().get("sites").get(0).asText()).isEqualTo("Harbor Wash");
    decide(transfer, parked.id(), "withdraw");

    assertThat(result(transfer, TransferResult.class).outcome()).isEqualTo("withdrawn");
    assertThat(jane()).isEqualTo(hired);
  }

  @Test
  void undoAndReturnGiveBackExactlyWhatWasTakenWithAnotherPin() throws Exception {
    JsonNode hired = jane();
    hand(
        new TerminationEvent(
            "fired",
            Instant.now(),
            JANE,
            new Termination(
                Optional.of(PosUserId.of(12345)), Optional.empty(), Optional.empty(), true)));
    assertThat(result(WorkflowIds.offboarding(JANE, 2), OffboardingResult.class).outcome())
        .isEqualTo("done");
    assertThat(jane().get("active").asBoolean()).isFalse();

    hand(new UndoEvent("undone", Instant.now(), JANE, "the wrong person"));
    String undo = WorkflowIds.restoration(RestorationInput.UNDO, JANE, 3);
    approve(undo);
    RestorationResult undone = result(undo, RestorationResult.class);

    assertThat(undone.outcome()).as(undone.reason()).isEqualTo("done");
    assertThat(without(jane(), "pin")).isEqualTo(without(hired, "pin"));
    assertThat(jane().get("pin")).isNotEqualTo(hired.get("pin"));

    hand(new LeaveEvent("away", Instant.now(), JANE, new Leave(null, null)));
    assertThat(result(WorkflowIds.leave(JANE, 4), OffboardingResult.class).outcome())
        .isEqualTo("done");
    assertThat(jane().get("active").asBoolean()).isFalse();
    hand(new ReturnEvent("back", Instant.now(), JANE, Optional.empty()));
    String back = WorkflowIds.restoration(RestorationInput.RETURN, JANE, 5);
    approve(back);

    assertThat(result(back, RestorationResult.class).outcome()).isEqualTo("done");
    assertThat(without(jane(), "pin")).isEqualTo(without(hired, "pin"));
  }

  private RunStatus status(String workflowId) {
    return client.newUntypedWorkflowStub(workflowId).query("status", RunStatus.class);
  }

  private void decide(String workflowId, String requestId, String choice) {
    client
        .newUntypedWorkflowStub(workflowId)
        .signal("decide", Map.of("requestId", requestId, "choice", choice, "by", "maria"));
  }

  private void fault(String rule) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(sandbox.backofficeUrl().resolve("/_sandbox/faults"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("[" + rule + "]"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}

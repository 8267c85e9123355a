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
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** A whole worker on a sandbox of its own, and what HR and a manager say to it. */
final class WorkerOnSandbox implements AutoCloseable {

  static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far longer than anything here takes, also on a busy machine (guessed). */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  final WorkflowClient client;
  private final HttpClient http = HttpClient.newHttpClient();
  private final TestWorkflowEnvironment temporal;
  private final Sandbox sandbox;
  private final LanyardWorker worker;

  /**
   * @param configuration lines of lanyard.conf
   */
  WorkerOnSandbox(Path folder, String... configuration) throws Exception {
    Keys keys = Keys.create(folder.resolve("keys"));
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder().setUseTimeskipping(false);
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    temporal = TestWorkflowEnvironment.newInstance(options.build());
    client =
        LanyardWorker.client(temporal.getWorkflowServiceStubs(), temporal.getNamespace(), keys);
    sandbox = Sandbox.start(SandboxOptions.defaults());
    Path file = folder.resolve("lanyard.conf");
    Files.writeString(file, String.join("\n", configuration));
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_CONFIG", file.toString());
    environment.put("LANYARD_TASK_QUEUE", "whole");
    environment.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    // Of a system that answers at once; the vendor's limits are not what is tested here.
    environment.put("STAFF_API_REQUESTS_PER_MINUTE", "60000");
    environment.put("LANYARD_LOOK_AGAIN_AFTER", "1s");
    worker = LanyardWorker.start(client, WorkerConfiguration.read(environment), keys);
  }

  /**
   * The quickstart's Jane Doe, or whoever has her first name.
   *
   * @param from a day that is past, so that access opens at once
   */
  static Hire jane(
      String lastName, String email, String site, String template, String wage, LocalDate from) {
    return jane(12345, lastName, email, site, template, wage, from);
  }

  /** The same with another POS user ID. */
  static Hire jane(
      int posUserId,
      String lastName,
      String email,
      String site,
      String template,
      String wage,
      LocalDate from) {
    return new Hire(
        "Jane",
        lastName,
        Optional.of("6155551234"),
        Optional.of(email),
        PosUserId.of(posUserId),
        new BigDecimal(wage),
        from,
        SiteChoice.of(List.of(site)),
        template,
        List.of(),
        Optional.empty());
  }

  void hire(EmployeeNumber employeeNumber, String eventId, Hire hire) {
    hand(new HireEvent(eventId, Instant.now(), employeeNumber, hire));
  }

  void hand(HrEvent event) {
    var started =
        client
            .newUntypedWorkflowStub(
                "PersonWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(worker.taskQueue())
                    .setWorkflowId(WorkflowIds.person(event.employeeNumber()))
                    .build())
            .signalWithStart(
                PersonWorkflow.EVENT_SIGNAL,
                new Object[] {event},
                new Object[] {PersonState.unknown(event.employeeNumber())});
    assertThat(started.getWorkflowId()).isNotEmpty();
  }

  RunStatus until(String workflowId, Predicate<RunStatus> expected) {
    return eventually(
        () ->
            Optional.of(client.newUntypedWorkflowStub(workflowId).query("status", RunStatus.class))
                .filter(expected));
  }

  /** What is asked now, besides what was asked before. */
  OpenRequest asked(String workflowId, String... before) {
    return eventually(
        () ->
            client
                .newUntypedWorkflowStub(workflowId)
                .query("status", RunStatus.class)
                .awaiting()
                .stream()
                .filter(open -> !List.of(before).contains(open.id()))
                .findFirst());
  }

  OpenRequest approve(String workflowId, String... before) {
    OpenRequest request = asked(workflowId, before);
    assertThat(request.kind()).as(request.detail().toString()).isEqualTo(OpenRequest.APPROVAL);
    client
        .newUntypedWorkflowStub(workflowId)
        .signal("decide", Map.of("requestId", request.id(), "choice", "approve", "by", "maria"));
    return request;
  }

  void amend(String workflowId, Map<String, Object> fields) {
    Map<String, Object> amendment = new HashMap<>(fields);
    amendment.put("by", "maria");
    DecisionAnswer answer =
        client.newUntypedWorkflowStub(workflowId).update("amend", DecisionAnswer.class, amendment);
    assertThat(answer.accepted()).as(answer.reason()).isTrue();
  }

  /** Of a process of Jane's that has ended, its person's run told. */
  <R> R result(String workflowId, Class<R> type) {
    return result(JANE, workflowId, type);
  }

  <R> R result(EmployeeNumber whose, String workflowId, Class<R> type) {
    PersonStatus told;
    try {
      told =
          eventually(
              () ->
                  Optional.of(client.newUntypedWorkflowStub(WorkflowIds.person(whose)))
                      .map(person -> person.query("status", PersonStatus.class))
                      .filter(person -> person.lastProcess().equals(Optional.of(workflowId))));
    } catch (AssertionError inVain) {
      throw new AssertionError(workflowId + " asks " + openRequests(workflowId), inVain);
    }
    assertThat(told.currentProcess()).isEmpty();
    return client.newUntypedWorkflowStub(workflowId).getResult(type);
  }

  /** What a test that waits in vain waited for. */
  private List<String> openRequests(String workflowId) {
    return client
        .newUntypedWorkflowStub(workflowId)
        .query("status", RunStatus.class)
        .awaiting()
        .stream()
        .map(open -> open.question() + " " + open.detail())
        .toList();
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

  /** The records of POS user ID 12345 as the sandbox has them, behind the pages. */
  List<JsonNode> employees() throws Exception {
    return employees(12345);
  }

  List<JsonNode> employees(int posUserId) throws Exception {
    return rows("/backoffice/employees", row -> row.path("posUserId").asInt() == posUserId);
  }

  /** Everybody in the staff API called Jane. */
  List<JsonNode> members() throws Exception {
    return rows("/staffApi/staff", row -> row.path("first_name").asText().equals("Jane"));
  }

  List<JsonNode> invitations() throws Exception {
    return rows("/staffApi/invitations", row -> true);
  }

  List<JsonNode> widenings() throws Exception {
    return rows("/staffApi/widenings", row -> true);
  }

  /** Such as {@code PUT /v1/companies/5678/staff/454.json}. */
  List<String> staffWrites() throws Exception {
    return StreamSupport.stream(control("GET", "requests", "").spliterator(), false)
        .filter(one -> one.path("system").asText().equals("staff-api"))
        .filter(one -> !one.path("method").asText().equals("GET"))
        .map(one -> one.path("method").asText() + " " + one.path("path").asText())
        .toList();
  }

  /** The next matching request meets this. */
  void fault(Map<String, Object> fault) throws Exception {
    assertThat(control("POST", "faults", JSON.writeValueAsString(List.of(fault)))).isNotNull();
  }

  private List<JsonNode> rows(String pointer, Predicate<JsonNode> wanted) throws Exception {
    return StreamSupport.stream(control("GET", "state", "").at(pointer).spliterator(), false)
        .filter(wanted)
        .toList();
  }

  private JsonNode control(String method, String path, String body)
      throws IOException, InterruptedException {
    URI url = sandbox.backofficeUrl().resolve("/_sandbox/" + path);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    worker.close();
    sandbox.close();
    temporal.close();
  }
}

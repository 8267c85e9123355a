package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.StaffApiAccess;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole worker with a login of its own, and a vendor who revokes it in the midst of a hire. */
class RevokedLoginTest {

  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-30442");
  private static final String RUN = WorkflowIds.onboarding(JANE, 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far longer than anything here takes, also on a busy machine (guessed). */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private Keys keys;
  private TestWorkflowEnvironment temporal;
  private WorkflowClient client;
  private Sandbox sandbox;
  private WorkerConfiguration configuration;

  @BeforeEach
  void start() throws Exception {
    keys = Keys.create(home.resolve("keys"));
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder().setUseTimeskipping(false);
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    temporal = TestWorkflowEnvironment.newInstance(options.build());
    client =
        LanyardWorker.client(temporal.getWorkflowServiceStubs(), temporal.getNamespace(), keys);
    sandbox = Sandbox.start(SandboxOptions.defaults());
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_HOME", home.toString());
    environment.put("LANYARD_TASK_QUEUE", "revoked-login");
    environment.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    environment.put("STAFF_API_AUTHORIZATION", "oauth");
    configuration = WorkerConfiguration.read(environment);
  }

  @AfterEach
  void end() {
    sandbox.close();
    temporal.close();
  }

  @Test
  void runParksWithTheRemedyAndGoesOnAfterANewLogin() throws Exception {
    logIn("sandbox-authorization-code");
    try (LanyardWorker worker = LanyardWorker.start(client, configuration, keys)) {
      hire(worker.taskQueue());
      OpenRequest asked = awaiting(OpenRequest.APPROVAL);
      revokeLogin();
      decide(asked, "approve");

      OpenRequest parked = awaiting(OpenRequest.PARKED);

      assertThat(parked.question() + " " + parked.detail())
          .contains(
              FailureTypes.STAFF_API_LOGIN_NEEDED,
              "Run ./lanyard staff login where the worker runs");
      assertThat(parked.choices()).contains("retry");
      int tokenRequests = tokenRequests();
      send("settings", "{\"staffApiAuthorizationCode\":\"a-new-code\"}");
      logIn("a-new-code");
      decide(parked, "retry");

      assertThat(client.newUntypedWorkflowStub(RUN).getResult(OnboardingResult.class).outcome())
          .isEqualTo("done");
      // The login's own: what it stored is taken up, and nothing is renewed after it.
      assertThat(tokenRequests()).isEqualTo(tokenRequests + 1);
      assertThat(read("state").at("/staffApi/staff").toString()).contains(JANE.value());
    }
  }

  private void logIn(String code) {
    configuration.staffApiAccess().login(configuration.staffApi(), keys, code);
  }

  /** Somebody else spends the refresh token, so that the worker's own is worthless. */
  private void revokeLogin() throws Exception {
    StaffApiAccess access = configuration.staffApiAccess();
    Path copy = home.resolve("copy").resolve("tokens");
    Files.createDirectories(copy.getParent());
    Files.copy(access.tokenFile(), copy);
    Authorization thief =
        new StaffApiAccess(access.mode(), access.redirectUri(), access.authorizeUrl(), copy)
            .authorization(configuration.staffApi(), keys)
            .orElseThrow();
    assertThat(thief.renewed(thief.header())).isTrue();
    send(
        "faults",
        "[{\"system\":\"staff-api\",\"method\":\"GET\",\"path\":\"/v1/companies/*\","
            + "\"kind\":\"expired-token\"}]");
  }

  private void hire(String taskQueue) {
    HireEvent event =
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
                Optional.empty()));
    var started =
        client
            .newUntypedWorkflowStub(
                "PersonWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(taskQueue)
                    .setWorkflowId(WorkflowIds.person(JANE))
                    .build())
            .signalWithStart(
                PersonWorkflow.EVENT_SIGNAL,
                new Object[] {event},
                new Object[] {PersonState.unknown(JANE)});
    assertThat(started.getWorkflowId()).isNotEmpty();
  }

  private OpenRequest awaiting(String kind) {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    Object last = "nothing";
    while (System.nanoTime() < giveUp) {
      try {
        RunStatus status = client.newUntypedWorkflowStub(RUN).query("status", RunStatus.class);
        last = status.awaiting() + " " + status.steps();
        for (OpenRequest request : status.awaiting()) {
          if (request.kind().equals(kind)) {
            return request;
          }
        }
      } catch (WorkflowException notThereYet) {
        last = notThereYet;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("no " + kind + " within " + LIMIT + ": " + last);
  }

  private void decide(OpenRequest request, String choice) {
    client
        .newUntypedWorkflowStub(RUN)
        .signal("decide", Map.of("requestId", request.id(), "choice", choice, "by", "maria"));
  }

  private int tokenRequests() throws Exception {
    int count = 0;
    for (JsonNode request : read("requests")) {
      count += request.path("path").asText().equals("/v1/token.json") ? 1 : 0;
    }
    return count;
  }

  private JsonNode read(String what) throws Exception {
    return JSON.readTree(
        http.send(
                HttpRequest.newBuilder(sandbox.backofficeUrl().resolve("/_sandbox/" + what))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private void send(String what, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.backofficeUrl().resolve("/_sandbox/" + what))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isBetween(200, 299);
  }
}

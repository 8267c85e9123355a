package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.HandoverKeyPair;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.Pin;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.follow.Watcher;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.worker.LanyardWorker;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.pin.RevealAnswer;
import dev.lanyard.workflows.pin.RevealRequest;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real server, real workers in processes of their own, real HTTP; the worst moment to die. */
@ExtendWith(RealTemporal.class)
class KilledWorkerTest {

  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-killed");
  private static final String TASK_QUEUE = "killed-worker-test";

  /** Far longer than a worker's start and a lost heartbeat take (guessed). */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void workerKilledBetweenCreateAndItsReadBackLeavesOneEmployeeWithTheFirstPin(
      TemporalTarget temporal) throws Exception {
    Keys keys = Keys.create(home.resolve("keys"));
    Path output = home.resolve("worker.log");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      holdUpReadBack(sandbox);
      ProcessBuilder worker = WorkerProcess.of(home, TASK_QUEUE, temporal, sandbox, "worker");
      Process first = WorkerProcess.started(worker, output);
      Process second = null;
      try {
        WorkflowClient client =
            LanyardWorker.client(temporal.serviceStubs(), temporal.namespace(), keys);
        Submitted hire =
            new HrIntake(client, keys.pinSealer(), TASK_QUEUE, Clock.systemUTC()).submit(jane());
        FollowOutcome asked = new Follower(client).follow(hire, untilAsked());
        approveAsTemporalUiDoes(temporal, (FollowOutcome.Waiting) asked);
        untilInserted(sandbox);

        first.destroyForcibly().waitFor();
        second = WorkerProcess.started(worker, output);
        List<String> notes = new ArrayList<>();
        FollowOutcome end = new Follower(client).follow(hire, collecting(notes));

        assertThat(end.done()).as("%s", end).isTrue();
        assertThat(notes).anyMatch(note -> note.contains("found from an earlier attempt"));
        assertOneRecord(sandbox, collected(client));
        assertNothingPersonalIsReadable(temporal, output);
      } finally {
        first.destroyForcibly();
        if (second != null) {
          second.destroyForcibly().waitFor();
        }
      }
    }
  }

  /** The create has happened by then, and its activity has not ended. */
  private void holdUpReadBack(Sandbox sandbox) throws Exception {
    HttpRequest faults =
        HttpRequest.newBuilder(sandbox.backofficeUrl().resolve("/_sandbox/faults"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "[{\"system\":\"backoffice\",\"method\":\"GET\",\"path\":\"/employee/edit/*\","
                        + "\"nth\":1,\"kind\":\"delay\",\"delayMs\":15000}]"))
            .build();
    assertThat(http.send(faults, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isBetween(200, 299);
  }

  private static HireEvent jane() {
    return new HireEvent(
        UUID.randomUUID().toString(),
        Clock.systemUTC().instant(),
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
  }

  private static Watcher untilAsked() {
    return new Watcher() {
      @Override
      public boolean request(String workflowId, OpenRequest request, RunStatus status) {
        return false;
      }
    };
  }

  private static Watcher collecting(List<String> notes) {
    return new Watcher() {
      @Override
      public void step(StepStatus step) {
        notes.add(step.note());
      }
    };
  }

  /** A bare JSON object, past the payload codec. */
  private static void approveAsTemporalUiDoes(
      TemporalTarget temporal, FollowOutcome.Waiting waiting) {
    WorkflowClient.newInstance(
            temporal.serviceStubs(),
            WorkflowClientOptions.newBuilder().setNamespace(temporal.namespace()).build())
        .newUntypedWorkflowStub(waiting.workflowId())
        .signal(
            "decide",
            Map.of("requestId", waiting.request().id(), "choice", "approve", "by", "maria"));
  }

  private void untilInserted(Sandbox sandbox) throws Exception {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (inserts(sandbox) == 0) {
      assertThat(System.nanoTime()).as("no create within " + LIMIT).isLessThan(giveUp);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private long inserts(Sandbox sandbox) throws Exception {
    return StreamSupport.stream(read(sandbox, "/_sandbox/requests").spliterator(), false)
        .filter(request -> request.path("path").asText().equals("/employee/insert"))
        .filter(request -> request.path("status").asInt() == 302)
        .count();
  }

  private static Pin collected(WorkflowClient client) {
    HandoverKeyPair keyPair = HandoverKeyPair.generate();
    RevealAnswer answer =
        client
            .newUntypedWorkflowStub(WorkflowIds.pinHandover(JANE))
            .update("reveal", RevealAnswer.class, new RevealRequest(keyPair.publicKey(), "test"));
    return keyPair.open(answer.sealed().orElseThrow(), JANE.value());
  }

  private void assertOneRecord(Sandbox sandbox, Pin pin) throws Exception {
    assertThat(inserts(sandbox)).isEqualTo(1);
    JsonNode state = read(sandbox, "/_sandbox/state");
    List<JsonNode> janes =
        StreamSupport.stream(state.at("/backoffice/employees").spliterator(), false)
            .filter(employee -> employee.path("posUserId").asInt() == 12345)
            .toList();
    assertThat(janes).hasSize(1);
    assertThat(janes.get(0).path("active").asBoolean()).isTrue();
    assertThat(pin.matches(janes.get(0).path("pin").asText())).as("the PIN sealed first").isTrue();
    assertThat(state.at("/staffApi/invitations")).hasSize(1);
    assertThat(state.at("/staffApi/widenings")).isEmpty();
  }

  private static void assertNothingPersonalIsReadable(TemporalTarget temporal, Path output)
      throws Exception {
    WorkflowClient plain =
        WorkflowClient.newInstance(
            temporal.serviceStubs(),
            WorkflowClientOptions.newBuilder().setNamespace(temporal.namespace()).build());
    for (String id :
        List.of(
            WorkflowIds.person(JANE),
            WorkflowIds.onboarding(JANE, 1),
            WorkflowIds.pinHandover(JANE))) {
      String history = plain.fetchHistory(id).getHistory().toString();
      assertThat(history).doesNotContain("Jane", "Doe", "6155551234", "jane.doe");
    }
    assertThat(Files.readString(output)).doesNotContain("Jane", "6155551234", "jane.doe");
  }

  private JsonNode read(Sandbox sandbox, String path) throws Exception {
    URI uri = sandbox.backofficeUrl().resolve(path);
    return new ObjectMapper()
        .readTree(
            http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body());
  }
}

package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.worker.DigestSchedules;
import dev.lanyard.worker.LanyardWorker;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real server, a real worker, a real receiver: schedules, visibility and encrypted notices. */
@ExtendWith(RealTemporal.class)
class NoticesOnRealTemporalTest {

  private static final String QUEUE = "notices";
  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-20442");
  private static final String DIGEST = QUEUE + "-daily-digest-America/New_York";
  private static final String UNCLEAN = QUEUE + "-daily-unclean";

  @TempDir Path folder;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private HttpServer receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void whoIsAskedWhoStartsAndWhatEndedBadlyIsToldAndSchedulesFollowTheConfiguration(
      TemporalTarget temporal) throws Exception {
    try (LanyardOnRealTemporal lanyard = new LanyardOnRealTemporal(temporal, folder, QUEUE)) {
      WorkerConfiguration daily = configuration(lanyard, "06:30");
      WorkflowClient client = lanyard.client();
      try (LanyardWorker worker = LanyardWorker.start(client, daily, lanyard.keys())) {
        assertThat(worker.taskQueue()).isEqualTo(QUEUE);
        assertThat(keep(temporal, daily)).containsExactlyInAnyOrder(DIGEST, UNCLEAN);
        assertThat(keep(temporal, daily)).containsExactlyInAnyOrder(DIGEST, UNCLEAN);
        untilScheduled(temporal, Set.of(DIGEST, UNCLEAN));

        hire(client);
        assertThat(next())
            .contains("\"kind\":\"approval-asked\"", "May Jane Doe have this access?")
            .contains("./lanyard approve hr-20442 --request ");

        untilListed(client, "AwaitingGroup = 'managers'");
        scheduleClient(temporal).getHandle(DIGEST).trigger();
        assertThat(next())
            .contains("\"kind\":\"digest\"", "\"group\":\"managers\"")
            .contains("Jane Doe, hr-20442 - NOT READY, waits for managers: May Jane Doe");

        client.newUntypedWorkflowStub(WorkflowIds.onboarding(JANE, 1)).terminate("by hand");
        untilListed(client, "ExecutionStatus = 'Terminated'");
        scheduleClient(temporal).getHandle(UNCLEAN).trigger();
        assertThat(next())
            .contains("\"kind\":\"unclean\"", "\"group\":\"operators\"")
            .contains("onboarding/hr-20442/1 terminated: check both systems");

        assertThat(keep(temporal, configuration(lanyard, "never"))).isEmpty();
        untilScheduled(temporal, Set.of());
      }
    }
  }

  private WorkerConfiguration configuration(LanyardOnRealTemporal lanyard, String at)
      throws Exception {
    String hook =
        "{ webhooks = [{ url = \"http://127.0.0.1:"
            + receiver.getAddress().getPort()
            + "/\", secret = \"sixteen-letters-and-more\" }] }";
    return lanyard.configuration(
        "lanyard.notifications { groups { managers = "
            + hook
            + ", operators = "
            + hook
            + " }, digest.at = \""
            + at
            + "\", digest.ahead = 400d }",
        Map.of());
  }

  private static void hire(WorkflowClient client) {
    WorkflowStub person =
        client.newUntypedWorkflowStub(
            "PersonWorkflow",
            WorkflowOptions.newBuilder()
                .setTaskQueue(QUEUE)
                .setWorkflowId(WorkflowIds.person(JANE))
                .build());
    HireEvent event =
        new HireEvent(
            "e1",
            Instant.parse("2026-05-01T00:00:00Z"),
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
    assertThat(
            person
                .signalWithStart(
                    PersonWorkflow.EVENT_SIGNAL,
                    new Object[] {event},
                    new Object[] {PersonState.unknown(JANE)})
                .getWorkflowId())
        .isEqualTo(WorkflowIds.person(JANE));
  }

  private String next() throws InterruptedException {
    String notice = received.poll(60, TimeUnit.SECONDS);
    assertThat(notice).as("a notice").isNotNull();
    return notice;
  }

  private static void untilListed(WorkflowClient client, String query) {
    for (int look = 0; look < 600; look++) {
      if (client
          .listExecutions("EmployeeNumber = '" + JANE.value() + "' AND " + query)
          .findAny()
          .isPresent()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new AssertionError("never listed: " + query);
  }

  private static Set<String> keep(TemporalTarget temporal, WorkerConfiguration configuration)
      throws Exception {
    return DigestSchedules.keep(temporal.serviceStubs(), temporal.namespace(), configuration);
  }

  /** The server lists them by visibility, too: a moment later. */
  private static void untilScheduled(TemporalTarget temporal, Set<String> ids) {
    for (int look = 0; look < 600; look++) {
      Set<String> listed =
          scheduleClient(temporal)
              .listSchedules()
              .map(one -> one.getScheduleId())
              .filter(id -> id.startsWith(QUEUE))
              .collect(Collectors.toSet());
      if (listed.equals(ids)) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new AssertionError("never scheduled: " + ids);
  }

  private static ScheduleClient scheduleClient(TemporalTarget temporal) {
    return ScheduleClient.newInstance(
        temporal.serviceStubs(),
        ScheduleClientOptions.newBuilder().setNamespace(temporal.namespace()).build());
  }
}

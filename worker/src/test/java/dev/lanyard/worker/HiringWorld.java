package dev.lanyard.worker;

import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.reservation.ReservedIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A real worker over a real sandbox, every write to it recorded, and Temporal in this process. */
final class HiringWorld implements AutoCloseable {

  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  final Sandbox sandbox;
  final Recorded backoffice;
  final Recorded staffApi;
  final WorkflowClient client;
  private final TestWorkflowEnvironment temporal;
  private final LanyardWorker worker;

  /**
   * @param configuration in place of the defaults, as a file has it
   */
  HiringWorld(String configuration) throws Exception {
    Path folder = Files.createTempDirectory("lanyard-hiring");
    Keys keys = Keys.create(folder.resolve("keys"));
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder().setUseTimeskipping(false);
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    temporal = TestWorkflowEnvironment.newInstance(options.build());
    client =
        LanyardWorker.client(temporal.getWorkflowServiceStubs(), temporal.getNamespace(), keys);
    sandbox = Sandbox.start(SandboxOptions.defaults());
    backoffice = new Recorded(sandbox.backofficeUrl());
    staffApi = new Recorded(sandbox.staffApiUrl());
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_TASK_QUEUE", "hiring");
    environment.put("LANYARD_HOME", folder.toString());
    environment.put(
        "LANYARD_CONFIG",
        Files.writeString(folder.resolve("lanyard.conf"), configuration).toString());
    environment.put("SONNYS_BASE_URL", backoffice.url());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", staffApi.url() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    // The sandbox keeps the vendor's limit; a test waits for nothing.
    environment.put("STAFF_API_REQUESTS_PER_MINUTE", "60000");
    worker = LanyardWorker.start(client, WorkerConfiguration.read(environment), keys);
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
    if (started.getWorkflowId().isEmpty()) {
      throw new IllegalStateException("no id");
    }
  }

  WorkflowStub workflow(String id) {
    return client.newUntypedWorkflowStub(id);
  }

  <R> R result(String id, Class<R> type) throws Exception {
    return workflow(id).getResult(60, TimeUnit.SECONDS, type);
  }

  RunStatus until(String id, Predicate<RunStatus> expected) {
    return get(
        id, () -> Optional.of(workflow(id).query("status", RunStatus.class)).filter(expected));
  }

  RunStatus untilAsked(String id) {
    return until(id, status -> !status.awaiting().isEmpty());
  }

  PersonStatus untilPerson(EmployeeNumber number, Predicate<PersonStatus> expected) {
    String id = WorkflowIds.person(number);
    return get(
        id, () -> Optional.of(workflow(id).query("status", PersonStatus.class)).filter(expected));
  }

  /** Answers the request that is open now, whatever it is. */
  void decide(String id, String choice) {
    workflow(id)
        .signal(
            "decide",
            Map.of(
                "requestId",
                untilAsked(id).awaiting().get(0).id(),
                "choice",
                choice,
                "by",
                "maria"));
  }

  List<Integer> reserved() {
    return workflow(PosUserIdsWorkflow.ID)
        .query("reserved", ReservedIds.class)
        .reservations()
        .stream()
        .map(one -> one.posUserId().value())
        .toList();
  }

  private static <R> R get(String what, Supplier<Optional<R>> look) {
    long until = System.nanoTime() + PATIENCE;
    Optional<R> found = Optional.empty();
    while (found.isEmpty()) {
      try {
        found = look.get();
      } catch (WorkflowException notThereYet) {
        found = Optional.empty();
      }
      if (found.isEmpty()) {
        if (System.nanoTime() > until) {
          throw new AssertionError(what + " never showed what was expected");
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
    return found.get();
  }

  @Override
  public void close() {
    worker.close();
    backoffice.close();
    staffApi.close();
    sandbox.close();
    temporal.close();
  }
}

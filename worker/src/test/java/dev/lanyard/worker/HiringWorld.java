package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.reservation.ReservedIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

  static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");

  /** Far longer than anything here takes, also on a busy machine (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String TASK_QUEUE = "hiring";

  final Sandbox sandbox;
  final SandboxState state;
  final Recorded backoffice;
  final Recorded staffApi;
  final Keys keys;
  final WorkflowClient client;
  final WorkerConfiguration configuration;
  final TestWorkflowEnvironment temporal;
  private Optional<LanyardWorker> worker = Optional.empty();

  /**
   * With a clock as any other.
   *
   * @param configuration lines in place of the defaults, as a file has them
   */
  HiringWorld(String... configuration) throws Exception {
    this(false, Map.of(), configuration);
    work();
  }

  /** The same, but its time can be skipped. */
  static HiringWorld skippingTime(Map<String, String> variables, String... configuration)
      throws Exception {
    HiringWorld world = new HiringWorld(true, variables, configuration);
    world.work();
    return world;
  }

  /** Without a worker, until it is told to {@link #work}. */
  static HiringWorld atRest(Map<String, String> variables) throws Exception {
    return new HiringWorld(false, variables);
  }

  private HiringWorld(boolean skipsTime, Map<String, String> variables, String... lines)
      throws Exception {
    Path folder = Files.createTempDirectory("lanyard-hiring");
    keys = Keys.create(folder.resolve("keys"));
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder().setUseTimeskipping(skipsTime);
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    temporal = TestWorkflowEnvironment.newInstance(options.build());
    client =
        LanyardWorker.client(temporal.getWorkflowServiceStubs(), temporal.getNamespace(), keys);
    sandbox = Sandbox.start(SandboxOptions.defaults());
    state = new SandboxState(sandbox);
    backoffice = new Recorded(sandbox.backofficeUrl());
    staffApi = new Recorded(sandbox.staffApiUrl());
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_TASK_QUEUE", TASK_QUEUE);
    environment.put("LANYARD_HOME", folder.toString());
    environment.put(
        "LANYARD_CONFIG",
        Files.writeString(folder.resolve("lanyard.conf"), String.join("\n", lines)).toString());
    environment.put("SONNYS_BASE_URL", backoffice.url());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", staffApi.url() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    // The sandbox keeps the vendor's limit; a test waits for nothing.
    environment.put("STAFF_API_REQUESTS_PER_MINUTE", "60000");
    environment.put("LANYARD_LOOK_AGAIN_AFTER", "1s");
    environment.putAll(variables);
    configuration = WorkerConfiguration.read(environment);
  }

  void work() {
    worker = Optional.of(LanyardWorker.start(client, configuration, keys));
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

  /** At Wash 37135, since long ago. */
  static Hire jane() {
    return jane(
        "Doe",
        "jane.doe@example.com",
        "Wash 37135",
        "General User",
        "15.50",
        LocalDate.of(2026, 5, 1));
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
                    .setTaskQueue(TASK_QUEUE)
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

  /** What is asked now, besides what was asked before. */
  OpenRequest asked(String workflowId, String... before) {
    return get(
        workflowId,
        () ->
            workflow(workflowId).query("status", RunStatus.class).awaiting().stream()
                .filter(open -> !List.of(before).contains(open.id()))
                .findFirst());
  }

  OpenRequest approve(String workflowId, String... before) {
    OpenRequest request = asked(workflowId, before);
    assertThat(request.kind()).as(request.detail().toString()).isEqualTo(OpenRequest.APPROVAL);
    answer(workflowId, request, "approve");
    return request;
  }

  void answer(String workflowId, OpenRequest request, String choice) {
    workflow(workflowId)
        .signal("decide", Map.of("requestId", request.id(), "choice", choice, "by", "maria"));
  }

  void amend(String workflowId, Map<String, Object> fields) {
    Map<String, Object> amendment = new HashMap<>(fields);
    amendment.put("by", "maria");
    DecisionAnswer answer = workflow(workflowId).update("amend", DecisionAnswer.class, amendment);
    assertThat(answer.accepted()).as(answer.reason()).isTrue();
  }

  /** Of a process of Jane's that has ended, its person's run told. */
  <R> R told(String workflowId, Class<R> type) {
    return told(JANE, workflowId, type);
  }

  <R> R told(EmployeeNumber whose, String workflowId, Class<R> type) {
    PersonStatus person;
    try {
      person = untilPerson(whose, status -> status.lastProcess().equals(Optional.of(workflowId)));
    } catch (AssertionError inVain) {
      throw new AssertionError(
          workflowId
              + " asks "
              + workflow(workflowId).query("status", RunStatus.class).awaiting().stream()
                  .map(open -> open.question() + " " + open.detail())
                  .toList(),
          inVain);
    }
    assertThat(person.currentProcess()).isEmpty();
    return workflow(workflowId).getResult(type);
  }

  /** Answers the request that is open now, whatever it is. */
  void decide(String id, String choice) {
    answer(id, untilAsked(id).awaiting().get(0), choice);
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
    long until = System.nanoTime() + PATIENCE.toNanos();
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
    worker.ifPresent(LanyardWorker::close);
    backoffice.close();
    staffApi.close();
    sandbox.close();
    temporal.close();
  }
}

package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.attempt.AttemptInterceptor;
import dev.lanyard.activities.attempt.TemporalAttempts;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker with one slot, and a staff API that says: not before that instant. */
@Timeout(90) // A hang would otherwise last for ever: Temporal goes on retrying.
class RateLimitUnderTemporalTest {

  private static final String QUEUE = "staff-api";

  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private RunningSandbox sandbox;
  private TestWorkflowEnvironment temporal;

  @BeforeEach
  void start() throws IOException {
    sandbox = new RunningSandbox();
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new AttemptInterceptor(beats))
                        .build())
                .build());
    Worker worker =
        temporal.newWorker(
            QUEUE, WorkerOptions.newBuilder().setMaxConcurrentActivityExecutionSize(1).build());
    worker.registerWorkflowImplementationTypes(OneLookImpl.class, OneWordImpl.class);
    worker.registerActivitiesImplementations(
        sandbox.activities(new TemporalAttempts(Duration.ofSeconds(20))), (Word) () -> "ready");
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
    beats.shutdownNow();
    sandbox.close();
  }

  @Test
  void waitHoldsNoSlotAndEndsNotBeforeTheNamedInstant() {
    Instant before = Clock.systemUTC().instant();
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff.json",
            "kind", "status",
            "status", 429,
            "delayMs", 4000));

    WorkflowStub look = start("OneLook");
    sandbox.awaitWrite(() -> !sandbox.requests().isEmpty());
    String word = start("OneWord").getResult(String.class);
    List<String> meanwhile = sandbox.requests();

    assertThat(word).isEqualTo("ready");
    assertThat(meanwhile).containsExactly("GET /v1/companies/5678/staff.json 429");
    assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    assertThat(starts(look))
        .last()
        .satisfies(
            started -> {
              assertThat(started.getActivityTaskStartedEventAttributes().getAttempt()).isEqualTo(2);
              // The header tells whole seconds.
              assertThat(at(started)).isAfterOrEqualTo(before.plusSeconds(3));
            });
  }

  @Test
  void severalWaitForTheSameInstantWithOneRefusedRequest() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff*",
            "nth", 3,
            "kind", "status",
            "status", 429,
            "delayMs", 3000));
    List<WorkflowStub> looks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      looks.add(start("OneLook"));
    }
    for (WorkflowStub look : looks) {
      assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    }

    // Two requests a look; the one that was refused is asked again, the others were never sent.
    List<String> requests = sandbox.requests();
    assertThat(requests).hasSize(11);
    assertThat(requests).filteredOn(request -> request.endsWith(" 429")).hasSize(1);
  }

  @Test
  void anyNumberOfWaitsIsNoReasonToGiveUp() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff.json",
            "kind", "status",
            "status", 429,
            "times", 4));

    WorkflowStub look = start("OneLook");

    assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    assertThat(starts(look).get(0).getActivityTaskStartedEventAttributes().getAttempt())
        .isEqualTo(5);
  }

  private WorkflowStub start(String type) {
    WorkflowStub run =
        temporal
            .getWorkflowClient()
            .newUntypedWorkflowStub(type, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    run.start();
    return run;
  }

  private List<HistoryEvent> starts(WorkflowStub run) {
    return temporal
        .getWorkflowClient()
        .fetchHistory(run.getExecution().getWorkflowId())
        .getEvents()
        .stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
        .toList();
  }

  private static Instant at(HistoryEvent event) {
    return Instant.ofEpochSecond(
        event.getEventTime().getSeconds(), event.getEventTime().getNanos());
  }

  /** Asks the staff API for nobody. */
  @WorkflowInterface
  public interface OneLook {
    @WorkflowMethod
    StaffMemberLocated look();
  }

  /** With the time-outs of the product, and no limit of attempts. */
  public static final class OneLookImpl implements OneLook {
    @Override
    public StaffMemberLocated look() {
      return Workflow.newActivityStub(
              StaffApiActivities.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(Duration.ofMinutes(6))
                  .setHeartbeatTimeout(Duration.ofSeconds(10))
                  .build())
          .locate(
              new LocateStaffMember(
                  Fixtures.JANE,
                  Optional.empty(),
                  Optional.of("nobody@example.com"),
                  Optional.empty()));
    }
  }

  /** Another activity for the same slot. */
  @WorkflowInterface
  public interface OneWord {
    @WorkflowMethod
    String word();
  }

  public static final class OneWordImpl implements OneWord {
    @Override
    public String word() {
      return Workflow.newActivityStub(
              Word.class,
              ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(30)).build())
          .word();
    }
  }

  /** Needs no staff API. */
  @ActivityInterface
  public interface Word {
    @ActivityMethod
    String word();
  }
}

package dev.lanyard.benchmark;

import dev.lanyard.activities.attempt.AttemptInterceptor;
import dev.lanyard.activities.attempt.TemporalAttempts;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.StaffApi;
import dev.lanyard.activities.staffapi.StaffApiActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffApiCredentials;
import dev.lanyard.activities.staffapi.StaffApiSettings;
import dev.lanyard.activities.staffapi.StaffPolicy;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * How long a revocation in the staff API takes at 60 requests a minute (locate, revoke, verify, as
 * a run schedules them), alone and behind other people's checks: with activities started at the
 * limit divided by an activity's most requests, and with each request counted as it is sent.
 * Argument: how many checks wait before it (10).
 */
public final class RevocationAtPace {

  private static final String QUEUE = "pace";
  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  private static final int PER_MINUTE = 60;
  private static final int PER_ACTIVITY = 14;
  private static final int SLOTS = 4;

  public static void main(String[] args) throws IOException {
    int others = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    RequestLimit counted = new RequestLimit(PER_MINUTE, PER_ACTIVITY, SLOTS - 1);
    double perActivity = PER_MINUTE / 60.0 / PER_ACTIVITY;
    for (int before : new int[] {0, others}) {
      System.out.printf(
          "%d checks before it: %.1f s by activity, %.1f s by request%n",
          before, seconds(before, RequestLimit.NONE, perActivity), seconds(before, counted, 0));
    }
  }

  private static double seconds(int others, RequestLimit limit, double perSecond)
      throws IOException {
    ScheduledExecutorService beats = Executors.newScheduledThreadPool(1);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder()
                    .setUseTimeskipping(false)
                    .setWorkerFactoryOptions(
                        WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new AttemptInterceptor(beats))
                            .build())
                    .build())) {
      StaffApi api = StaffApi.connect(settings(sandbox), limit);
      var worker =
          temporal.newWorker(
              QUEUE,
              WorkerOptions.newBuilder()
                  .setMaxConcurrentActivityExecutionSize(SLOTS)
                  .setMaxWorkerActivitiesPerSecond(perSecond)
                  .build());
      worker.registerWorkflowImplementationTypes(
          OneHireImpl.class, OneRevocationImpl.class, OneCheckImpl.class);
      worker.registerActivitiesImplementations(
          new StaffApiActivitiesImpl(api, new TemporalAttempts(Duration.ofSeconds(15))));
      temporal.start();
      long staffId = stub(temporal, OneHire.class).hire();
      for (int i = 0; i < others; i++) {
        WorkflowClient.start(stub(temporal, OneCheck.class)::check);
      }
      long start = System.nanoTime();
      stub(temporal, OneRevocation.class).revoke(staffId);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      beats.shutdownNow();
    }
  }

  private static <T> T stub(TestWorkflowEnvironment temporal, Class<T> type) {
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(type, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
  }

  private static StaffApiSettings settings(Sandbox sandbox) {
    return new StaffApiSettings(
        RemoteOrigin.parse(sandbox.staffApiUrl() + "/v1/"),
        () -> new StaffApiCredentials(sandbox.staffApiClientId(), sandbox.staffApiClientSecret()),
        sandbox.staffApiCompanyId(),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        Map.of(),
        Map.of(),
        List.of("PosPermission"),
        Set.of(),
        StaffPolicy.careful(),
        List.of());
  }

  private static StaffApiActivities activities() {
    return Workflow.newActivityStub(
        StaffApiActivities.class,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(6))
            .setHeartbeatTimeout(Duration.ofSeconds(10))
            .build());
  }

  /** Somebody to revoke. */
  @WorkflowInterface
  public interface OneHire {
    @WorkflowMethod
    long hire();
  }

  public static final class OneHireImpl implements OneHire {
    @Override
    public long hire() {
      return activities()
          .createStaffMember(
              new CreateStaffMember(
                  JANE,
                  new StaffPlan(
                      "Jane",
                      "Doe",
                      "jane.doe@example.com",
                      Optional.empty(),
                      new StaffTarget(
                          List.of(new StaffSite(921, "Wash 37135")), List.of("PosPermission")))))
          .staffId();
    }
  }

  /** As an offboarding does it. */
  @WorkflowInterface
  public interface OneRevocation {
    @WorkflowMethod
    void revoke(long staffId);
  }

  public static final class OneRevocationImpl implements OneRevocation {
    @Override
    public void revoke(long staffId) {
      var found =
          activities()
              .locate(
                  new LocateStaffMember(
                      JANE, Optional.of(staffId), Optional.empty(), Optional.of("Doe")));
      activities().revokeStaffMember(new RevokeStaffMember(JANE, found.staffId(), false, true));
      activities().verify(new ExpectedStaffMember(JANE, staffId, Optional.empty()));
    }
  }

  /** Somebody else's pre-flight check. */
  @WorkflowInterface
  public interface OneCheck {
    @WorkflowMethod
    void check();
  }

  public static final class OneCheckImpl implements OneCheck {
    @Override
    public void check() {
      activities()
          .preFlight(
              new StaffPreFlight(
                  EmployeeNumber.of("hr-1"),
                  new Hire(
                      "Dana",
                      "Example",
                      Optional.empty(),
                      Optional.of("dana@example.com"),
                      PosUserId.of(12345),
                      new BigDecimal("15.50"),
                      LocalDate.of(2026, 5, 1),
                      SiteChoice.of(List.of("Wash 37135")),
                      "General User",
                      List.of(),
                      Optional.empty()),
                  List.of("Wash 37135")));
    }
  }

  private RevocationAtPace() {}
}

package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.AttemptInterceptor;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.attempt.TemporalAttempts;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Temporal's test server, and one worker that serves the sandbox's staff API with one slot. */
final class TemporalWithSandbox implements AutoCloseable {

  static final String QUEUE = "staff-api";

  final RunningSandbox sandbox;
  final TestWorkflowEnvironment temporal;
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();

  /**
   * @param skipsTime whether waits end at once; the sandbox itself knows no skipped time
   */
  TemporalWithSandbox(boolean skipsTime) throws IOException {
    sandbox = new RunningSandbox();
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(skipsTime)
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new AttemptInterceptor(beats))
                        .build())
                .build());
  }

  /** As a worker of the product has them. */
  static Attempts attempts() {
    return new TemporalAttempts(Duration.ofSeconds(20));
  }

  void serve(List<Class<?>> workflows, Object... activities) {
    Worker worker =
        temporal.newWorker(
            QUEUE, WorkerOptions.newBuilder().setMaxConcurrentActivityExecutionSize(1).build());
    worker.registerWorkflowImplementationTypes(workflows.toArray(new Class<?>[0]));
    worker.registerActivitiesImplementations(activities);
    temporal.start();
  }

  WorkflowOptions options() {
    return WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build();
  }

  WorkflowStub start(String type) {
    WorkflowStub run = temporal.getWorkflowClient().newUntypedWorkflowStub(type, options());
    run.start();
    return run;
  }

  List<HistoryEvent> events(WorkflowStub run, EventType type) {
    return temporal
        .getWorkflowClient()
        .fetchHistory(run.getExecution().getWorkflowId())
        .getEvents()
        .stream()
        .filter(event -> event.getEventType() == type)
        .toList();
  }

  static Instant at(HistoryEvent event) {
    return Instant.ofEpochSecond(
        event.getEventTime().getSeconds(), event.getEventTime().getNanos());
  }

  /** The test server's time, skipped time included. */
  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(temporal.currentTimeMillis());
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public void close() {
    temporal.close();
    beats.shutdownNow();
    sandbox.close();
  }
}

package dev.lanyard.worker;

import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.inject.Inject;

/**
 * A running worker of all task queues. Several may run in one process under different task queue
 * names.
 */
public final class LanyardWorker implements AutoCloseable {

  /** Guessed: the slowest activity's HTTP call and its read-back. */
  private static final long DRAIN_SECONDS = 30;

  private final WorkerFactory factory;
  private final ScheduledExecutorService heartbeats;
  private final StartCheck startCheck;
  private final String taskQueue;

  @Inject
  LanyardWorker(
      WorkerFactory factory,
      ScheduledExecutorService heartbeats,
      StartCheck startCheck,
      WorkerConfiguration configuration) {
    this.factory = factory;
    this.heartbeats = heartbeats;
    this.startCheck = startCheck;
    this.taskQueue = configuration.taskQueue();
  }

  /**
   * Starts a worker on a connection that stays the caller's.
   *
   * @throws IllegalArgumentException when an activity refuses its settings
   * @throws dev.lanyard.secrets.KeysUnusable when a key that the worker needs is not there
   */
  public static LanyardWorker start(
      WorkflowServiceStubs stubs, String namespace, WorkerConfiguration configuration, Keys keys) {
    return start(client(stubs, namespace, keys), configuration, keys);
  }

  /**
   * The same on a client, which must use {@link Keys#dataConverter} of the same keys.
   *
   * @throws IllegalArgumentException when an activity refuses its settings
   */
  public static LanyardWorker start(
      WorkflowClient client, WorkerConfiguration configuration, Keys keys) {
    LanyardWorker worker =
        DaggerWorkerComponent.factory().create(client, configuration, keys).worker();
    worker.factory.start();
    if (configuration.versioned()) {
      CurrentVersion.make(client, Build.id(configuration));
    }
    return worker;
  }

  /** A client with our payload codec and an identity that names no machine or person. */
  public static WorkflowClient client(WorkflowServiceStubs stubs, String namespace, Keys keys) {
    return WorkflowClient.newInstance(
        stubs,
        WorkflowClientOptions.newBuilder()
            .setNamespace(namespace)
            .setDataConverter(keys.dataConverter())
            .setIdentity("lanyard-worker/" + ProcessHandle.current().pid())
            .build());
  }

  /**
   * Looks in the background whether both systems can be worked with, over the sessions that the
   * activities use. Problems are logged with their remedies; the worker goes on.
   *
   * @param say gets one line for each system, from another thread
   */
  public void checkSystems(Consumer<String> say) {
    startCheck.begin(say);
  }

  /** Of the workflows; the others are derived from it. */
  public String taskQueue() {
    return taskQueue;
  }

  /**
   * Takes no more work, lets running activities end (with heartbeats), and cuts what has not ended
   * after half a minute; Temporal then retries it elsewhere.
   */
  @Override
  public void close() {
    factory.shutdown();
    factory.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    if (!factory.isTerminated()) {
      factory.shutdownNow();
      factory.awaitTermination(1, TimeUnit.SECONDS);
    }
    heartbeats.shutdownNow();
  }
}

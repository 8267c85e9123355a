package dev.lanyard.launcher.temporal;

import com.google.protobuf.Duration;
import dev.lanyard.worker.NamedTemporal;
import dev.lanyard.worker.SearchAttributeRegistration;
import dev.lanyard.worker.TemporalUnavailable;
import io.grpc.StatusRuntimeException;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A local Temporal server in a process of its own, with its state in a file. It runs in its own
 * session, so that Ctrl-C reaches us and not it: a worker has to drain before its server goes.
 */
final class DevServer implements AutoCloseable {

  /** Closed runs stay readable this long (the default of a local server is one day). */
  static final long RETENTION_DAYS = 30;

  /** Measured 0.3 s; guessed for a slow disk with a large database. */
  private static final long SERVES_WITHIN_SECONDS = 60;

  private static final int SHOWN_LOG_LINES = 5;

  private final Process process;
  private final DevServerPlan plan;
  private final WorkflowServiceStubs stubs;

  private DevServer(Process process, DevServerPlan plan, WorkflowServiceStubs stubs) {
    this.process = process;
    this.plan = plan;
    this.stubs = stubs;
  }

  /**
   * Starts it and waits until it serves our namespace with our search attributes.
   *
   * @throws TemporalUnavailable with the last lines of its log when it ends or does not serve
   */
  static DevServer start(DevServerPlan plan) throws TemporalUnavailable {
    Process process;
    try {
      List<String> command = new ArrayList<>(ownSession());
      command.addAll(plan.command());
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.to(plan.log().toFile()));
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new TemporalUnavailable(
          "The Temporal server could not be started: " + e.getMessage(), e);
    }
    WorkflowServiceStubs stubs = connectTo(plan.address());
    try {
      awaitServing(process, plan, stubs);
      // Measured: over a database that exists already, the server passes over the flags.
      SearchAttributeRegistration.register(stubs, plan.namespace());
      keepForThirtyDays(stubs, plan.namespace());
      return new DevServer(process, plan, stubs);
    } catch (TemporalUnavailable | RuntimeException e) {
      NamedTemporal.end(stubs);
      stop(process);
      throw e;
    }
  }

  static WorkflowServiceStubs connectTo(String address) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder().setTarget(address).validateAndBuildWithDefaults());
  }

  /** Whether a Temporal answers there within the given time. */
  static boolean serves(WorkflowServiceStubs stubs, long milliseconds) {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(milliseconds, TimeUnit.MILLISECONDS)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  private static void awaitServing(Process process, DevServerPlan plan, WorkflowServiceStubs stubs)
      throws TemporalUnavailable {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SERVES_WITHIN_SECONDS);
    while (!servesNamespace(stubs, plan.namespace())) {
      if (!process.isAlive()) {
        throw new ServerEnded("The Temporal server ended at its start: " + lastLines(plan.log()));
      }
      if (System.nanoTime() > end) {
        throw new TemporalUnavailable(
            "The Temporal server does not serve after "
                + SERVES_WITHIN_SECONDS
                + " s: "
                + lastLines(plan.log()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
    }
  }

  private static boolean servesNamespace(WorkflowServiceStubs stubs, String namespace) {
    // A refused connection would otherwise wait for gRPC's growing reconnect pauses.
    stubs.getRawChannel().resetConnectBackoff();
    if (!serves(stubs, 500)) {
      return false;
    }
    try {
      return stubs
          .blockingStub()
          .withDeadlineAfter(1, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
          .hasNamespaceInfo();
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  /** There is no flag for it; the API's change lasts in the database. */
  private static void keepForThirtyDays(WorkflowServiceStubs stubs, String namespace)
      throws TemporalUnavailable {
    long wanted = TimeUnit.DAYS.toSeconds(RETENTION_DAYS);
    try {
      var described =
          stubs
              .blockingStub()
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
      if (described.getConfig().getWorkflowExecutionRetentionTtl().getSeconds() < wanted) {
        var updated =
            stubs
                .blockingStub()
                .updateNamespace(
                    UpdateNamespaceRequest.newBuilder()
                        .setNamespace(namespace)
                        .setConfig(
                            NamespaceConfig.newBuilder()
                                .setWorkflowExecutionRetentionTtl(
                                    Duration.newBuilder().setSeconds(wanted)))
                        .build());
        if (updated.getConfig().getWorkflowExecutionRetentionTtl().getSeconds() < wanted) {
          throw new TemporalUnavailable(
              "Temporal did not take the retention of " + RETENTION_DAYS + " days.");
        }
      }
    } catch (StatusRuntimeException e) {
      throw new TemporalUnavailable(
          "Temporal did not take the retention of " + RETENTION_DAYS + " days: " + e.getStatus(),
          e);
    }
  }

  private static String lastLines(Path log) {
    try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
      Deque<String> last = new ArrayDeque<>();
      lines
          .filter(line -> !line.isBlank())
          .forEach(
              line -> {
                last.add(line);
                if (last.size() > SHOWN_LOG_LINES) {
                  last.remove();
                }
              });
      return String.join(" | ", last) + " (whole log: " + log + ")";
    } catch (IOException | RuntimeException e) {
      return "its log " + log + " cannot be read";
    }
  }

  /** A command that starts another in a session of its own, or nothing where there is none. */
  private static List<String> ownSession() {
    for (String setsid : List.of("/usr/bin/setsid", "/bin/setsid")) {
      if (Files.isExecutable(Path.of(setsid))) {
        return List.of(setsid);
      }
    }
    Path python = Path.of("/usr/bin/python3");
    return Files.isExecutable(python)
        ? List.of(
            python.toString(),
            "-c",
            "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])")
        : List.of();
  }

  long pid() {
    return process.pid();
  }

  DevServerPlan plan() {
    return plan;
  }

  WorkflowServiceStubs stubs() {
    return stubs;
  }

  @Override
  public void close() {
    NamedTemporal.end(stubs);
    stop(process);
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      // Measured under a second; guessed for a busy machine.
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

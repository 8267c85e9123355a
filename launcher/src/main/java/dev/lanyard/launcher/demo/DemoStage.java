package dev.lanyard.launcher.demo;

import dev.lanyard.launcher.temporal.TargetOptions;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.StateFolder;
import dev.lanyard.worker.LanyardWorker;
import dev.lanyard.worker.TemporalUnavailable;
import dev.lanyard.worker.configuration.ConfigurationRefused;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that the demo needs, started for it and ended with it. */
final class DemoStage implements AutoCloseable {

  private final Keys keys;
  private final TemporalTarget temporal;
  private final Sandbox sandbox;
  private final LanyardWorker worker;
  private final String taskQueue;

  private DemoStage(
      Keys keys, TemporalTarget temporal, Sandbox sandbox, LanyardWorker worker, String taskQueue) {
    this.keys = keys;
    this.temporal = temporal;
    this.sandbox = sandbox;
    this.worker = worker;
    this.taskQueue = taskQueue;
  }

  /**
   * @param environment of the process; what it says of remote systems is not used
   * @param number of this demo: it has its own task queues, so that no other worker takes part
   */
  static DemoStage open(
      Map<String, String> environment, TenantShape tenant, String number, Consumer<String> say)
      throws IOException, TemporalUnavailable, ConfigurationRefused {
    StateFolder folder = StateFolder.of(environment);
    Keys keys;
    if (!Keys.present(folder.keys())) {
      keys = Keys.create(folder.keys());
      say.accept("made the keys in " + folder.keys());
    } else {
      keys = Keys.load(folder.keys());
    }
    String taskQueue = "lanyard-demo-" + number;
    TemporalTarget temporal =
        TemporalTarget.find(
            TargetOptions.of(environment, folder.home(), say).withCodec(keys).allowingInProcess());
    try {
      Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withTenant(tenant));
      try {
        LanyardWorker worker =
            LanyardWorker.start(
                temporal.serviceStubs(),
                temporal.namespace(),
                configuration(environment, sandbox, taskQueue),
                keys);
        return new DemoStage(keys, temporal, sandbox, worker, taskQueue);
      } catch (IOException | ConfigurationRefused | RuntimeException e) {
        sandbox.close();
        throw e;
      }
    } catch (IOException | ConfigurationRefused | RuntimeException e) {
      temporal.close();
      throw e;
    }
  }

  private static WorkerConfiguration configuration(
      Map<String, String> environment, Sandbox sandbox, String taskQueue)
      throws IOException, ConfigurationRefused {
    Map<String, String> own = new HashMap<>();
    for (String kept : new String[] {"HOME", "XDG_STATE_HOME", "LANYARD_HOME", "LANYARD_KEYS"}) {
      if (environment.containsKey(kept)) {
        own.put(kept, environment.get(kept));
      }
    }
    own.put("LANYARD_TASK_QUEUE", taskQueue);
    own.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    own.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    own.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    own.put("STAFF_API_BASE_URL", sandbox.staffApiUrl().toString());
    own.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    own.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    own.put("STAFF_API_COMPANY_ID", String.valueOf(sandbox.staffApiCompanyId()));
    Path policy = Files.createTempFile("lanyard-demo", ".conf");
    // The worker looks at it again whenever rules are asked for.
    policy.toFile().deleteOnExit();
    try (InputStream resource = DemoStage.class.getResourceAsStream("demo.conf")) {
      Files.copy(resource, policy, StandardCopyOption.REPLACE_EXISTING);
      own.put("LANYARD_CONFIG", policy.toString());
      return WorkerConfiguration.read(own);
    }
  }

  DemoCompany company() {
    WorkflowClient client =
        LanyardWorker.client(temporal.serviceStubs(), temporal.namespace(), keys);
    return new DemoCompany(client, keys, taskQueue);
  }

  RemoteWitness witness() {
    return new RemoteWitness(sandbox.backofficeUrl());
  }

  /** Where to look, by what it is. */
  Map<String, URI> places() {
    Map<String, URI> places = new LinkedHashMap<>();
    temporal.ui().ifPresent(ui -> places.put("Temporal UI", ui));
    places.put("Sandbox, overview", sandbox.backofficeUrl().resolve("/_sandbox/"));
    places.put("Sandbox, Backoffice", sandbox.backofficeUrl().resolve("/login"));
    places.put("Sandbox, staff API", sandbox.staffApiUrl().resolve("/_sandbox/state"));
    return places;
  }

  /** How the bot logs in, for somebody who wants to click through the simulated Backoffice. */
  String login() {
    return sandbox.backofficeUsername() + " / " + sandbox.backofficePassword();
  }

  String temporalInWords() {
    return temporal.describe();
  }

  @Override
  public void close() {
    worker.close();
    sandbox.close();
    temporal.close();
  }
}

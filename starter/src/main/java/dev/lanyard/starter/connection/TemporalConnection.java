package dev.lanyard.starter.connection;

import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.secrets.PinSealer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one way from the starter to Temporal. Nothing is read or opened before {@link #client} is
 * asked for, so that help and checks of what was typed need neither keys nor a server.
 *
 * <p>Where Temporal is stands in its own environment ({@code TEMPORAL_ADDRESS}, {@code
 * TEMPORAL_NAMESPACE}, …) or in {@code temporal.toml}; else 127.0.0.1:7233 and {@code default}.
 */
public final class TemporalConnection implements AutoCloseable {

  private static final String DEFAULT_ADDRESS = "127.0.0.1:7233";
  private static final String DEFAULT_NAMESPACE = "default";

  /** Long enough for a far server's TLS, short enough for a person who waits (guessed). */
  private static final Duration CONNECT = Duration.ofSeconds(4);

  /** A worker that has to replay a long history first answers within this (guessed). */
  private static final Duration QUERY = Duration.ofSeconds(6);

  /**
   * How long the SDK repeats what failed. With its own minute, a query that no worker takes was
   * seen to keep a person waiting for 64 s.
   */
  private static final RpcRetryOptions REPEAT =
      RpcRetryOptions.newBuilder()
          .setExpiration(Duration.ofSeconds(10))
          .validateBuildWithDefaults();

  private final Map<String, String> environment;
  private final Path keysFolder;
  private final String taskQueue;
  private Optional<WorkflowServiceStubs> stubs = Optional.empty();
  private Optional<WorkflowClient> client;
  private Optional<PinSealer> sealer;
  private Optional<ClientConfigProfile> profile = Optional.empty();

  private TemporalConnection(
      Map<String, String> environment,
      Path keysFolder,
      String taskQueue,
      Optional<WorkflowClient> client,
      Optional<PinSealer> sealer) {
    this.environment = Map.copyOf(environment);
    this.keysFolder = keysFolder;
    this.taskQueue = taskQueue;
    this.client = client;
    this.sealer = sealer;
  }

  /** Where the environment says, with the keys that the configuration names. */
  public static TemporalConnection lazy(
      StarterConfiguration configuration, Map<String, String> environment) {
    return new TemporalConnection(
        environment,
        configuration.keys(),
        configuration.taskQueue(),
        Optional.empty(),
        Optional.empty());
  }

  /** Over a client that somebody else opened, and closes. */
  public static TemporalConnection over(WorkflowClient client, PinSealer sealer, String taskQueue) {
    return new TemporalConnection(
        Map.of(), Path.of("."), taskQueue, Optional.of(client), Optional.of(sealer));
  }

  /**
   * @throws StarterFailure when the keys are missing or unusable, when the settings cannot be read,
   *     or when nothing answers; it says which command to run
   */
  public synchronized WorkflowClient client() {
    if (client.isEmpty()) {
      Keys keys = keys();
      ClientConfigProfile settings = profile();
      WorkflowServiceStubs opened = connect(settings);
      stubs = Optional.of(opened);
      sealer = Optional.of(keys.pinSealer());
      client =
          Optional.of(
              WorkflowClient.newInstance(
                  opened,
                  WorkflowClientOptions.newBuilder(settings.toWorkflowClientOptions())
                      .setNamespace(namespace())
                      // Not the SDK's pid@host: identities are plain text in histories.
                      .setIdentity("lanyard starter")
                      .setDataConverter(keys.dataConverter())
                      .build()));
    }
    return client.get();
  }

  /** Seals what only the worker can read. Needs the keys, as {@link #client} does. */
  public synchronized PinSealer pinSealer() {
    if (sealer.isEmpty()) {
      sealer = Optional.of(keys().pinSealer());
    }
    return sealer.get();
  }

  public String taskQueue() {
    return taskQueue;
  }

  /** {@code host:port}, for messages. */
  public synchronized String address() {
    if (stubs.isEmpty() && client.isPresent()) {
      return client.get().getWorkflowServiceStubs().getOptions().getTarget();
    }
    String configured = profile().getAddress();
    return configured == null || configured.isBlank() ? DEFAULT_ADDRESS : configured;
  }

  public synchronized String namespace() {
    if (stubs.isEmpty() && client.isPresent()) {
      return client.get().getOptions().getNamespace();
    }
    String configured = profile().getNamespace();
    return configured == null || configured.isBlank() ? DEFAULT_NAMESPACE : configured;
  }

  @Override
  public synchronized void close() {
    stubs.ifPresent(
        opened -> {
          opened.shutdownNow();
          opened.awaitTermination(1, TimeUnit.SECONDS);
        });
    stubs = Optional.empty();
    client = Optional.empty();
  }

  private ClientConfigProfile profile() {
    if (profile.isEmpty()) {
      try {
        profile =
            Optional.of(
                ClientConfigProfile.load(
                    LoadClientConfigProfileOptions.newBuilder()
                        .setEnvOverrides(environment)
                        .build()));
      } catch (IOException | RuntimeException e) {
        // Without the parser's words, which may quote an API key.
        throw new StarterFailure(
            "Temporal's settings cannot be read (" + e.getClass().getSimpleName() + ")",
            "correct temporal.toml, or the TEMPORAL_… variables, or unset them for "
                + DEFAULT_ADDRESS,
            e);
      }
    }
    return profile.get();
  }

  private WorkflowServiceStubs connect(ClientConfigProfile settings) {
    WorkflowServiceStubsOptions options =
        WorkflowServiceStubsOptions.newBuilder(settings.toWorkflowServiceStubsOptions())
            .setTarget(address())
            .setRpcQueryTimeout(QUERY)
            .setRpcRetryOptions(REPEAT)
            .build();
    WorkflowServiceStubs opened = WorkflowServiceStubs.newServiceStubs(options);
    try {
      opened.connect(CONNECT);
      return opened;
    } catch (RuntimeException e) {
      opened.shutdownNow();
      throw TemporalWords.unreachable(address(), e);
    }
  }

  private Keys keys() {
    try {
      return Keys.load(keysFolder);
    } catch (KeysUnusable e) {
      throw new StarterFailure(
          e.getMessage(), "./lanyard setup makes keys; LANYARD_KEYS names another folder", e);
    } catch (IOException e) {
      throw new StarterFailure(
          "the keys in " + keysFolder + " cannot be read: " + e.getMessage(),
          "give this user the right to read the folder, or name another in LANYARD_KEYS",
          e);
    }
  }
}

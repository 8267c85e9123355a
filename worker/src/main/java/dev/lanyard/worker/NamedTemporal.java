package dev.lanyard.worker;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Temporal that the environment or {@code temporal.toml} names, by the SDK's own rules ({@code
 * TEMPORAL_ADDRESS}, {@code TEMPORAL_NAMESPACE}, {@code TEMPORAL_PROFILE}, {@code
 * TEMPORAL_CONFIG_FILE}).
 */
public final class NamedTemporal implements TemporalSession {

  /** Where a local server listens unless told otherwise. */
  public static final String DEFAULT_ADDRESS = "127.0.0.1:7233";

  public static final String DEFAULT_NAMESPACE = "default";

  /** Guessed: a healthy server answers in milliseconds, one across the world within a second. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost):(\\d{1,5})");

  private final WorkflowServiceStubs stubs;
  private final String address;
  private final String namespace;

  private NamedTemporal(WorkflowServiceStubs stubs, String address, String namespace) {
    this.stubs = stubs;
    this.address = address;
    this.namespace = namespace;
  }

  /**
   * What the environment and the file say, without asking anybody.
   *
   * @throws TemporalUnavailable when a file or profile that is named is not there (the SDK passes
   *     over a missing file in silence), or cannot be read
   */
  public static ClientConfigProfile profile(Map<String, String> environment)
      throws TemporalUnavailable {
    String file = environment.getOrDefault("TEMPORAL_CONFIG_FILE", "");
    if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
      throw new TemporalUnavailable(
          "TEMPORAL_CONFIG_FILE names " + file + ", which cannot be read. Correct it or unset it.");
    }
    try {
      return ClientConfigProfile.load(
          LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build());
    } catch (IOException | RuntimeException e) {
      throw new TemporalUnavailable(
          "Temporal's configuration cannot be used: "
              + e.getMessage()
              + ". Correct temporal.toml or the TEMPORAL_… variables.",
          e);
    }
  }

  /** Whether an address is named at all. */
  public static boolean isNamed(ClientConfigProfile profile) {
    return profile.getAddress() != null && !profile.getAddress().isBlank();
  }

  /** The namespace that is named, else {@link #DEFAULT_NAMESPACE}. */
  public static String namespace(ClientConfigProfile profile) {
    return profile.getNamespace() == null || profile.getNamespace().isBlank()
        ? DEFAULT_NAMESPACE
        : profile.getNamespace();
  }

  /**
   * Connects to the named address, else to {@link #DEFAULT_ADDRESS}.
   *
   * @throws TemporalUnavailable when it does not answer, or does not have the namespace
   */
  public static NamedTemporal connect(ClientConfigProfile profile) throws TemporalUnavailable {
    ClientConfigProfile full =
        isNamed(profile) ? profile : profile.toBuilder().setAddress(DEFAULT_ADDRESS).build();
    String address = full.getAddress();
    String namespace = namespace(full);
    if (isDeadLoopback(address)) {
      throw new TemporalUnavailable(noAnswer(address, "connection refused"));
    }
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(full.toWorkflowServiceStubsOptions());
    try {
      stubs.connect(ANSWERS_WITHIN);
      var described =
          stubs
              .blockingStub()
              .withDeadlineAfter(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
      return new NamedTemporal(stubs, address, described.getNamespaceInfo().getName());
    } catch (StatusRuntimeException e) {
      end(stubs);
      throw new TemporalUnavailable(explain(address, namespace, e), e);
    }
  }

  private static String explain(String address, String namespace, StatusRuntimeException e) {
    return switch (e.getStatus().getCode()) {
      case NOT_FOUND ->
          "Temporal at "
              + address
              + " has no namespace "
              + namespace
              + ". Create it, or name another with TEMPORAL_NAMESPACE.";
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          "Temporal at "
              + address
              + " refuses us ("
              + e.getStatus().getCode()
              + "). Check the API key or certificate in temporal.toml or the TEMPORAL_… variables.";
      default -> noAnswer(address, e.getStatus().getCode().toString());
    };
  }

  private static String noAnswer(String address, String reason) {
    return "No Temporal answers at "
        + address
        + " ("
        + reason
        + "). Start it there, correct TEMPORAL_ADDRESS, or unset it to use a local server.";
  }

  /** On this machine a refusal is final: no need to try for seconds, as gRPC does. */
  private static boolean isDeadLoopback(String address) {
    Matcher matcher = LOOPBACK.matcher(address);
    if (!matcher.matches()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2))), 1000);
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      return false; // Slow or odd: gRPC may judge.
    }
  }

  @Override
  public WorkflowServiceStubs serviceStubs() {
    return stubs;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public String namespace() {
    return namespace;
  }

  @Override
  public String describe() {
    return "Temporal at " + address + ", namespace " + namespace;
  }

  @Override
  public void close() {
    end(stubs);
  }

  /** Ends a connection, without waiting longer than anybody would notice. */
  public static void end(WorkflowServiceStubs stubs) {
    stubs.shutdown();
    if (!stubs.awaitTermination(2, TimeUnit.SECONDS)) {
      stubs.shutdownNow();
    }
  }
}

package dev.lanyard.launcher.temporal;

import dev.lanyard.secrets.CodecServer;
import dev.lanyard.worker.NamedTemporal;
import dev.lanyard.worker.SearchAttributeRegistration;
import dev.lanyard.worker.TemporalUnavailable;
import dev.lanyard.workflows.SearchAttributes;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** This machine. */
final class RealPlaces implements TemporalFinder.Places {

  /** Guessed: longer than another launcher's server takes to start. */
  /**
   * The server takes more ports than the two that it is told, and somebody may take one of them in
   * between (seen with several servers starting at once): then it ends, and is started again.
   */
  private static final int STARTS = 3;

  private static final int OTHER_SERVES_WITHIN_SECONDS = 20;

  private final TargetOptions options;

  RealPlaces(TargetOptions options) {
    this.options = options;
  }

  @Override
  public Optional<TemporalTarget> named() throws TemporalUnavailable {
    ClientConfigProfile profile = NamedTemporal.profile(options.environment());
    if (!NamedTemporal.isNamed(profile)) {
      return Optional.empty();
    }
    NamedTemporal session = NamedTemporal.connect(profile);
    TemporalTarget target =
        new TemporalTarget(
            session.serviceStubs(),
            session.address(),
            session.namespace(),
            "Temporal at "
                + session.address()
                + ", namespace "
                + session.namespace()
                + " (named by the environment or temporal.toml)");
    localPort(session.address()).flatMap(LocalUi::beside).ifPresent(ui -> attach(target, ui));
    return Optional.of(target.closing(session));
  }

  @Override
  public Optional<TemporalTarget> answering() throws TemporalUnavailable {
    return answeringAt(options.port());
  }

  private Optional<TemporalTarget> answeringAt(int port) throws TemporalUnavailable {
    if (!Ports.accepts(port)) {
      return Optional.empty();
    }
    String address = "127.0.0.1:" + port;
    WorkflowServiceStubs probe = DevServer.connectTo(address);
    boolean serves = DevServer.serves(probe, 3000);
    NamedTemporal.end(probe);
    if (!serves) {
      options.say().accept("something at " + address + " is no Temporal; another port is used.");
      return Optional.empty();
    }
    ClientConfigProfile profile =
        NamedTemporal.profile(options.environment()).toBuilder().setAddress(address).build();
    NamedTemporal session = NamedTemporal.connect(profile);
    if (options.registerSearchAttributes()) {
      SearchAttributeRegistration.register(session.serviceStubs(), session.namespace());
    }
    TemporalTarget target =
        new TemporalTarget(
            session.serviceStubs(),
            address,
            session.namespace(),
            "Temporal at "
                + address
                + ", namespace "
                + session.namespace()
                + " (was running already)");
    LocalUi.beside(port).ifPresent(ui -> attach(target, ui));
    return Optional.of(target.closing(session));
  }

  /** The UI that is there, and the codec server that it was told of, unless somebody runs it. */
  private void attach(TemporalTarget target, LocalUi ui) {
    target.withUi(ui.url());
    if (options.codecKeys().isEmpty()) {
      return;
    }
    int port = ui.codec().map(URI::getPort).filter(p -> p > 0).orElse(options.codecPort());
    if (!Ports.isFree(port)) {
      return; // Most likely the codec server of the launcher that started this Temporal.
    }
    try {
      CodecServer server =
          CodecServer.start(options.codecKeys().get(), port, Set.of(ui.url().toString()));
      target.withCodec(server.url()).closing(server);
      if (ui.codec().isEmpty()) {
        options
            .say()
            .accept(
                "to read payloads in Temporal UI, set its codec server (the glasses icon) to "
                    + server.url());
      }
    } catch (IOException e) {
      options.say().accept("no codec server: " + e.getMessage());
    }
  }

  @Override
  public Path cli() throws TemporalUnavailable {
    return new TemporalCli(
            options.environment(), TemporalCli.cacheFolder(options.environment()), options.say())
        .findOrFetch();
  }

  @Override
  public TemporalTarget started(Path cli) throws TemporalUnavailable {
    try {
      Optional<DatabaseLock> lock = DatabaseLock.tryTake(options.home());
      Optional<TemporalTarget> others =
          lock.isPresent() ? orphan() : Optional.of(serverOfAnotherLauncher());
      if (others.isPresent()) {
        if (lock.isPresent()) {
          lock.get().close();
        }
        return others.get();
      }
      return startHolding(lock.get(), cli);
    } catch (IOException e) {
      throw new TemporalUnavailable(
          "The Temporal server could not be started in " + options.home() + ": " + e.getMessage(),
          e);
    }
  }

  /** A server on another port than usual whose launcher was killed: it still has the database. */
  private Optional<TemporalTarget> orphan() throws TemporalUnavailable {
    Optional<RunningServer> noted = RunningServer.read(options.home());
    Optional<Integer> port = noted.flatMap(n -> localPort(n.address()));
    return port.isPresent() ? answeringAt(port.get()) : Optional.empty();
  }

  private TemporalTarget serverOfAnotherLauncher() throws TemporalUnavailable {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OTHER_SERVES_WITHIN_SECONDS);
    while (System.nanoTime() < end) {
      Optional<TemporalTarget> found = orphan();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new TemporalUnavailable(
        "Another ./lanyard has the Temporal database in "
            + options.home()
            + ", and its server does not answer. End it, or use another folder (LANYARD_HOME).");
  }

  private TemporalTarget startHolding(DatabaseLock lock, Path cli)
      throws TemporalUnavailable, IOException {
    int left = STARTS;
    while (true) {
      left--;
      try {
        return startOnce(lock, cli);
      } catch (ServerEnded e) {
        if (left == 0) {
          lock.close();
          throw e;
        }
      } catch (TemporalUnavailable | IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    }
  }

  private TemporalTarget startOnce(DatabaseLock lock, Path cli)
      throws TemporalUnavailable, IOException {
    Optional<CodecServer> codec = Optional.empty();
    try {
      int port = Ports.freeOr(options.port());
      int uiPort = Ports.freeOr(port + 1000);
      if (options.codecKeys().isPresent()) {
        codec =
            Optional.of(
                CodecServer.start(
                    options.codecKeys().get(),
                    Ports.freeOr(options.codecPort()),
                    Set.of("http://127.0.0.1:" + uiPort)));
      }
      String namespace = NamedTemporal.namespace(NamedTemporal.profile(options.environment()));
      DevServer server =
          DevServer.start(
              new DevServerPlan(
                  cli, options.home(), port, uiPort, namespace, codec.map(CodecServer::url)));
      new RunningServer(server.pid(), server.plan().address(), server.plan().ui())
          .write(options.home());
      return describeStarted(server, lock, codec);
    } catch (TemporalUnavailable | IOException | RuntimeException e) {
      codec.ifPresent(CodecServer::close);
      throw e;
    }
  }

  private TemporalTarget describeStarted(
      DevServer server, DatabaseLock lock, Optional<CodecServer> codec) {
    DevServerPlan plan = server.plan();
    if (plan.port() != TargetOptions.DEFAULT_PORT) {
      options.say().accept("for other commands: export TEMPORAL_ADDRESS=" + plan.address());
    }
    TemporalTarget target =
        new TemporalTarget(
                server.stubs(),
                plan.address(),
                plan.namespace(),
                "Temporal at "
                    + plan.address()
                    + ", namespace "
                    + plan.namespace()
                    + " (started here; its state is in "
                    + plan.database()
                    + ")")
            .withUi(plan.ui())
            .closing(lock)
            .closing(() -> RunningServer.forget(options.home()))
            .closing(server);
    codec.ifPresent(c -> target.withCodec(c.url()).closing(c));
    return target;
  }

  @Override
  public TemporalTarget inProcess(String reason) {
    options
        .say()
        .accept("in-process Temporal: no web UI, no search, nothing kept after the end. " + reason);
    TestEnvironmentOptions.Builder builder =
        TestEnvironmentOptions.newBuilder().setUseTimeskipping(false);
    SearchAttributes.toRegister().forEach(builder::registerSearchAttribute);
    TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(builder.build());
    return new TemporalTarget(
            environment.getWorkflowServiceStubs(),
            "in-process",
            environment.getNamespace(),
            "Temporal inside this process (no UI, nothing is kept)")
        .markedInProcess()
        .closing(environment);
  }

  private static Optional<Integer> localPort(String address) {
    int colon = address.lastIndexOf(':');
    if (colon < 0 || !Set.of("127.0.0.1", "localhost").contains(address.substring(0, colon))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.parseInt(address.substring(colon + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

package dev.lanyard.sandbox;

import dev.lanyard.sandbox.http.Faults;
import dev.lanyard.sandbox.http.Front;
import dev.lanyard.sandbox.http.LoopbackServer;
import dev.lanyard.sandbox.http.RemoteSystem;
import dev.lanyard.sandbox.http.RequestLog;
import dev.lanyard.sandbox.staffapi.StaffApi;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated Backoffice and a simulated staff API, each on a port of 127.0.0.1, with one memory.
 * Both ports also carry the controls below {@code /_sandbox/}, as the room's README lists them, and
 * a page to look at.
 */
public final class Sandbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private final Settings settings;
  private final World world;
  private final ScheduledExecutorService later;
  private final Systems systems;
  private final LoopbackServer backofficeServer;
  private final LoopbackServer staffApiServer;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Sandbox(
      Settings settings,
      World world,
      ScheduledExecutorService later,
      Systems systems,
      LoopbackServer backofficeServer,
      LoopbackServer staffApiServer) {
    this.settings = settings;
    this.world = world;
    this.later = later;
    this.systems = systems;
    this.backofficeServer = backofficeServer;
    this.staffApiServer = staffApiServer;
  }

  /**
   * Both systems answer when this returns.
   *
   * @throws java.net.BindException when a port is taken; the message names it
   * @throws IOException when the state file cannot be read or written; the message names it
   * @throws dev.lanyard.sandbox.http.RefusedInput when a setting is unknown or malformed
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    Clock clock = Clock.systemUTC();
    Settings settings = new Settings();
    Faults faults = new Faults();
    Optional<StateFile> file = options.stateFile().map(StateFile::new);
    Systems systems = Systems.open(file, options, settings, faults, clock);
    World world =
        new World(List.of(systems.backoffice(), systems.staffApi()), settings, faults, file);

    RequestLog log = new RequestLog();
    ScheduledExecutorService later =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sandbox-late-commits");
              thread.setDaemon(true);
              return thread;
            });
    Controls controls = new Controls(world, settings, log, faults, systems);
    List<LoopbackServer> open = new ArrayList<>();
    try {
      int first = options.backofficePort();
      open.add(open(first, systems.backoffice(), controls, world, settings, later, clock));
      int second = options.staffApiPort();
      open.add(open(second, systems.staffApi(), controls, world, settings, later, clock));
      world.save(); // only with both ports: another sandbox may be using the file
      return new Sandbox(settings, world, later, systems, open.get(0), open.get(1));
    } catch (IOException failed) {
      open.forEach(LoopbackServer::close);
      later.shutdownNow();
      systems.deliveries().close();
      throw failed;
    }
  }

  private static LoopbackServer open(
      int port,
      RemoteSystem system,
      Controls controls,
      World world,
      Settings settings,
      ScheduledExecutorService later,
      Clock clock)
      throws IOException {
    Front front =
        new Front(system, controls.log(), controls.faults(), world, settings::latency, later);
    return LoopbackServer.open(
        port,
        request -> Controls.isMeantBy(request) ? controls.answer(request) : front.receive(request),
        clock,
        settings::gzip);
  }

  /** Without a trailing slash. */
  public URI backofficeUrl() {
    return backofficeServer.url();
  }

  public String backofficeUsername() {
    return settings.backoffice().login().backofficeUsername();
  }

  public String backofficePassword() {
    return settings.backoffice().login().backofficePassword();
  }

  /** Without a trailing slash; the API lives below {@code /v1/}. */
  public URI staffApiUrl() {
    return staffApiServer.url();
  }

  public String staffApiClientId() {
    return settings.staffApi().staffApiClientId();
  }

  public String staffApiClientSecret() {
    return settings.staffApi().staffApiClientSecret();
  }

  public long staffApiCompanyId() {
    return StaffApi.COMPANY;
  }

  /** Stops both servers at once; late commits that are still due never happen. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    backofficeServer.close();
    staffApiServer.close();
    later.shutdownNow();
    systems.deliveries().close();
    try {
      world.save();
    } catch (IOException failed) {
      LOG.error("The state file could not be written at the end", failed);
    }
  }
}

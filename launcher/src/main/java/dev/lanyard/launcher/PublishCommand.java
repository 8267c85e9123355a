package dev.lanyard.launcher;

import dev.lanyard.worker.UntilStopped;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * For containers. Sandbox and codec server listen on loopback alone, wherever they run; Docker
 * publishes only what listens on the container's own address. This stands between the two, so that
 * neither of them needs a way to listen on more than loopback.
 */
@Command(
    name = "publish",
    hidden = true, // Of use to docker-compose.yml alone.
    mixinStandardHelpOptions = true,
    description =
        "Inside a container: pass connections to these ports of its own address on to the same"
            + " ports of its loopback, for Compose to publish on the host's 127.0.0.1.",
    footer = {"", "Example: lanyard publish 8090 8091 8234"})
final class PublishCommand implements Callable<Integer> {

  /** Set by the Dockerfile. */
  static final String IN_CONTAINER = "LANYARD_IN_CONTAINER";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PORT", arity = "1..*", description = "Ports of the loopback.")
  private List<Integer> ports;

  private final Map<String, String> environment;

  PublishCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (!"true".equals(environment.get(IN_CONTAINER))) {
      err.println(
          "publish is for containers only (where "
              + IN_CONTAINER
              + " is true): on a host it would show loopback ports to the network.");
      return 2;
    }
    List<LoopbackDoor> doors = new ArrayList<>();
    try (UntilStopped until = UntilStopped.begin()) {
      InetAddress own = InetAddress.getLocalHost();
      for (int port : ports) {
        doors.add(LoopbackDoor.open(own, port, port));
      }
      spec.commandLine().getOut().println("published on " + own.getHostAddress() + ": " + ports);
      spec.commandLine().getOut().flush();
      until.await();
      return 0;
    } catch (IOException e) {
      err.println("A port cannot be published: " + e.getMessage());
      return 1;
    } finally {
      doors.forEach(LoopbackDoor::close);
    }
  }
}

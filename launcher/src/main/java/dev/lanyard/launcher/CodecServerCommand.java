package dev.lanyard.launcher;

import dev.lanyard.secrets.CodecServer;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.secrets.StateFolder;
import dev.lanyard.worker.UntilStopped;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The codec server alone, for a Temporal UI that somebody else runs. */
@Command(
    name = "codec-server",
    mixinStandardHelpOptions = true,
    description = "Make payloads readable in a Temporal UI, on 127.0.0.1 only. PINs stay sealed.",
    footer = {"", "Example: ./lanyard codec-server --origin http://127.0.0.1:8233"})
final class CodecServerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8234",
      description = "Where to listen (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8233",
      description =
          "The exact origin of the Temporal UI that may ask, repeatable (default:"
              + " ${DEFAULT-VALUE}).")
  private List<String> origins;

  private final Map<String, String> environment;

  CodecServerCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    try (UntilStopped until = UntilStopped.begin();
        CodecServer server =
            CodecServer.start(
                Keys.load(StateFolder.of(environment).keys()),
                port,
                new LinkedHashSet<>(origins))) {
      out.println("codec server " + server.url() + " for " + String.join(", ", origins));
      out.flush();
      until.await();
      return 0;
    } catch (KeysUnusable e) {
      err.println(e.getMessage() + ". ./lanyard setup makes keys.");
      return 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}

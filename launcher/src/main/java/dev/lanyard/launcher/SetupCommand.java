package dev.lanyard.launcher;

import dev.lanyard.launcher.temporal.TargetOptions;
import dev.lanyard.launcher.temporal.TemporalCli;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.secrets.StateFolder;
import dev.lanyard.worker.NamedTemporal;
import dev.lanyard.worker.SearchAttributeRegistration;
import dev.lanyard.worker.TemporalSession;
import dev.lanyard.worker.TemporalUnavailable;
import io.temporal.envconfig.ClientConfigProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes what must be there once: keys, the Temporal CLI, search attributes. May be repeated; says
 * what it changed. Exit code 1 when something could not be made.
 */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description =
        "Make the keys, fetch the Temporal CLI if there is none, and register the search"
            + " attributes with the Temporal that is named or answers. May be repeated.",
    footer = {
      "",
      "Examples:",
      "  ./lanyard setup",
      "  TEMPORAL_ADDRESS=temporal.example.com:7233 ./lanyard setup"
    })
final class SetupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--fetch-cli",
      description = "Only fetch the Temporal CLI if there is none, and print its path.")
  private boolean fetchCliOnly;

  private final Map<String, String> environment;

  SetupCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      if (fetchCliOnly) {
        // The path alone on standard output, for scripts.
        Path cli = cli(err);
        spec.commandLine().getOut().println(cli);
        return 0;
      }
      setUp(spec.commandLine().getOut());
      return 0;
    } catch (TemporalUnavailable | KeysUnusable e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("The keys could not be made or read: " + e.getMessage());
      return 1;
    }
  }

  private void setUp(PrintWriter out) throws TemporalUnavailable, IOException {
    StateFolder folder = StateFolder.of(environment);
    if (Keys.present(folder.keys())) {
      Keys.load(folder.keys());
      say(out, "keys: present in " + folder.keys());
    } else {
      Keys.create(folder.keys());
      say(
          out,
          "keys: made in "
              + folder.keys()
              + "; back them up: without them no history and no PIN can be read");
    }
    ClientConfigProfile profile = NamedTemporal.profile(environment);
    if (NamedTemporal.isNamed(profile)) {
      try (TemporalSession session = NamedTemporal.connect(profile)) {
        register(session, out);
      }
      return;
    }
    say(out, "Temporal CLI: " + cli(out));
    Optional<TemporalTarget> local =
        TemporalTarget.answering(
            TargetOptions.of(environment, folder.home(), line -> say(out, line)));
    if (local.isEmpty()) {
      say(
          out,
          "search attributes: no Temporal answers at "
              + NamedTemporal.DEFAULT_ADDRESS
              + "; the one that ./lanyard worker starts registers them itself");
      return;
    }
    try (TemporalTarget target = local.get()) {
      register(target, out);
    }
  }

  private static void register(TemporalSession session, PrintWriter out)
      throws TemporalUnavailable {
    SearchAttributeRegistration.Outcome outcome =
        SearchAttributeRegistration.register(session.serviceStubs(), session.namespace());
    say(
        out,
        "search attributes at "
            + session.address()
            + ", namespace "
            + session.namespace()
            + ": "
            + (outcome.registered().isEmpty()
                ? "all present"
                : "registered " + String.join(", ", outcome.registered())));
  }

  private Path cli(PrintWriter progress) throws TemporalUnavailable {
    return new TemporalCli(
            environment, TemporalCli.cacheFolder(environment), line -> say(progress, line))
        .findOrFetch();
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}

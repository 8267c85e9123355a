package dev.lanyard.worker;

import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.secrets.StateFolder;
import dev.lanyard.worker.configuration.ConfigurationRefused;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.TaskQueues;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs the worker until it is stopped. Exit codes: 0 after a stop; 1 when Temporal or the keys are
 * not there; 2 when the configuration cannot be used.
 */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description = "Run the worker that carries out hires and terminations, until Ctrl-C.",
    footer = {
      "",
      "Configuration by environment, or by the file that LANYARD_CONFIG names:",
      "  SONNYS_SUBDOMAIN (or SONNYS_BASE_URL), SONNYS_BOT_USERNAME, SONNYS_BOT_PASSWORD,",
      "  STAFF_API_CLIENT_ID, STAFF_API_CLIENT_SECRET, STAFF_API_COMPANY_ID",
      "  (each secret also as …_FILE), TEMPORAL_ADDRESS or temporal.toml.",
      "Example: eval the lines that ./lanyard sandbox prints, then: ./lanyard worker"
    })
public final class WorkerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--check",
      description =
          "Only tell whether a worker takes work from the task queue: exit code 0 if so, 1 if not.")
  private boolean check;

  private final Map<String, String> environment;
  private final TemporalSource source;

  /** Only connects: for a machine where Temporal is somebody else's. */
  public WorkerCommand() {
    this(
        System.getenv(),
        (folder, keys, say) -> NamedTemporal.connect(NamedTemporal.profile(System.getenv())));
  }

  public WorkerCommand(Map<String, String> environment, TemporalSource source) {
    this.environment = Map.copyOf(environment);
    this.source = source;
  }

  /** The worker alone, as a program of its own. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new WorkerCommand()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      if (check) {
        return check(err);
      }
      WorkerConfiguration configuration = WorkerConfiguration.read(environment);
      Keys keys = keys(configuration.folder());
      return run(configuration, keys);
    } catch (ConfigurationRefused e) {
      err.println(e.getMessage());
      return 2;
    } catch (TemporalUnavailable e) {
      err.println(e.getMessage());
      return 1;
    } catch (KeysUnusable e) {
      err.println("The worker does not start without its keys: " + e.getMessage());
      err.println("./lanyard setup makes them; LANYARD_KEYS names a folder that has them.");
      return 1;
    } catch (IOException e) {
      err.println("The worker cannot read its keys: " + e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      err.println("The configuration cannot be used: " + e.getMessage());
      return 2;
    }
  }

  private int check(PrintWriter err) throws TemporalUnavailable {
    String queue = environment.getOrDefault("LANYARD_TASK_QUEUE", TaskQueues.DEFAULT);
    try (NamedTemporal session = NamedTemporal.connect(NamedTemporal.profile(environment))) {
      if (WorkerPresence.isPolled(session, queue)) {
        return 0;
      }
      err.println("No worker takes work from task queue " + queue + ". Run: ./lanyard worker");
      return 1;
    }
  }

  private static Keys keys(StateFolder folder) throws IOException {
    return Keys.load(folder.keys());
  }

  private int run(WorkerConfiguration configuration, Keys keys)
      throws TemporalUnavailable, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (UntilStopped until = UntilStopped.begin();
        TemporalSession session =
            source.open(configuration.folder(), keys, line -> say(out, line))) {
      requireSearchAttributes(session);
      say(out, session.describe());
      say(out, "Backoffice " + configuration.backoffice().origin().base());
      say(out, "staff API  " + configuration.staffApi().origin().base());
      try (LanyardWorker worker =
          LanyardWorker.start(session.serviceStubs(), session.namespace(), configuration, keys)) {
        say(out, "worker runs on task queue " + worker.taskQueue() + "; Ctrl-C ends it");
        keepSchedules(session, configuration, out);
        worker.checkSystems(line -> say(out, line));
        until.await();
        say(out, "worker ends: what runs may finish ...");
      }
    }
    return 0;
  }

  /** A worker without its daily schedules still does its work. */
  private static void keepSchedules(
      TemporalSession session, WorkerConfiguration configuration, PrintWriter out) {
    try {
      DigestSchedules.keep(session.serviceStubs(), session.namespace(), configuration)
          .forEach(id -> say(out, "schedule   " + id));
    } catch (TemporalUnavailable e) {
      say(out, e.getMessage());
    }
  }

  private static void requireSearchAttributes(TemporalSession session) throws TemporalUnavailable {
    List<String> missing =
        SearchAttributeRegistration.missing(session.serviceStubs(), session.namespace());
    if (!missing.isEmpty()) {
      throw new TemporalUnavailable(
          "Namespace "
              + session.namespace()
              + " at "
              + session.address()
              + " lacks the search attributes "
              + String.join(", ", missing)
              + ". Run: ./lanyard setup");
    }
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}

package dev.lanyard.starter.fake;

import dev.lanyard.secrets.Keys;
import dev.lanyard.starter.command.CommandTree;
import dev.lanyard.starter.command.Surroundings;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.inbox.Inbox;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.person.PersonWorkflowImpl;
import dev.lanyard.workflows.pin.PinHandoverWorkflowImpl;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * The command line over the in-process test server: the real person, scripted processes, real keys.
 * Time is not skipped.
 */
public final class StarterWorld implements AutoCloseable {

  private final TestWorkflowEnvironment environment;
  private final ListedRuns listed = new ListedRuns();
  private final Keys keys;
  private final Path home;

  /** What a command printed and how it ended. */
  public record Ran(int exitCode, String out, String err) {

    /** Lines of the output. */
    public List<String> lines() {
      return out.lines().toList();
    }
  }

  /**
   * @param home an empty folder
   */
  public StarterWorld(Path home) {
    this.home = home;
    try {
      keys = Keys.create(home.resolve("keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder()
            .setUseTimeskipping(false)
            .setWorkflowServiceStubsOptions(
                WorkflowServiceStubsOptions.newBuilder()
                    .setGrpcClientInterceptors(List.of(listed))
                    .build())
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder().setDataConverter(keys.dataConverter()).build());
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    environment = TestWorkflowEnvironment.newInstance(options.build());
    var worker = environment.newWorker(TaskQueues.DEFAULT);
    worker.registerWorkflowImplementationTypes(
        PersonWorkflowImpl.class,
        ScriptedOnboarding.class,
        ScriptedOffboarding.class,
        ScriptedTransfer.class,
        ScriptedCallOff.class,
        ScriptedAvailability.class,
        ScriptedWebUsers.class,
        ScriptedDoctor.class,
        ScriptedStaffList.class,
        ScriptedStaffMember.class,
        ScriptedWebhooks.class,
        PinHandoverWorkflowImpl.class);
    worker.registerWorkflowImplementationTypes(ScriptedReading.all());
    worker.registerActivitiesImplementations(new LocalPlanning(), new OpeningPins(keys));
    environment.start();
  }

  public WorkflowClient client() {
    return environment.getWorkflowClient();
  }

  public Keys keys() {
    return keys;
  }

  public Path home() {
    return home;
  }

  /** What a list of runs by POS user ID shows from now on. */
  public void listed(int posUserId, String workflowId, WorkflowExecutionStatus status) {
    listed.put(posUserId, workflowId, status);
  }

  /** What a list of runs that wait for somebody shows from now on. */
  public void listedWaiting(String workflowId) {
    listed.put(
        Inbox.WAITING, workflowId, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
  }

  /** Runs a command on a pipe. */
  public Ran run(String... words) {
    return run("", Optional.empty(), words);
  }

  /** Runs a command on a pipe, with something to read. */
  public Ran runReading(String standardInput, String... words) {
    return run(standardInput, Optional.empty(), words);
  }

  /** Runs a command on a terminal where somebody types these answers. */
  public Ran runTyping(List<String> answers, String... words) {
    return run("", Optional.of(new Typist(answers)), words);
  }

  private Ran run(String standardInput, Optional<Terminal.Prompt> prompt, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
            prompt);
    Surroundings around =
        Surroundings.of(
            terminal,
            Clock.system(ZoneOffset.UTC),
            Map.of("LANYARD_HOME", home.toString(), "USER", "maria"),
            TemporalConnection.over(client(), keys.pinSealer(), TaskQueues.DEFAULT));
    int code = root(terminal, around).execute(words);
    return new Ran(code, out.toString(), err.toString());
  }

  /** A root command with the starter's commands, as the launcher has it. */
  public static CommandLine root(Terminal terminal, Surroundings around) {
    CommandLine root = new CommandLine(new Lanyard()).setOut(terminal.out()).setErr(terminal.err());
    CommandTree.of(around).forEach(root::addSubcommand);
    return root;
  }

  @Override
  public void close() {
    environment.close();
  }

  @CommandLine.Command(name = "lanyard")
  private static final class Lanyard implements Runnable {
    @Override
    public void run() {
      throw new AssertionError("a test names a command");
    }
  }

  private static final class Typist implements Terminal.Prompt {
    private final Deque<String> answers;

    Typist(List<String> answers) {
      this.answers = new ArrayDeque<>(answers);
    }

    @Override
    public Optional<String> line(String question) {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> secret(String question) {
      return Optional.ofNullable(answers.poll());
    }
  }
}

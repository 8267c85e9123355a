package dev.lanyard.launcher;

import dev.lanyard.launcher.demo.DemoCommand;
import dev.lanyard.sandbox.SandboxCommand;
import dev.lanyard.starter.StarterCommands;
import dev.lanyard.worker.PolicyCommand;
import dev.lanyard.worker.StaffLoginCommand;
import dev.lanyard.worker.WorkerCommand;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code ./lanyard}. */
@Command(
    name = "lanyard",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Gives frontline staff their access on day one and takes it away the moment they leave.",
    footer = {"", "Try it:  ./lanyard demo", "Then:    ./lanyard COMMAND --help"})
public final class Launcher implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private Launcher() {}

  public static void main(String[] args) {
    System.exit(commandLine(System.getenv()).execute(args));
  }

  /** All commands; exit code 2 for wrong usage. */
  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine root = new CommandLine(new Launcher());
    root.addSubcommand(new DemoCommand());
    StarterCommands.mountOn(root);
    root.getSubcommands().get("staff").addSubcommand(new StaffLoginCommand(environment));
    root.addSubcommand(new PolicyCommand(environment));
    root.addSubcommand(new WorkerCommand(environment, new LocalTemporalSource(environment)));
    root.addSubcommand(new SandboxCommand());
    root.addSubcommand(new SetupCommand(environment));
    root.addSubcommand(new CodecServerCommand(environment));
    root.addSubcommand(new PublishCommand(environment));
    // Said last, so that it reaches every command.
    return root.setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}

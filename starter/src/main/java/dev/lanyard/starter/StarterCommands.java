package dev.lanyard.starter;

import dev.lanyard.starter.command.CommandTree;
import dev.lanyard.starter.command.Surroundings;
import java.util.List;
import picocli.CommandLine;

/** The commands of people and HR systems, for whoever mounts them. */
public final class StarterCommands {

  private StarterCommands() {}

  /**
   * {@code onboard}, {@code offboard}, {@code approve}, {@code reject}, {@code retry}, {@code
   * skip}, {@code withdraw}, {@code inbox}, {@code approver enroll}, {@code status}, {@code plan},
   * {@code check}, {@code employees}, {@code employee}, {@code sites}, {@code departments}, {@code
   * templates}, {@code doctor}, {@code pin reveal}, {@code staff list|show|permissions}, {@code
   * webhooks list|sync}; each opens its connection only when it needs one.
   */
  public static List<CommandLine> all() {
    return CommandTree.of(Surroundings.ofProcess());
  }

  /** Adds them to a root command, in the order of {@link #all}. */
  public static void mountOn(CommandLine root) {
    all().forEach(root::addSubcommand);
  }
}

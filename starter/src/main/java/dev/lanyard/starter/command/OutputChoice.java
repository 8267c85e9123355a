package dev.lanyard.starter.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For people or for programs. */
final class OutputChoice {

  @Option(names = "--json", description = "Print JSON for programs, one object a line.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The command's name as it is typed, such as {@code lanyard pin reveal}. */
  String command() {
    return command.qualifiedName();
  }

  boolean json() {
    return json;
  }
}

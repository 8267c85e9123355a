package dev.lanyard.starter.command;

import picocli.CommandLine.Option;

/** For people or for programs. */
final class OutputChoice {

  @Option(names = "--json", description = "Print JSON for programs, one object a line.")
  private boolean json;

  boolean json() {
    return json;
  }
}

package dev.lanyard.starter.command;

import picocli.CommandLine.Option;

/** Which page of a list. */
final class PageChoice {

  @Option(names = "--page", paramLabel = "N", description = "Which page; 1 without it.")
  private String page;

  void takeInto(Typed typed) {
    typed.takeFlag("page", page);
  }
}

package dev.lanyard.starter.command;

import picocli.CommandLine.Option;

/** Whether a command stays until the run has ended. */
final class WaitChoice {

  @Option(names = "--wait", description = "Follow the run, one line a step, and tell the result.")
  private boolean wait;

  @Option(
      names = "--through-approval",
      description = "With --wait: go on waiting when a decision is awaited.")
  private boolean throughApproval;

  boolean wanted() {
    return wait;
  }

  boolean throughApproval() {
    return throughApproval;
  }

  void check(Typed typed) {
    if (throughApproval && !wait) {
      typed.mistake("--through-approval", "needs --wait");
    }
  }
}

package dev.lanyard.starter.command;

/** What a command's exit code says. */
public final class ExitCodes {

  public static final int DONE = 0;

  /** It failed, was undone, was refused, or could not be brought about. */
  public static final int FAILED = 1;

  /** What was typed is wrong; nothing was sent. */
  public static final int WRONG_USAGE = 2;

  /** The run waits for a decision. */
  public static final int WAITING = 3;

  private ExitCodes() {}
}

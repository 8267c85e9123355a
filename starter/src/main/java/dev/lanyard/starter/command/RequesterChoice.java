package dev.lanyard.starter.command;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Who asks for something, as the approval policy names people. */
final class RequesterChoice {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who asks for it, as the approval policy names people. Left out: the user.")
  private String by;

  /** A file may say it too; the flag wins. */
  void take(Typed typed, String user) {
    typed.takeFlag("requester", by);
    if (!typed.fields().has("requester") && NAME.matcher(user).matches()) {
      typed.takeFlag("requester", user);
    }
  }
}

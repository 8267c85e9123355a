package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalWords;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.starter.person.PersonUnknown;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in words, with the remedy, and never as a stack trace. */
final class ToldFailures implements IExecutionExceptionHandler {

  private final Surroundings around;

  ToldFailures(Surroundings around) {
    this.around = around;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    boolean json = parsed.hasMatchedOption("--json");
    if (thrown instanceof WrongUsage usage) {
      return wrongUsage(usage, command, json);
    }
    StarterFailure failure = failure(thrown);
    Terminal terminal = around.terminal();
    if (json) {
      ObjectNode told = JsonText.object();
      told.put("outcome", "failed");
      told.put("reason", failure.reason());
      told.put("remedy", failure.remedy());
      terminal.line(JsonText.of(told));
    } else {
      terminal.error(
          failure.remedy().isEmpty()
              ? failure.reason()
              : failure.reason() + ": " + failure.remedy());
    }
    return ExitCodes.FAILED;
  }

  private int wrongUsage(WrongUsage usage, CommandLine command, boolean json) {
    Terminal terminal = around.terminal();
    if (json) {
      ObjectNode told = JsonText.object();
      told.put("outcome", "wrong usage");
      told.set("mistakes", JsonText.list(usage.mistakes()));
      terminal.line(JsonText.of(told));
      return ExitCodes.WRONG_USAGE;
    }
    usage.mistakes().forEach(mistake -> terminal.error(mistake.where() + " " + mistake.message()));
    terminal.error(
        "Nothing was sent. Help: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.WRONG_USAGE;
  }

  private StarterFailure failure(Exception thrown) {
    if (thrown instanceof StarterFailure known) {
      return known;
    }
    if (thrown instanceof PersonUnknown unknown) {
      return new StarterFailure(
          unknown.getMessage(), "check the number; ./lanyard onboard makes somebody known");
    }
    if (thrown instanceof NoWorkerAnswers) {
      return TemporalWords.noWorker(around.connection());
    }
    if (thrown instanceof RuntimeException other) {
      Optional<StarterFailure> explained = TemporalWords.explain(other, around.connection());
      if (explained.isPresent()) {
        return explained.get();
      }
    }
    return unexpected(thrown);
  }

  // Without the message: nobody knows what a stranger's message quotes.
  private static StarterFailure unexpected(Exception thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return new StarterFailure(
        "unexpected " + thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]),
        "this is a mistake of Lanyard's; report it with this line",
        thrown);
  }
}

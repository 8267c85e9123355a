package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalWords;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.starter.person.PersonUnknown;
import java.util.function.IntSupplier;

/**
 * Tells what went wrong in words, with the remedy, and never as a stack trace. Around each command,
 * since picocli asks the root command's handler only, and the root is somebody else's.
 */
final class ToldFailures {

  private final Surroundings around;
  private final OutputChoice output;

  ToldFailures(Surroundings around, OutputChoice output) {
    this.around = around;
    this.output = output;
  }

  /** The command's exit code, or that of its failure; the connection is closed then. */
  int run(IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (WrongUsage usage) {
      return wrongUsage(usage);
    } catch (RuntimeException thrown) {
      return failed(failure(thrown));
    } finally {
      around.close();
    }
  }

  private int failed(StarterFailure failure) {
    Terminal terminal = around.terminal();
    if (output.json()) {
      ObjectNode told = JsonText.object();
      told.put("outcome", "failed");
      told.put("reason", failure.reason());
      told.put("remedy", failure.remedy());
      terminal.line(JsonText.of(told));
    } else {
      terminal.error(
          failure.remedy().isEmpty()
              ? failure.reason()
              : failure.reason().replaceFirst("\\.$", "") + ": " + failure.remedy());
    }
    return ExitCodes.FAILED;
  }

  private int wrongUsage(WrongUsage usage) {
    Terminal terminal = around.terminal();
    if (output.json()) {
      ObjectNode told = JsonText.object();
      told.put("outcome", "wrong usage");
      told.set("mistakes", JsonText.list(usage.mistakes()));
      terminal.line(JsonText.of(told));
      return ExitCodes.WRONG_USAGE;
    }
    usage.mistakes().forEach(mistake -> terminal.error(mistake.where() + " " + mistake.message()));
    terminal.error("Nothing was sent. Help: ./" + output.command() + " --help");
    return ExitCodes.WRONG_USAGE;
  }

  private StarterFailure failure(RuntimeException thrown) {
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
    return TemporalWords.explain(thrown, around.connection()).orElseGet(() -> unexpected(thrown));
  }

  // Without the message: nobody knows what a stranger's message quotes.
  private static StarterFailure unexpected(RuntimeException thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return new StarterFailure(
        "unexpected " + thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]),
        "this is a mistake of Lanyard's; report it with this line",
        thrown);
  }
}

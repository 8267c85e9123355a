package dev.lanyard.starter.command;

import dev.lanyard.secrets.HandoverKeyFile;
import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.secrets.Pin;
import dev.lanyard.secrets.PinUnreadable;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.pin.PinCollection;
import dev.lanyard.starter.pin.PinRefused;
import dev.lanyard.workflows.hr.EmployeeNumber;
import io.temporal.client.WorkflowNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reveal",
    description = "Collect a person's PIN: the first who asks gets it, nobody else.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard pin reveal hr-10442",
      "",
      "The answer comes encrypted to a key pair that is made on the spot. It is",
      "kept in the state folder (handover/<employee-number>, mode 0600), so that",
      "the same user can ask again while the hand-over is open. On a pipe the PIN",
      "is shown as dots."
    })
final class PinRevealCommand implements Callable<Integer> {

  private static final String DOTS = "•••••";

  @Mixin private PersonArgument person;

  @Option(names = "--by", paramLabel = "NAME", description = "Who asks. Left out: the user.")
  private String by;

  @Option(
      names = "--to-stdout",
      description = "Print the PIN even when the output is not a terminal.")
  private boolean toStdout;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  PinRevealCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    EmployeeNumber number = person.employeeNumber();
    Path file = around.configuration().home().resolve("handover").resolve(number.value());
    String asker = by == null || by.isBlank() ? around.configuration().user() : by;
    Pin pin = collect(number, file, asker);
    boolean shown = toStdout || around.terminal().prompt().isPresent();
    if (output.json()) {
      var told = JsonText.object().put("outcome", "revealed").put("opens", true);
      if (toStdout) {
        told.put("pin", pin.digits());
      }
      around.terminal().line(JsonText.of(told));
      return ExitCodes.DONE;
    }
    around.terminal().line("PIN of " + number + ": " + (shown ? pin.digits() : DOTS));
    if (!shown) {
      around.terminal().error("It opens; it is shown on a terminal only, or with --to-stdout.");
    }
    return ExitCodes.DONE;
  }

  private Pin collect(EmployeeNumber number, Path file, String asker) {
    try {
      return new PinCollection(around.connection().client())
          .collect(number, HandoverKeyFile.openOrCreate(file), asker);
    } catch (PinRefused refused) {
      throw new StarterFailure(
          "refused: " + refused.getMessage(),
          "who collected it is in Temporal UI, run pin/" + number,
          refused);
    } catch (WorkflowNotFoundException e) {
      throw new StarterFailure(
          "no PIN of " + number + " waits to be collected",
          "it waits once the hire is done, until it was collected or its time is over",
          e);
    } catch (PinUnreadable e) {
      throw new StarterFailure(
          "the answer does not open with the key pair in " + file,
          "move that file away if it is not yours, and ask again",
          e);
    } catch (KeysUnusable e) {
      throw new StarterFailure(e.getMessage(), "", e);
    } catch (IOException e) {
      throw new StarterFailure(
          "the key pair cannot be kept in " + file + ": " + e.getClass().getSimpleName(),
          "LANYARD_HOME names a folder that can be written",
          e);
    }
  }
}

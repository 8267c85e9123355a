package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.AvailabilityDraft;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.availability.AvailabilityWorkflow;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Whether a POS user ID, e-mail address, phone number or web user's name is free in",
      "Backoffice."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard check --pos-user-id 12345 --email jane.doe@example.com",
      "",
      "Exit codes: 0 all free, 1 something is taken or could not be asked, 2 wrong usage."
    })
final class CheckCommand implements Callable<Integer> {

  @Option(names = "--pos-user-id", paramLabel = "ID", description = "Typed at the till: 12345.")
  private String posUserId;

  @Option(names = "--email", paramLabel = "E", description = "E-mail address.")
  private String email;

  @Option(names = "--phone", paramLabel = "P", description = "Nine or ten digits: 6155551234.")
  private String phone;

  @Option(
      names = "--username",
      paramLabel = "U",
      description = "A web user's, 3 to 64 characters: jane_doe.")
  private String username;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  CheckCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    AvailabilityQuestion question = question();
    Availability availability =
        new Look(around.connection().client(), around.connection().taskQueue())
            .ask(
                AvailabilityWorkflow.class,
                "check/" + around.freshId(),
                question,
                Availability.class);
    boolean free = availability.answers().stream().allMatch(Availability.Answer::free);
    if (output.json()) {
      var told = JsonText.object().put("outcome", free ? "free" : "taken");
      told.setAll(JsonText.object(availability));
      around.terminal().line(JsonText.of(told));
    } else {
      tell(availability);
    }
    return free ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private AvailabilityQuestion question() {
    Typed typed = new Typed();
    typed.takeFlag("posUserId", posUserId);
    typed.takeFlag("email", email);
    typed.takeFlag("phone", phone);
    typed.takeFlag("username", username);
    Optional<AvailabilityQuestion> read = Optional.empty();
    try {
      read = Optional.of(AvailabilityDraft.read(typed.fields()));
    } catch (InputRefused refused) {
      typed.take(refused);
    }
    typed.throwMistakes();
    return read.orElseThrow();
  }

  private void tell(Availability availability) {
    Table table = new Table();
    for (Availability.Answer answer : availability.answers()) {
      table.row(
          Typed.flag(answer.field()).substring(2),
          answer.free() ? "free" : "taken by " + answer.takenBy(),
          answer.caveat() == null ? "" : answer.caveat());
    }
    table.lines().forEach(around.terminal()::line);
  }
}

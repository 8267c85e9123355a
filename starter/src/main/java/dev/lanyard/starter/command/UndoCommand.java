package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.PersonDraft;
import dev.lanyard.workflows.hr.HrEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "undo",
    description = "Undo a termination within its grace period: exactly the access from before.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard undo hr-10442 --reason 'the wrong person' --wait --through-approval",
      "",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class UndoCommand extends PersonEventCommand {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "For those who approve it; nothing personal. Needed.")
  private String reason;

  UndoCommand(Surroundings around) {
    super(around);
  }

  @Override
  void take(Typed typed) {
    typed.takeFlag("reason", reason);
  }

  @Override
  HrEvent read(PersonDraft draft) {
    return draft.undo();
  }
}

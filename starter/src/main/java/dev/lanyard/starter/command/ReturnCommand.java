package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.PersonDraft;
import dev.lanyard.workflows.hr.HrEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "return",
    description = "Hand in a return from leave: exactly the access from before, another PIN.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard return hr-10442 --on 2026-12-01",
      "",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class ReturnCommand extends PersonEventCommand {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The first day with access again, in the site's zone. Left out: now.")
  private String on;

  ReturnCommand(Surroundings around) {
    super(around);
  }

  @Override
  void take(Typed typed) {
    typed.takeFlag("on", on);
  }

  @Override
  HrEvent read(PersonDraft draft) {
    return draft.back();
  }
}

package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.PersonDraft;
import dev.lanyard.workflows.hr.HrEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "leave",
    description = "Hand in a leave: no access for a while, then exactly the same again.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard leave hr-10442 --last-day 2026-08-31 --return-on 2026-12-01",
      "  ./lanyard leave hr-10442 --wait",
      "",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class LeaveCommand extends PersonEventCommand {

  @Option(
      names = "--last-day",
      paramLabel = "DATE",
      description = "The last day with access, in the site's zone. Left out: access ends now.")
  private String lastDay;

  @Option(
      names = "--return-on",
      paramLabel = "DATE",
      description = "The first day with access again; approved shortly before. Left out: unknown.")
  private String returnOn;

  LeaveCommand(Surroundings around) {
    super(around);
  }

  @Override
  void take(Typed typed) {
    typed.takeFlag("lastDay", lastDay);
    typed.takeFlag("returnOn", returnOn);
  }

  @Override
  HrEvent read(PersonDraft draft) {
    return draft.leave();
  }
}

package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.PersonDraft;
import dev.lanyard.workflows.hr.HrEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "change",
    description = "Hand in another name, phone, e-mail or the like; no access changes.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard change hr-10442 --last-name Example --email jane@example.com --wait",
      "  ./lanyard change hr-10442 --phone '' --from 2026-08-01",
      "",
      "What is left out stays; an empty text clears the field.",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class ChangeCommand extends PersonEventCommand {

  @Option(names = "--first-name", paramLabel = "NAME", description = "Another first name.")
  private String firstName;

  @Option(names = "--last-name", paramLabel = "NAME", description = "Another last name.")
  private String lastName;

  @Option(names = "--phone", paramLabel = "NUMBER", description = "9 or 10 digits.")
  private String phone;

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Another e-mail address.")
  private String email;

  @Option(
      names = "--start-date",
      paramLabel = "DATE",
      description = "A start date that was wrong: 2026-05-04.")
  private String startDate;

  @Option(names = "--emergency-name", paramLabel = "NAME", description = "Emergency contact.")
  private String emergencyName;

  @Option(names = "--emergency-phone", paramLabel = "NUMBER", description = "Theirs.")
  private String emergencyPhone;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first day on which it counts, in the site's zone. Left out: now.")
  private String from;

  ChangeCommand(Surroundings around) {
    super(around);
  }

  @Override
  void take(Typed typed) {
    typed.takeFlag("firstName", firstName);
    typed.takeFlag("lastName", lastName);
    typed.takeFlag("phone", phone);
    typed.takeFlag("email", email);
    typed.takeFlag("startDate", startDate);
    typed.takeFlag("emergencyName", emergencyName);
    typed.takeFlag("emergencyPhone", emergencyPhone);
    typed.takeFlag("from", from);
  }

  @Override
  HrEvent read(PersonDraft draft) {
    return draft.change();
  }
}

package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.PersonDraft;
import dev.lanyard.workflows.hr.HrEvent;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "transfer",
    description = "Hand in other sites, departments, permissions or another wage.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard transfer hr-10442 --site 'Harbor' --permission 'Shift Lead' --wait",
      "  ./lanyard transfer hr-10442 --site Harbor --from 2026-08-01 --until 2026-08-14",
      "  ./lanyard transfer hr-10442 --site Harbor --dry-run",
      "",
      "With --until it is a loan, which ends by itself.",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class TransferCommand extends PersonEventCommand {

  @Option(
      names = "--site",
      paramLabel = "NAME",
      description = "One of all sites from then on, by its exact name; repeat it for each.")
  private List<String> sites;

  @Option(names = "--all-sites", description = "Every site, those that are added later included.")
  private boolean allSites;

  @Option(
      names = "--department",
      paramLabel = "NAME",
      description = "One of all departments from then on; repeat it for each.")
  private List<String> departments;

  @Option(
      names = "--permission",
      paramLabel = "TEMPLATE",
      description = "Exact name of a permission template.")
  private String permission;

  @Option(names = "--wage-rate", paramLabel = "USD", description = "An hour: 16.75.")
  private String wageRate;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first day, in the site's zone: 2026-08-01. Left out: now.")
  private String from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day of a loan: afterwards everything is as before.")
  private String until;

  TransferCommand(Surroundings around) {
    super(around);
  }

  @Override
  void take(Typed typed) {
    typed.takeFlag("sites", sites);
    if (allSites) {
      if (sites != null) {
        typed.mistake("--all-sites", "cannot go together with --site");
      }
      typed.takeFlag("sites", "all");
    }
    typed.takeFlag("departments", departments);
    typed.takeFlag("permissionTemplate", permission);
    typed.takeFlag("wageRate", wageRate);
    typed.takeFlag("from", from);
    typed.takeFlag("until", until);
  }

  @Override
  HrEvent read(PersonDraft draft) {
    return draft.transfer();
  }
}

package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.AmendmentDraft;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "amend",
    description = {
      "Correct the hire, transfer or change that is being carried out, before anything of a",
      "transfer or a change is written; plan and approval follow."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard amend hr-10442 --pos-user-id 12346",
      "  ./lanyard amend hr-10442 --email jane@example.com --by maria --reason typo",
      "  ./lanyard amend hr-10442 --site 'Harbor Wash' --until 2026-08-14",
      "",
      "The empty text clears a phone, an e-mail or an emergency contact:",
      "  ./lanyard amend hr-10442 --phone \"\"",
      "",
      "Exit codes: 0 it took effect, 1 it did not, 2 wrong usage,",
      "3 waiting for a decision."
    })
final class AmendCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;
  @Mixin private HireOptions fields;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Of a transfer or a change: its first day, in the site's zone: 2026-08-01.")
  private String from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Of a transfer: the last day of a loan.")
  private String until;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so. Left out: the user.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
  private String reason;

  @Option(
      names = "--sign",
      description = "Sign it with the key that --by enrolled, where the policy asks for that.")
  private boolean sign;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  AmendCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    EmployeeNumber number = person.employeeNumber();
    Typed typed = new Typed();
    fields.take(typed);
    typed.takeFlag("from", from);
    typed.takeFlag("until", until);
    return new Amending(around, output.json()).send(number, read(typed), sign);
  }

  private AmendmentDraft read(Typed typed) {
    AmendmentDraft read = null;
    try {
      read =
          AmendmentDraft.read(
              typed.fields(), by == null ? around.configuration().user() : by, reason);
    } catch (InputRefused refused) {
      typed.take(refused);
    }
    typed.throwMistakes();
    return read;
  }
}

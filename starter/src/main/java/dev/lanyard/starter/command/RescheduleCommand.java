package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.intake.AmendmentDraft;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.output.JsonText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reschedule",
    description = "Move the start date of a hire that is being carried out, later or earlier.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard reschedule hr-10442 --start-date 2026-05-08",
      "",
      "A day that is past opens the access at once. After the start the date is",
      "corrected with ./lanyard change, the day of a transfer or a change with",
      "./lanyard amend --from. Exit codes: 0 it took effect, 1 it did",
      "not, 2 wrong usage, 3 waiting for a decision."
    })
final class RescheduleCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;

  @Option(
      names = "--start-date",
      paramLabel = "DATE",
      required = true,
      description = "The new first day with access, in the site's zone.")
  private String startDate;

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

  RescheduleCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output)
        .run(
            () ->
                new Amending(around, output.json())
                    .send(person.employeeNumber(), amendment(), sign));
  }

  private AmendmentDraft amendment() {
    ObjectNode fields = JsonText.object().put("startDate", startDate);
    try {
      return AmendmentDraft.read(fields, by == null ? around.configuration().user() : by, reason);
    } catch (InputRefused refused) {
      throw new WrongUsage("--start-date", refused.problems().get(0).message());
    }
  }
}

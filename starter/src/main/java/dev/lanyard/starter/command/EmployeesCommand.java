package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.intake.ReadingDraft;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterEntry;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.reading.RosterWorkflow;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "employees",
    description = "Who is in Backoffice's roster, 25 at a time; active ones unless asked.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard employees --site \"Wash 37135\"",
      "  ./lanyard employees --name \"Jane Doe\" --active all",
      "  ./lanyard employees --name \"Jan*\" --sort last-name --json",
      "",
      "A name is compared whole, without regard to case and blanks; with a * at",
      "its end, only its beginning. An employee without a site that the bot may see",
      "is in no list.",
      "",
      "Exit codes: 0 somebody was found, 1 nobody was or Backoffice could not be",
      "asked, 2 wrong usage."
    })
final class EmployeesCommand extends ReadingCommand {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "First name, last name, or both: Jane, Doe, \"Jane Doe\", \"Jan*\".")
  private String name;

  @Option(
      names = "--pos-user-id",
      paramLabel = "ID",
      description = "Typed at the till: 12345. Then disabled ones too.")
  private String posUserId;

  @Option(
      names = "--active",
      paramLabel = "yes|no|all",
      description = "Active ones, disabled ones, or both.")
  private String active;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Long name or short code; repeat it for any of several.")
  private List<String> sites;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "first-name or last-name; first-name without it.")
  private String sort;

  @Option(names = "--descending", description = "From Z to A.")
  private boolean descending;

  @Mixin private PageChoice page;

  EmployeesCommand(Surroundings around) {
    super(around);
  }

  @Override
  int work() {
    Typed typed = new Typed();
    typed.takeFlag("name", name);
    typed.takeFlag("posUserId", posUserId);
    typed.takeFlag("active", active);
    typed.takeFlag("sites", sites);
    typed.takeFlag("sort", sort);
    typed.takeFlag("descending", descending ? "true" : null);
    page.takeInto(typed);
    RosterQuestion question = question(typed, ReadingDraft::roster);
    RosterAnswer answer = ask(RosterWorkflow.class, "employees", question, RosterAnswer.class);
    if (json()) {
      tell(object(answer));
    } else {
      tell(lines(question, answer));
    }
    return answer.employees().isEmpty() ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private ObjectNode object(RosterAnswer answer) {
    ObjectNode told =
        JsonText.object().put("outcome", answer.employees().isEmpty() ? "nothing" : "found");
    told.setAll(JsonText.object(answer));
    if (answer.more()) {
      told.put("next", next(answer));
    }
    return told;
  }

  private List<String> lines(RosterQuestion question, RosterAnswer answer) {
    List<String> lines = new ArrayList<>();
    if (answer.employees().isEmpty()) {
      lines.add(nobody(question));
    } else {
      lines.addAll(table(answer));
    }
    answer.caveats().forEach(caveat -> lines.add("Mind: " + caveat + "."));
    if (answer.more()) {
      lines.add("Next page: " + next(answer));
    }
    return lines;
  }

  private static String nobody(RosterQuestion question) {
    if (question.page() > 1) {
      return "There is no page " + question.page() + ".";
    }
    return question
        .active()
        .map(
            yes ->
                yes
                    ? "No active employee is shown for this; --active all asks for disabled ones"
                        + " too."
                    : "No disabled employee is shown for this.")
        .orElse("No employee is shown for this, active or disabled.");
  }

  /** At most 110 columns wide. */
  private static List<String> table(RosterAnswer answer) {
    Table table = new Table().row("POS ID", "NAME", "ACTIVE", "ACCESS", "DEPARTMENTS", "SITES");
    for (RosterEntry employee : answer.employees()) {
      table.row(
          Table.clipped(employee.posUserId(), 9),
          Table.clipped((employee.firstName() + " " + employee.lastName()), 28),
          employee.active() ? "yes" : "no",
          Table.clipped(employee.access(), 18),
          Table.clipped(String.join(", ", employee.departments()), 16),
          sites(employee));
    }
    return table.lines();
  }

  private static String sites(RosterEntry employee) {
    List<String> codes = employee.siteCodes();
    int shown = Math.min(2, codes.size());
    String first = Table.clipped(String.join(", ", codes.subList(0, shown)), 16);
    int more = employee.siteCount() - shown;
    return more > 0 ? first + " +" + more : first;
  }

  private String next(RosterAnswer answer) {
    List<String> words = new ArrayList<>(List.of("employees"));
    add(words, "--name", name);
    add(words, "--pos-user-id", posUserId);
    add(words, "--active", active);
    if (sites != null) {
      sites.forEach(site -> add(words, "--site", site));
    }
    add(words, "--sort", sort);
    if (descending) {
      words.add("--descending");
    }
    if (json()) {
      words.add("--json");
    }
    return nextCommand(words, answer.page() + 1);
  }

  private static void add(List<String> words, String flag, String value) {
    if (value != null) {
      words.add(flag);
      words.add(value);
    }
  }
}

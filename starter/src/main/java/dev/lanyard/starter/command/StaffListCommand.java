package dev.lanyard.starter.command;

import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflow;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "Who has an account in the staff API.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard staff list --site \"Wash 37135\"",
      "",
      "A site's people are found by one request for each account: in a large company it may",
      "take a second try after the rate limit; what was read is then not read again.",
      "Exit codes: 0 listed, 1 could not be asked, 2 wrong usage."
    })
final class StaffListCommand implements Callable<Integer> {

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Only who may work there: its name, or its id in the staff API.")
  private String site;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Only who is called this; with a * at its end, whose name begins like it.")
  private String name;

  @Option(names = "--admins", description = "Only administrators.")
  private boolean admins;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  StaffListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    if (site != null && site.isBlank()) {
      throw new WrongUsage("--site", "must be a name or an id");
    }
    if (name != null && name.replace("*", "").isBlank()) {
      throw new WrongUsage("--name", "must be a name, or the beginning of one and a *");
    }
    StaffList list =
        new Look(around.connection().client(), around.connection().taskQueue())
            .ask(
                StaffListWorkflow.class,
                "staff-list/" + around.freshId(),
                new StaffListQuestion(
                    Optional.ofNullable(site).map(String::strip),
                    admins,
                    Optional.ofNullable(name)),
                StaffList.class);
    if (output.json()) {
      list.members().forEach(row -> around.terminal().line(JsonText.of(JsonText.object(row))));
    } else {
      tell(list);
    }
    return ExitCodes.DONE;
  }

  private void tell(StaffList list) {
    Table table = new Table().row("id", "name", "e-mail", "code", "");
    for (StaffList.Row row : list.members()) {
      table.row(
          Long.toString(row.id()),
          (row.firstName() + " " + row.lastName()).strip(),
          row.email().orElse("-"),
          row.code().orElse("-"),
          row.admin() ? "administrator" : "");
    }
    if (!list.members().isEmpty()) {
      table.lines().forEach(around.terminal()::line);
    }
    around
        .terminal()
        .line(
            list.members().size()
                + (list.members().size() == 1 ? " account" : " accounts")
                + list.site().map(name -> " at " + name).orElse(""));
  }
}

package dev.lanyard.starter.command;

import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "permissions",
    description = "The staff API's permission codes, as its documents list them; asks nobody.",
    mixinStandardHelpOptions = true)
final class StaffPermissionsCommand implements Callable<Integer> {

  @Mixin private OutputChoice output;

  private final Surroundings around;

  StaffPermissionsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    Table table = new Table().row("code", "domain", "by default", "implies", "allows to");
    for (PermissionCatalogue.Entry entry : PermissionCatalogue.entries()) {
      if (output.json()) {
        around.terminal().line(JsonText.of(JsonText.object(entry)));
      } else {
        table.row(
            entry.code(),
            entry.domain(),
            entry.byDefault() ? "yes" : "",
            String.join(", ", entry.implies()),
            entry.meaning());
      }
    }
    if (!output.json()) {
      table.lines().forEach(around.terminal()::line);
    }
    return ExitCodes.DONE;
  }
}

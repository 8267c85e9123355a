package dev.lanyard.starter.command;

import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.reading.DepartmentWorkflow;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "departments",
    description = "The departments of Backoffice: number and name.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard departments",
      "  ./lanyard departments --json",
      "",
      "Exit codes: 0 found, 1 nothing was or Backoffice could not be asked,",
      "2 wrong usage."
    })
final class DepartmentsCommand extends ListingCommand<DepartmentListing> {

  DepartmentsCommand(Surroundings around) {
    super(around, "departments", DepartmentWorkflow.class, DepartmentListing.class);
  }

  @Override
  Place place(DepartmentListing answer) {
    return new Place(answer.page(), answer.more(), answer.departments().isEmpty());
  }

  @Override
  List<String> lines(DepartmentListing answer) {
    Table table = new Table().row("ID", "DEPARTMENT");
    answer
        .departments()
        .forEach(
            department ->
                table.row(Integer.toString(department.id()), Table.clipped(department.name(), 80)));
    return table.lines();
  }
}

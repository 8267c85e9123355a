package dev.lanyard.starter.command;

import dev.lanyard.starter.output.WrappedText;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.backoffice.reading.TemplateListing.TemplateEntry;
import dev.lanyard.workflows.reading.TemplateWorkflow;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "templates",
    description = "The permission templates of Backoffice and what each stands for now.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard templates",
      "  ./lanyard templates --json",
      "",
      "Exit codes: 0 found, 1 nothing was or Backoffice could not be asked,",
      "2 wrong usage."
    })
final class TemplatesCommand extends ListingCommand<TemplateListing> {

  private static final int COLUMN = 18;

  TemplatesCommand(Surroundings around) {
    super(around, "templates", TemplateWorkflow.class, TemplateListing.class);
  }

  @Override
  Place place(TemplateListing answer) {
    return new Place(answer.page(), answer.more(), answer.templates().isEmpty());
  }

  @Override
  String nothing(TemplateListing answer) {
    return answer.caveat().isEmpty()
        ? super.nothing(answer)
        : "No permission template can be read: " + answer.caveat() + ".";
  }

  @Override
  List<String> lines(TemplateListing answer) {
    List<String> lines = new ArrayList<>();
    for (TemplateEntry template : answer.templates()) {
      lines.add(template.name() + " (" + template.id() + ")");
      boolean all = template.grants().size() == answer.permissionCount();
      lines.addAll(
          WrappedText.list(
              "  grants",
              COLUMN,
              all
                  ? List.of("all " + answer.permissionCount())
                  : PermissionLabels.of(template.grants())));
      lines.addAll(
          WrappedText.list("  needs approval", COLUMN, PermissionLabels.of(template.overrides())));
    }
    return lines;
  }
}

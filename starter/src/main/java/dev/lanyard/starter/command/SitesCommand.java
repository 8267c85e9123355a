package dev.lanyard.starter.command;

import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteEntry;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteGroup;
import dev.lanyard.workflows.reading.SiteWorkflow;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
    name = "sites",
    description =
        "The sites that the bot may see: number, long name, short code, region, district.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard sites",
      "  ./lanyard sites --json",
      "",
      "Exit codes: 0 found, 1 nothing was or Backoffice could not be asked,",
      "2 wrong usage."
    })
final class SitesCommand extends ListingCommand<SiteListing> {

  SitesCommand(Surroundings around) {
    super(around, "sites", SiteWorkflow.class, SiteListing.class);
  }

  @Override
  Place place(SiteListing answer) {
    return new Place(answer.page(), answer.more(), answer.sites().isEmpty());
  }

  @Override
  List<String> lines(SiteListing answer) {
    Table table = new Table();
    if (answer.flat()) {
      table.row("ID", "SITE", "CODE");
    } else {
      table.row("ID", "SITE", "CODE", "REGION", "DISTRICT");
    }
    for (SiteEntry site : answer.sites()) {
      String id = Integer.toString(site.id());
      String name = Table.clipped(site.name(), 36);
      String code = Table.clipped(site.code(), 12);
      if (answer.flat()) {
        table.row(id, name, code);
      } else {
        table.row(id, name, code, group(site.region()), group(site.district()));
      }
    }
    return table.lines();
  }

  private static String group(Optional<SiteGroup> group) {
    return Table.clipped(group.map(g -> (g.name() + " (" + g.id() + ")").strip()).orElse(""), 20);
  }
}

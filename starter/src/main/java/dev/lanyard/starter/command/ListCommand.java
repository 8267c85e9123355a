package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.inbox.RunList;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "What runs for whom, the newest first: by stage, group, site or process.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard list",
      "  ./lanyard list --stage parked",
      "  ./lanyard list --process onboarding --site \"Wash 37135\" --all"
    })
final class ListCommand implements Callable<Integer> {

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Such as parked, awaiting-approval, waiting-for-date, done, undone.")
  private String stage;

  @Option(names = "--group", paramLabel = "GROUP", description = "That waits for this group.")
  private String group;

  @Option(names = "--site", paramLabel = "NAME", description = "About this Backoffice site.")
  private String site;

  @Option(
      names = "--process",
      paramLabel = "NAME",
      description = "onboarding, offboarding, change, transfer, leave, return, undo or deletion.")
  private String process;

  @Option(names = "--all", description = "Those that have ended too.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "200",
      description = "At most so many. Left out: ${DEFAULT-VALUE}.")
  private int limit;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  ListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    if (limit < 1) {
      throw new WrongUsage("--limit", "must be a whole number from 1");
    }
    RunList.Question question = new RunList.Question(stage, group, site, process, all);
    String mistake = question.mistake();
    if (!mistake.isEmpty()) {
      throw new WrongUsage("--process", mistake);
    }
    List<RunList.Run> found = new RunList(around.connection().client()).find(question, limit + 1);
    List<RunList.Run> shown = found.subList(0, Math.min(limit, found.size()));
    boolean more = found.size() > limit;
    if (output.json()) {
      around.terminal().line(JsonText.of(json(shown, more)));
    } else {
      lines(shown, more).forEach(around.terminal()::line);
    }
    return ExitCodes.DONE;
  }

  private List<String> lines(List<RunList.Run> runs, boolean more) {
    if (runs.isEmpty()) {
      return List.of(
          all ? "There is no such run." : "No such run is open; --all shows ended ones.");
    }
    Table table = new Table().row("PERSON", "RUN", "STAGE", "AWAITS", "EFFECTIVE", "STATE");
    for (RunList.Run run : runs) {
      table.row(
          run.employeeNumber(),
          run.workflowId(),
          run.stage(),
          run.group(),
          run.effectiveAt(),
          run.state());
    }
    List<String> lines = new java.util.ArrayList<>(table.lines());
    if (more) {
      lines.add("There are more: --limit shows them.");
    }
    return lines;
  }

  private static ObjectNode json(List<RunList.Run> runs, boolean more) {
    ObjectNode told = JsonText.object();
    ArrayNode list = told.putArray("runs");
    for (RunList.Run run : runs) {
      list.addObject()
          .put("employeeNumber", run.employeeNumber())
          .put("workflowId", run.workflowId())
          .put("stage", run.stage())
          .put("awaits", run.group())
          .put("effectiveAt", run.effectiveAt())
          .put("state", run.state());
    }
    told.put("more", more);
    return told;
  }
}

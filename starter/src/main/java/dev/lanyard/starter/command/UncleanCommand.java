package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.digest.UncleanQuestion;
import dev.lanyard.workflows.digest.UncleanRun;
import dev.lanyard.workflows.digest.UncleanRuns;
import dev.lanyard.workflows.digest.UncleanWorkflow;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "unclean",
    description = "People whose last run failed, timed out or was terminated, or lost its person.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard unclean",
      "  ./lanyard unclean --days 90 --json",
      "",
      "Exit codes: 0 everybody's last run ended cleanly, 1 somebody's did not or",
      "nothing could be asked, 2 wrong usage."
    })
final class UncleanCommand extends ReadingCommand {

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "" + UncleanQuestion.DAYS,
      description = "How far back. Left out: ${DEFAULT-VALUE}.")
  private int days;

  UncleanCommand(Surroundings around) {
    super(around);
  }

  @Override
  int work() {
    if (days < 1) {
      throw new WrongUsage("--days", "must be a whole number from 1");
    }
    UncleanRuns answer =
        ask(UncleanWorkflow.class, "unclean", new UncleanQuestion(days), UncleanRuns.class);
    if (json()) {
      tell(object(answer));
    } else {
      tell(lines(answer));
    }
    return answer.runs().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private static List<String> lines(UncleanRuns answer) {
    if (answer.runs().isEmpty()) {
      return List.of("Everybody's last run ended cleanly.");
    }
    Table table = new Table().row("PERSON", "RUN", "ENDED", "SINCE", "REASON");
    for (UncleanRun run : answer.runs()) {
      table.row(
          run.employeeNumber(), run.workflowId(), run.ended(), run.at().toString(), run.reason());
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (answer.more()) {
      lines.add("There are more runs than were looked at: ask for fewer days.");
    }
    return lines;
  }

  private static ObjectNode object(UncleanRuns answer) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ArrayNode runs = object.putArray("runs");
    for (UncleanRun run : answer.runs()) {
      runs.addObject()
          .put("employeeNumber", run.employeeNumber())
          .put("workflowId", run.workflowId())
          .put("ended", run.ended())
          .put("at", run.at().toString())
          .put("reason", run.reason());
    }
    object.put("more", answer.more());
    return object;
  }
}

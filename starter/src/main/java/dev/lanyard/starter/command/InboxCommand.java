package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.inbox.Inbox;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.workflows.attention.OpenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "inbox",
    description = "What a group is asked, over all runs, oldest first, with the commands to type.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  ./lanyard inbox --group managers")
final class InboxCommand implements Callable<Integer> {

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      required = true,
      description = "Who is asked, as the policy names it: managers.")
  private String group;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  InboxCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    List<Inbox.Entry> entries = new Inbox(around.connection().client()).of(group.strip());
    if (output.json()) {
      ArrayNode told = JsonText.object().putArray("requests");
      entries.forEach(entry -> told.add(json(entry)));
      ObjectNode all = JsonText.object();
      all.put("group", group.strip());
      all.set("requests", told);
      around.terminal().line(JsonText.of(all));
      return ExitCodes.DONE;
    }
    if (entries.isEmpty()) {
      around.terminal().line("Nothing waits for " + group.strip() + ".");
    }
    for (Inbox.Entry entry : entries) {
      lines(entry).forEach(around.terminal()::line);
    }
    return ExitCodes.DONE;
  }

  private static List<String> lines(Inbox.Entry entry) {
    OpenRequest request = entry.request();
    List<String> lines = new ArrayList<>();
    lines.add(entry.workflowId() + ": " + request.question());
    lines.add("  asked     " + request.askedAt() + " (" + request.kind() + ")");
    request.until().ifPresent(until -> lines.add("  until     " + until));
    request.terms().ifPresent(terms -> lines.add("  needs     " + terms.describe()));
    for (String choice : request.choices()) {
      lines.add("  " + String.format("%-9s", choice) + " " + command(entry, choice));
    }
    RequestText.amending(entry.workflowId(), request, entry.run())
        .ifPresent(command -> lines.add("  amend     " + command));
    return lines;
  }

  private static ObjectNode json(Inbox.Entry entry) {
    OpenRequest request = entry.request();
    ObjectNode told = JsonText.object();
    told.put("workflowId", entry.workflowId());
    told.put("employeeNumber", entry.run().employeeNumber().value());
    told.put("requestId", request.id());
    told.put("kind", request.kind());
    told.put("question", request.question());
    told.put("askedAt", request.askedAt().toString());
    request.until().ifPresent(until -> told.put("until", until.toString()));
    request.terms().ifPresent(terms -> told.put("needs", terms.describe()));
    ObjectNode commands = told.putObject("commands");
    request.choices().forEach(choice -> commands.put(choice, command(entry, choice)));
    RequestText.amending(entry.workflowId(), request, entry.run())
        .ifPresent(command -> commands.put("amend", command));
    return told;
  }

  private static String command(Inbox.Entry entry, String choice) {
    return RequestText.command(entry.run().employeeNumber(), entry.request(), choice);
  }
}

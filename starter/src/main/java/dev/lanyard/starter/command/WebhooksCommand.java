package dev.lanyard.starter.command;

import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code webhooks list} and {@code webhooks sync}. */
abstract class WebhooksCommand implements Callable<Integer> {

  @Mixin private OutputChoice output;

  private final Surroundings around;

  private WebhooksCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  abstract WebhooksRequest request();

  private int work() {
    WebhooksReport report =
        new Look(around.connection().client(), around.connection().taskQueue())
            .ask(
                WebhooksWorkflow.class,
                "webhooks/" + around.freshId(),
                request(),
                WebhooksReport.class);
    if (output.json()) {
      report.lines().forEach(line -> around.terminal().line(JsonText.of(JsonText.object(line))));
    } else {
      tell(report);
    }
    return ExitCodes.DONE;
  }

  private void tell(WebhooksReport report) {
    if (report.lines().isEmpty()) {
      around.terminal().line("no subscription is configured, and there is none");
      return;
    }
    Table table = new Table();
    for (WebhooksReport.Line line : report.lines()) {
      table.row(
          line.state(),
          line.id().map(String::valueOf).orElse("-"),
          line.topic(),
          String.join(",", line.tags()),
          line.address());
    }
    table.lines().forEach(around.terminal()::line);
  }

  @Command(
      name = "list",
      description = "The webhook subscriptions, and how they differ from the configured ones.",
      mixinStandardHelpOptions = true)
  static final class ListThem extends WebhooksCommand {

    ListThem(Surroundings around) {
      super(around);
    }

    @Override
    WebhooksRequest request() {
      return new WebhooksRequest(false, List.of());
    }
  }

  @Command(
      name = "sync",
      description = "Make the webhook subscriptions what the worker's configuration says.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = {
        "  ./lanyard webhooks sync",
        "",
        "May be repeated. Subscriptions at addresses that are not configured are another",
        "program's and stay, unless --remove names them."
      })
  static final class Sync extends WebhooksCommand {

    @Option(
        names = "--remove",
        paramLabel = "ID",
        description = "End this subscription too, though its address is not configured.")
    private List<Long> remove = new ArrayList<>();

    Sync(Surroundings around) {
      super(around);
    }

    @Override
    WebhooksRequest request() {
      if (remove.stream().anyMatch(id -> id <= 0)) {
        throw new WrongUsage(
            "--remove", "must be a subscription's id, as ./lanyard webhooks list shows");
      }
      return new WebhooksRequest(true, remove);
    }
  }
}

package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.DryRunResult;
import dev.lanyard.workflows.progress.PlanText;
import dev.lanyard.workflows.progress.RunStatus;
import java.util.List;
import java.util.function.Supplier;

/** Hands in what is only to be tried out, waits for it, and shows the plan and every problem. */
final class DryRunReport {

  private final Surroundings around;
  private final boolean json;

  DryRunReport(Surroundings around, boolean json) {
    this.around = around;
    this.json = json;
  }

  /** 0 when it could be carried out as it is, 1 when not. */
  int run(Supplier<Submitted> submit) {
    Submitted submitted = submit.get();
    TemporalConnection connection = around.connection();
    Follower follower = new Follower(connection.client());
    FollowView view = FollowView.of(around, json, false);
    EventRecord record = follower.recorded(submitted, view);
    if (!record.disposition().equals(EventRecord.DRY_RUN)) {
      return notRun(record);
    }
    String process = WorkflowIds.dryRun(submitted.employeeNumber());
    return follower.follow(process, view) instanceof FollowOutcome.DryRunEnded ended
        ? tell(ended.result(), new Persons(connection.client()).process(process))
        : notRun(record);
  }

  private int tell(DryRunResult result, RunStatus status) {
    Terminal terminal = around.terminal();
    List<String> problems = result.problems();
    if (json) {
      terminal.line(JsonText.of(json(result, status)));
    } else {
      if (problems.isEmpty()) {
        plan(status);
      }
      problems.forEach(problem -> terminal.line("  problem: " + problem));
      result.warnings().forEach(warning -> terminal.line("  warning: " + warning));
      terminal.line(
          problems.isEmpty()
              ? "It could be carried out. Nothing was written, reserved or asked."
              : "It could not be carried out. Nothing was written, reserved or asked.");
    }
    return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  /** A hire's plan has fields of its own; all others are lines. */
  private static ObjectNode json(DryRunResult result, RunStatus status) {
    ObjectNode told = JsonText.object().put("event", "dry-run").put("outcome", result.outcome());
    ArrayNode problems = told.putArray("problems");
    result.problems().forEach(problems::add);
    ArrayNode warnings = told.putArray("warnings");
    result.warnings().forEach(warnings::add);
    if (result.problems().isEmpty()) {
      status.plan().ifPresent(plan -> told.set("plan", JsonText.object(plan)));
      status.outline().ifPresent(plan -> told.set("plan", JsonText.object(plan)));
    }
    return told;
  }

  private void plan(RunStatus status) {
    status.plan().ifPresent(plan -> plan(plan.digest(), PlanText.lines(plan)));
    status.outline().ifPresent(plan -> plan(plan.digest(), plan.lines()));
  }

  private void plan(String digest, List<String> lines) {
    around.terminal().line(digest.isEmpty() ? "The plan:" : "The plan, digest " + digest + ":");
    FollowView.indented(lines).forEach(around.terminal()::line);
  }

  private int notRun(EventRecord record) {
    if (json) {
      around
          .terminal()
          .line(
              JsonText.of(
                  JsonText.object()
                      .put("event", "dry-run")
                      .put("outcome", record.disposition())
                      .put("reason", record.reason())));
    } else {
      around.terminal().line("No plan (" + record.disposition() + "): " + record.reason());
    }
    return ExitCodes.FAILED;
  }
}

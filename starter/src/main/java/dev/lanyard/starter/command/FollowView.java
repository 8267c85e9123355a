package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Watcher;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What following looks like: a line for each thing that happens, then the ending. */
final class FollowView implements Watcher {

  private final Surroundings around;
  private final boolean json;
  private final boolean throughApproval;

  private FollowView(Surroundings around, boolean json, boolean throughApproval) {
    this.around = around;
    this.json = json;
    this.throughApproval = throughApproval;
  }

  static FollowView of(Surroundings around, boolean json, boolean throughApproval) {
    return new FollowView(around, json, throughApproval);
  }

  @Override
  public void event(EventRecord record) {
    if (json) {
      print("event", JsonText.object(record));
    } else if (!record.disposition().equals(EventRecord.ACCEPTED)) {
      line(record.disposition() + ": " + record.reason());
    }
  }

  @Override
  public void process(String workflowId) {
    if (json) {
      print("process", JsonText.object().put("workflowId", workflowId));
    } else {
      line("runs as " + workflowId);
    }
  }

  @Override
  public void step(StepStatus step) {
    if (json) {
      print("step", JsonText.object(step));
      return;
    }
    Instant at = step.endedAt().orElse(step.startedAt());
    line(
        String.format(
            "%s  %-8s %s%s",
            at.atZone(around.clock().getZone()).toLocalTime().truncatedTo(ChronoUnit.SECONDS),
            step.state(),
            step.name(),
            step.note() == null || step.note().isEmpty() ? "" : "  (" + step.note() + ")"));
  }

  @Override
  public boolean request(String workflowId, OpenRequest request, RunStatus status) {
    if (json) {
      ObjectNode told = JsonText.object();
      told.put("workflowId", workflowId);
      told.set("request", JsonText.object(request));
      print("request", told);
    } else {
      RequestText.lines(workflowId, request, status).forEach(this::line);
    }
    return throughApproval;
  }

  @Override
  public void notice(String text) {
    if (json) {
      print("notice", JsonText.object().put("text", text));
    } else {
      around.terminal().error(text);
    }
  }

  /** Tells how it ended; the exit code. */
  int ending(EmployeeNumber employeeNumber, FollowOutcome outcome) {
    if (json) {
      around.terminal().line(JsonText.of(EndingText.json(outcome)));
    } else {
      EndingText.lines(employeeNumber, outcome).forEach(this::line);
    }
    if (outcome instanceof FollowOutcome.Waiting) {
      return ExitCodes.WAITING;
    }
    return outcome.done() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private void print(String event, ObjectNode content) {
    ObjectNode told = JsonText.object();
    told.put("event", event);
    told.setAll(content);
    around.terminal().line(JsonText.of(told));
  }

  private void line(String text) {
    around.terminal().line(text);
  }

  /** Every line of a list, indented. */
  static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }
}

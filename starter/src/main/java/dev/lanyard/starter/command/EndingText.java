package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.FollowOutcome.AlterationEnded;
import dev.lanyard.starter.follow.FollowOutcome.DryRunEnded;
import dev.lanyard.starter.follow.FollowOutcome.EventSettled;
import dev.lanyard.starter.follow.FollowOutcome.OffboardingEnded;
import dev.lanyard.starter.follow.FollowOutcome.OnboardingEnded;
import dev.lanyard.starter.follow.FollowOutcome.ProcessFailed;
import dev.lanyard.starter.follow.FollowOutcome.Waiting;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.restoration.RestorationResult;
import java.util.ArrayList;
import java.util.List;

/** How a run ended, for people and for programs. No PIN: that one is collected. */
final class EndingText {

  private EndingText() {}

  static List<String> lines(EmployeeNumber number, FollowOutcome outcome) {
    List<String> lines = new ArrayList<>();
    if (outcome instanceof OnboardingEnded ended) {
      onboarding(number, ended.result(), lines);
    } else if (outcome instanceof OffboardingEnded ended) {
      offboarding(number, ended.result(), lines);
    } else if (outcome instanceof AlterationEnded ended) {
      alteration(number, ended, lines);
    } else if (outcome instanceof ProcessFailed failed) {
      lines.add("Failed: " + failed.type() + ": " + failed.reason());
      lines.add("  see it: ./lanyard status " + number);
    } else if (outcome instanceof EventSettled settled) {
      lines.add(
          settled.record().disposition().equals("accepted")
              ? "Nothing was started for it; what waits for its day shows ./lanyard status "
                  + number
              : "Not taken: " + settled.record().reason());
    } else if (outcome instanceof DryRunEnded ended) {
      lines.add("A dry run; nothing was written.");
      ended.result().problems().forEach(problem -> lines.add("  problem: " + problem));
    } else if (outcome instanceof Waiting) {
      lines.add("Still waiting; follow it with ./lanyard status " + number + " --follow");
    }
    return lines;
  }

  static ObjectNode json(FollowOutcome outcome) {
    ObjectNode told = JsonText.object().put("event", "result");
    if (outcome instanceof OnboardingEnded ended) {
      told.put("outcome", ended.result().outcome()).put("workflowId", ended.workflowId());
      told.set("result", JsonText.object(ended.result()));
    } else if (outcome instanceof OffboardingEnded ended) {
      told.put("outcome", ended.result().outcome()).put("workflowId", ended.workflowId());
      told.set("result", JsonText.object(ended.result()));
    } else if (outcome instanceof AlterationEnded ended) {
      told.put("outcome", ended.outcome()).put("workflowId", ended.workflowId());
      told.set("result", JsonText.object(ended.result()));
    } else if (outcome instanceof DryRunEnded ended) {
      told.put("outcome", ended.result().outcome()).put("workflowId", ended.workflowId());
      told.set("result", JsonText.object(ended.result()));
    } else if (outcome instanceof ProcessFailed failed) {
      told.put("outcome", "failed").put("workflowId", failed.workflowId());
      told.put("type", failed.type()).put("reason", failed.reason());
    } else if (outcome instanceof EventSettled settled) {
      told.put("outcome", settled.record().disposition()).put("reason", settled.record().reason());
    } else if (outcome instanceof Waiting waiting) {
      told.put("outcome", "waiting").put("workflowId", waiting.workflowId());
      told.put("requestId", waiting.request().id());
    }
    return told;
  }

  private static void onboarding(
      EmployeeNumber number, OnboardingResult result, List<String> lines) {
    boolean done = result.outcome().equals(OnboardingResult.DONE);
    lines.add(
        done
            ? "Done: " + number + " has access."
            : "Not done (" + result.outcome() + "): " + result.reason());
    Table facts = new Table();
    facts.row("  POS user ID", String.valueOf(result.posUserId()));
    result.employeeId().ifPresent(id -> facts.row("  employee id", String.valueOf(id)));
    result.staffId().ifPresent(id -> facts.row("  staff id", String.valueOf(id)));
    result.wageSite().ifPresent(site -> facts.row("  wage site", site));
    if (!result.sites().isEmpty()) {
      facts.row("  sites", String.join(", ", result.sites()));
    }
    if (done) {
      facts.row("  PIN", "./lanyard pin reveal " + number);
    }
    lines.addAll(facts.lines());
    result.warnings().forEach(warning -> lines.add("  warning: " + warning));
  }

  private static void alteration(EmployeeNumber number, AlterationEnded ended, List<String> lines) {
    lines.add(
        ended.done()
            ? "Done, and read back in both systems."
            : "Not done (" + ended.outcome() + "): " + ended.reason());
    if (ended.done() && ended.result() instanceof RestorationResult) {
      lines.add("  PIN  ./lanyard pin reveal " + number);
    }
    if (ended.result() instanceof ChangeResult change) {
      Table facts = new Table();
      facts.row("  Backoffice", change.backoffice());
      facts.row("  staff API", change.staffApi());
      lines.addAll(facts.lines());
    }
    ended.warnings().forEach(warning -> lines.add("  warning: " + warning));
  }

  private static void offboarding(
      EmployeeNumber number, OffboardingResult result, List<String> lines) {
    if (result.foundNowhere()) {
      lines.add(
          "Nobody was found: neither system knows "
              + number
              + ". Nothing was changed; check who was meant.");
    } else if (result.outcome().equals(OffboardingResult.CALLED_OFF)) {
      lines.add("Called off: " + number + " keeps the access.");
    } else if (result.closedEverywhere()) {
      lines.add("Done: " + number + " has no access any more.");
    } else if (result.outcome().equals(OffboardingResult.DONE)) {
      lines.add("Not closed by itself: somebody took over what is open.");
    } else {
      lines.add("Not done (" + result.outcome() + ").");
    }
    Table facts = new Table();
    facts.row("  Backoffice", result.backoffice());
    facts.row("  staff API", result.staffApi());
    if (!result.webUsers().isEmpty()) {
      facts.row("  web users", result.webUsers());
    }
    result
        .undoableUntil()
        .ifPresent(until -> facts.row("  undo", "./lanyard undo " + number + ", until " + until));
    lines.addAll(facts.lines());
    result.warnings().forEach(warning -> lines.add("  warning: " + warning));
  }
}

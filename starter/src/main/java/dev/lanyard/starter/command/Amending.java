package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.NoAnswerYet;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.decision.ApproverKeys;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.decision.SigningApprover;
import dev.lanyard.starter.intake.AmendmentDraft;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings a correction to what is open, and tells what came of it. */
final class Amending {

  private final Surroundings around;
  private final boolean json;

  Amending(Surroundings around, boolean json) {
    this.around = around;
    this.json = json;
  }

  int send(EmployeeNumber number, AmendmentDraft draft, boolean sign) {
    String workflowId = open(number);
    AmendmentDraft.Subject subject =
        AmendmentDraft.Subject.of(workflowId).orElseThrow(() -> notAmended(number, workflowId));
    requireFit(draft, subject, workflowId);
    Amendment<?> amendment = draft.amendment(subject);
    Amendment<?> signed = sign ? signed(workflowId, amendment) : amendment;
    DecisionAnswer answer;
    try {
      answer = new Decisions(around.connection().client()).amend(workflowId, signed);
    } catch (NoAnswerYet waiting) {
      tell("waiting", "it has to be approved first", number, workflowId);
      return ExitCodes.WAITING;
    }
    tell(answer.accepted() ? "accepted" : "refused", answer.reason(), number, workflowId);
    return answer.accepted() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private String open(EmployeeNumber number) {
    return new Persons(around.connection().client())
        .status(number)
        .currentProcess()
        .orElseThrow(
            () ->
                new StarterFailure(
                    "nothing of " + number + " is being carried out",
                    "for somebody who has access: ./lanyard change or ./lanyard transfer"));
  }

  private static StarterFailure notAmended(EmployeeNumber number, String workflowId) {
    return new StarterFailure(
        "what is open for "
            + number
            + " is "
            + workflowId
            + ", and only a hire, a transfer or a change can be amended",
        "see it with ./lanyard status " + number);
  }

  /** All that does not fit at once, and what would. */
  private static void requireFit(
      AmendmentDraft draft, AmendmentDraft.Subject subject, String workflowId) {
    List<WrongUsage.Mistake> mistakes = new ArrayList<>();
    for (String field : draft.unfit(subject)) {
      mistakes.add(
          new WrongUsage.Mistake(
              Typed.flag(field), "is nothing that a " + subject.word() + " has"));
    }
    if (!mistakes.isEmpty()) {
      mistakes.add(
          new WrongUsage.Mistake(
              workflowId,
              "is open, and takes "
                  + String.join(", ", subject.fields().stream().map(Typed::flag).toList())));
      throw new WrongUsage(mistakes);
    }
  }

  /** One signature stands for one kind; dates and other fields are two. */
  private Amendment<?> signed(String workflowId, Amendment<?> amendment) {
    boolean movesDate = amendment.named().keySet().stream().anyMatch(amendment.dates()::contains);
    String kind = movesDate ? AccessRequest.RESCHEDULE : AccessRequest.AMEND;
    if (movesDate && !amendment.dates().containsAll(amendment.named().keySet())) {
      throw new WrongUsage(
          "--sign", "takes another date, or other corrections; sign the two one after the other");
    }
    String approver = amendment.by().strip().toLowerCase(Locale.ROOT);
    return amendment.withToken(
        new SigningApprover(
                around.connection().client(),
                around.clock(),
                approver,
                new ApproverKeys(around.configuration().home()).open(approver))
            .message(workflowId, kind, amendment.digest(kind), amendment.reason())
            .token()
            .orElseThrow());
  }

  private void tell(String outcome, String reason, EmployeeNumber number, String workflowId) {
    if (json) {
      ObjectNode told = JsonText.object();
      told.put("outcome", outcome);
      told.put("reason", reason);
      told.put("workflowId", workflowId);
      around.terminal().line(JsonText.of(told));
      return;
    }
    switch (outcome) {
      case "accepted" -> around.terminal().line("Accepted: " + reason + ".");
      case "waiting" -> around.terminal().line("Accepted; " + reason + ".");
      default -> around.terminal().error("Refused: " + reason);
    }
    if (!outcome.equals("refused")) {
      around.terminal().line("  what would be written now: ./lanyard plan " + number);
      around.terminal().line("  follow it: ./lanyard status " + number + " --follow");
    }
  }
}

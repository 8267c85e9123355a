package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.NoAnswerYet;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.decision.ApproverKeys;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.decision.SigningApprover;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireAmendment;
import java.util.Locale;

/** Brings a correction to the hire that is open, and tells what came of it. */
final class Amending {

  private final Surroundings around;
  private final boolean json;

  Amending(Surroundings around, boolean json) {
    this.around = around;
    this.json = json;
  }

  int send(EmployeeNumber number, HireAmendment amendment, boolean sign) {
    String workflowId =
        new Persons(around.connection().client())
            .status(number)
            .currentProcess()
            .filter(id -> id.startsWith("onboarding/"))
            .orElseThrow(
                () ->
                    new StarterFailure(
                        "no hire of " + number + " is being carried out",
                        "for somebody who has access: ./lanyard change or ./lanyard transfer"));
    HireAmendment signed = sign ? signed(workflowId, amendment) : amendment;
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

  /** One signature stands for one kind; a date and other fields are two. */
  private HireAmendment signed(String workflowId, HireAmendment amendment) {
    boolean movesDate = amendment.startDate().isPresent();
    String kind = movesDate ? AccessRequest.RESCHEDULE : AccessRequest.AMEND;
    HireAmendment dateOnly =
        amendment
            .startDate()
            .map(day -> HireAmendment.startingOn(day, amendment.by(), amendment.reason()))
            .orElse(amendment);
    if (movesDate && !dateOnly.digest(kind).equals(amendment.digest(kind))) {
      throw new WrongUsage(
          "--sign",
          "takes a new start date, or other corrections; sign the two one after the other");
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

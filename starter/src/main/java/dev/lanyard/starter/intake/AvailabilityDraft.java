package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.ArrayList;
import java.util.List;

/** A question for what is free, as somebody typed it. */
public final class AvailabilityDraft {

  private AvailabilityDraft() {}

  /**
   * @param typed {@code posUserId}, {@code email}, {@code phone}, {@code username}; at least one
   * @throws InputRefused with every problem
   */
  public static AvailabilityQuestion read(ObjectNode typed) {
    Draft draft = new Draft(typed);
    AvailabilityQuestion question =
        new AvailabilityQuestion(
            draft.posUserId(), draft.text("email"), draft.text("phone"), draft.text("username"));
    if (typed.isEmpty()) {
      draft.problem(
          "posUserId", "is missing; give it, an e-mail address, a phone number or a user name");
    }
    List<InputProblem> broken = new ArrayList<>();
    question.posUserId().flatMap(HireRules::posUserId).ifPresent(broken::add);
    question.email().flatMap(HireRules::email).ifPresent(broken::add);
    question.phone().flatMap(HireRules::phone).ifPresent(broken::add);
    question.username().flatMap(WebUserRules::username).ifPresent(broken::add);
    List<InputProblem> problems = IntakeRules.together(draft.problems(), broken);
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return question;
  }
}

package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.ReadingRules;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.List;
import java.util.Optional;

/** Questions for what Backoffice shows, as somebody typed them. */
public final class ReadingDraft {

  /** The words of {@code active}. */
  private static final List<String> ACTIVE = List.of("yes", "no", "all");

  /** The words of {@code sort}. */
  private static final List<String> SORT = List.of("first-name", "last-name");

  private ReadingDraft() {}

  /**
   * @param typed {@code name}, {@code posUserId}, {@code active} (yes, no, all; without it active
   *     ones only, but both when a POS user ID is asked for), {@code sites}, {@code sort}
   *     (first-name, last-name), {@code descending}, {@code page}; all optional
   * @throws InputRefused with every problem
   */
  public static RosterQuestion roster(ObjectNode typed) {
    Draft draft = new Draft(typed);
    String active = draft.word("active", ACTIVE).orElse(draft.has("posUserId") ? "all" : "yes");
    RosterQuestion question =
        new RosterQuestion(
            draft.text("name"),
            draft.posUserId(),
            active.equals("all") ? Optional.empty() : Optional.of(active.equals("yes")),
            draft.texts("sites"),
            draft.word("sort", SORT).filter("last-name"::equals).isPresent(),
            draft.is("descending", "true"),
            draft.wholeNumber("page").orElse(1));
    return good(question, draft, ReadingRules.problems(question));
  }

  /**
   * @param typed {@code posUserId} or {@code employeeId}, the internal id
   * @throws InputRefused with every problem
   */
  public static EmployeeQuestion employee(ObjectNode typed) {
    Draft draft = new Draft(typed);
    EmployeeQuestion question =
        new EmployeeQuestion(draft.posUserId(), draft.wholeNumber("employeeId"));
    List<InputProblem> broken =
        typed.isEmpty() || draft.problems().isEmpty()
            ? ReadingRules.problems(question)
            : List.of(); // "give one of them" would be no help for one that cannot be read
    return good(question, draft, broken);
  }

  /**
   * @param typed {@code page}, optional
   * @throws InputRefused with every problem
   */
  public static ListingQuestion listing(ObjectNode typed) {
    Draft draft = new Draft(typed);
    ListingQuestion question = new ListingQuestion(draft.wholeNumber("page").orElse(1));
    return good(question, draft, ReadingRules.problems(question));
  }

  private static <T> T good(T question, Draft draft, List<InputProblem> broken) {
    List<InputProblem> problems = IntakeRules.together(draft.problems(), broken);
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return question;
  }
}

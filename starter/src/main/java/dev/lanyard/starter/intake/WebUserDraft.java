package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question for web users, as somebody typed it. */
public final class WebUserDraft {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  /** As it is typed, and as Backoffice calls it. */
  private static final Map<String, String> STATUS =
      Map.of("yes", "active", "no", "inactive", "all", "all");

  private WebUserDraft() {}

  /**
   * @param typed {@code fullName}, {@code email}, {@code username}, {@code status} (yes, no or
   *     all), {@code page}; none is needed
   * @throws InputRefused with every problem
   */
  public static WebUserQuery read(ObjectNode typed) {
    Draft draft = new Draft(typed);
    String status = STATUS.get(draft.text("status").orElse("all"));
    if (status == null) {
      draft.problem("status", "must be yes, no or all");
    }
    Optional<String> page = draft.text("page");
    if (page.isPresent() && !NUMBER.matcher(page.get()).matches()) {
      draft.problem("page", "must be a whole number from 1");
      page = Optional.empty();
    }
    WebUserQuery query =
        new WebUserQuery(
            draft.text("fullName"),
            draft.text("email"),
            draft.text("username"),
            status,
            // A page 0 is one that somebody typed; the record would take it for none.
            page.map(Integer::parseInt).map(number -> number == 0 ? -1 : number).orElse(1));
    List<InputProblem> problems = IntakeRules.together(draft.problems(), WebUserRules.of(query));
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return query;
  }
}

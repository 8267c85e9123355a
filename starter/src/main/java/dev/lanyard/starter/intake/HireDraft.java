package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.SiteChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A hire as somebody typed it, read into an event. The fields are those of {@link Hire}, with
 * {@code sites} either a list of names or the word {@code all}, and beside them {@code
 * employeeNumber}, {@code eventId} and {@code decidedAt}.
 */
public final class HireDraft {

  /** The fields, in the order in which problems are told. */
  public static final List<String> FIELDS =
      List.of(
          "employeeNumber",
          "firstName",
          "lastName",
          "phone",
          "email",
          "posUserId",
          "wageRate",
          "startDate",
          "sites",
          "permissionTemplate",
          "departments",
          "emergencyName",
          "emergencyPhone",
          "overtimeRate",
          "noOvertime",
          "formerEmployee",
          "role",
          "like",
          "requester",
          "eventId",
          "decidedAt");

  /** The word that stands for every site, later ones included. */
  public static final String ALL_SITES = "all";

  private HireDraft() {}

  /**
   * @param typed one JSON object
   * @param eventId when the draft names none
   * @param now when the draft does not say when it was decided
   * @throws InputRefused with every problem: what cannot be read, and what breaks the rules
   */
  public static HireEvent read(ObjectNode typed, Supplier<String> eventId, Instant now) {
    Draft draft = new Draft(typed);
    draft.refuseOthersThan(FIELDS);
    Hire hire =
        new Hire(
            draft.text("firstName").orElse(null),
            draft.text("lastName").orElse(null),
            draft.text("phone"),
            draft.text("email"),
            draft.posUserId().orElse(null),
            draft.decimal("wageRate").orElse(null),
            draft.date("startDate").orElse(null),
            sites(draft),
            draft.text("permissionTemplate").orElse(null),
            draft.texts("departments"),
            Optional.empty(),
            draft.text("emergencyName"),
            draft.text("emergencyPhone"),
            draft.decimal("overtimeRate"),
            draft.yesOrNo("noOvertime"),
            draft.wholeNumber("formerEmployee"),
            draft.text("role"),
            draft.posUserId("like"));
    EmployeeNumber employeeNumber = draft.employeeNumber().orElse(null);
    HireEvent event =
        new HireEvent(
            draft.text("eventId").orElseGet(eventId),
            draft.instant("decidedAt").orElse(now),
            employeeNumber,
            hire,
            draft.requester());
    List<InputProblem> problems =
        IntakeRules.together(draft.problems(), IntakeRules.problems(event, now));
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return event;
  }

  private static SiteChoice sites(Draft draft) {
    if (!draft.has("sites")) {
      return null;
    }
    return draft.is("sites", ALL_SITES)
        ? SiteChoice.everySite()
        : SiteChoice.of(draft.texts("sites"));
  }
}

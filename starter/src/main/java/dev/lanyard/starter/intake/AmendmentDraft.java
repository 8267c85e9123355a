package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.SiteChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Corrections of a hire as somebody typed them: any field of {@link HireDraft}, and at least one.
 * Whether the corrected hire is a good one the run says, which knows the rest of it.
 */
public final class AmendmentDraft {

  /** The fields, in the order in which problems are told. */
  public static final List<String> FIELDS =
      List.of(
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
          "like");

  private AmendmentDraft() {}

  /**
   * @param typed one JSON object
   * @param by who says so
   * @throws InputRefused with everything that cannot be read
   */
  public static HireAmendment read(ObjectNode typed, String by, String reason) {
    Draft draft = new Draft(typed);
    draft.refuseOthersThan(FIELDS);
    HireAmendment amendment =
        new HireAmendment(
            by,
            reason,
            Optional.empty(),
            draft.text("firstName"),
            draft.text("lastName"),
            draft.text("phone"),
            draft.text("email"),
            draft.posUserId(),
            draft.decimal("wageRate"),
            draft.date("startDate"),
            sites(draft),
            draft.text("permissionTemplate"),
            draft.texts("departments"),
            draft.text("emergencyName"),
            draft.text("emergencyPhone"),
            draft.decimal("overtimeRate"),
            draft.has("noOvertime") ? Optional.of(draft.yesOrNo("noOvertime")) : Optional.empty(),
            draft.wholeNumber("formerEmployee"),
            draft.text("role"),
            draft.posUserId("like"));
    List<InputProblem> problems = new ArrayList<>(draft.problems());
    if (typed.isEmpty()) {
      problems.add(new InputProblem("amendment", "must name at least one field to correct"));
    }
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return amendment;
  }

  private static Optional<SiteChoice> sites(Draft draft) {
    if (!draft.has("sites")) {
      return Optional.empty();
    }
    return Optional.of(
        draft.is("sites", HireDraft.ALL_SITES)
            ? SiteChoice.everySite()
            : SiteChoice.of(draft.texts("sites")));
  }
}

package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.ChangeAmendment;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.TransferAmendment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Corrections as somebody typed them, before it is known of what: any field of a hire, a transfer
 * or a change, and at least one. Whether what is corrected is a good one the run says, which knows
 * the rest of it.
 */
public final class AmendmentDraft {

  /** What can be corrected while it is being carried out, with its fields as they are told. */
  public enum Subject {
    HIRE(
        "onboarding",
        "hire",
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
            "like")),
    TRANSFER(
        "transfer",
        "transfer",
        List.of("sites", "departments", "permissionTemplate", "wageRate", "from", "until")),
    CHANGE(
        "change",
        "change",
        List.of(
            "firstName",
            "lastName",
            "phone",
            "email",
            "startDate",
            "emergencyName",
            "emergencyPhone",
            "from"));

    private final String process;
    private final String word;
    private final List<String> fields;

    Subject(String process, String word, List<String> fields) {
      this.process = process;
      this.word = word;
      this.fields = fields;
    }

    /** What this run carries out; empty where that cannot be corrected. */
    public static Optional<Subject> of(String workflowId) {
      return Arrays.stream(values())
          .filter(subject -> workflowId.startsWith(subject.process + "/"))
          .findFirst();
    }

    /** For people. */
    public String word() {
      return word;
    }

    /** In the order in which they are told. */
    public List<String> fields() {
      return fields;
    }
  }

  private static final List<String> EVERY_FIELD =
      Arrays.stream(Subject.values())
          .flatMap(subject -> subject.fields().stream())
          .distinct()
          .toList();

  private final ObjectNode typed;
  private final Draft draft;
  private final String by;
  private final String reason;

  private AmendmentDraft(ObjectNode typed, String by, String reason) {
    this.typed = typed;
    this.draft = new Draft(typed);
    this.by = by;
    this.reason = reason;
  }

  /**
   * @param typed one JSON object
   * @param by who says so
   * @param reason may be null
   * @throws InputRefused with everything that cannot be read
   */
  public static AmendmentDraft read(ObjectNode typed, String by, String reason) {
    AmendmentDraft read = new AmendmentDraft(typed, by, reason);
    read.draft.refuseOthersThan(EVERY_FIELD);
    // Each field is noted once, though all three read it.
    List<InputProblem> problems = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      AmendmentDraft alone = new AmendmentDraft(typed, by, reason);
      alone.amendment(subject);
      alone.draft.problems().stream()
          .filter(problem -> !problems.contains(problem))
          .forEach(problems::add);
    }
    problems.addAll(0, read.draft.problems());
    if (typed.isEmpty()) {
      problems.add(new InputProblem("amendment", "must name at least one field to correct"));
    }
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return read;
  }

  /** The fields that were typed and are none of its; with one it cannot be sent. */
  public List<String> unfit(Subject subject) {
    List<String> unfit = new ArrayList<>();
    typed
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!subject.fields().contains(field)) {
                unfit.add(field);
              }
            });
    return unfit;
  }

  /** Of what is open; only its own fields are taken. */
  public Amendment<?> amendment(Subject subject) {
    return switch (subject) {
      case HIRE -> ofHire();
      case TRANSFER -> ofTransfer();
      case CHANGE -> ofChange();
    };
  }

  private HireAmendment ofHire() {
    return new HireAmendment(
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
        sites(),
        draft.text("permissionTemplate"),
        draft.texts("departments"),
        draft.text("emergencyName"),
        draft.text("emergencyPhone"),
        draft.decimal("overtimeRate"),
        draft.has("noOvertime") ? Optional.of(draft.yesOrNo("noOvertime")) : Optional.empty(),
        draft.wholeNumber("formerEmployee"),
        draft.text("role"),
        draft.posUserId("like"));
  }

  private TransferAmendment ofTransfer() {
    return new TransferAmendment(
        by,
        reason,
        Optional.empty(),
        sites(),
        draft.texts("departments"),
        draft.text("permissionTemplate"),
        draft.decimal("wageRate"),
        draft.date("from"),
        draft.date("until"));
  }

  private ChangeAmendment ofChange() {
    return new ChangeAmendment(
        by,
        reason,
        Optional.empty(),
        draft.text("firstName"),
        draft.text("lastName"),
        draft.text("phone"),
        draft.text("email"),
        draft.date("startDate"),
        draft.text("emergencyName"),
        draft.text("emergencyPhone"),
        draft.date("from"));
  }

  private Optional<SiteChoice> sites() {
    if (!draft.has("sites")) {
      return Optional.empty();
    }
    return Optional.of(
        draft.is("sites", HireDraft.ALL_SITES)
            ? SiteChoice.everySite()
            : SiteChoice.of(draft.texts("sites")));
  }
}

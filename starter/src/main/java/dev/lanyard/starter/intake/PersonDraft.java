package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An event of somebody who is known, as it was typed; {@code eventId} and {@code decidedAt} may be
 * left out. Each method reads one kind, and throws {@link InputRefused} with every problem.
 */
public final class PersonDraft {

  private final Draft draft;
  private final EmployeeNumber employeeNumber;
  private final String eventId;
  private final Instant decidedAt;
  private final Instant now;

  public PersonDraft(
      ObjectNode typed, EmployeeNumber employeeNumber, Supplier<String> eventId, Instant now) {
    this.draft = new Draft(typed);
    this.employeeNumber = employeeNumber;
    this.now = now;
    this.eventId = draft.text("eventId").orElseGet(eventId);
    this.decidedAt = draft.instant("decidedAt").orElse(now);
  }

  /**
   * {@code firstName}, {@code lastName}, {@code phone}, {@code email}, {@code startDate}, {@code
   * emergencyName}, {@code emergencyPhone}, {@code from}.
   */
  public HrEvent change() {
    return checked(
        new ChangeEvent(
            eventId,
            decidedAt,
            employeeNumber,
            new PersonChange(
                draft.text("firstName"),
                draft.text("lastName"),
                draft.text("phone"),
                draft.text("email"),
                draft.date("startDate"),
                draft.text("emergencyName"),
                draft.text("emergencyPhone"),
                draft.date("from"))));
  }

  /**
   * {@code sites} (a list, or {@code all}), {@code departments}, {@code permissionTemplate}, {@code
   * wageRate}, {@code from}, {@code until}.
   */
  public HrEvent transfer() {
    return checked(
        new TransferEvent(
            eventId,
            decidedAt,
            employeeNumber,
            new Transfer(
                sites(),
                draft.texts("departments"),
                draft.text("permissionTemplate"),
                draft.decimal("wageRate"),
                draft.date("from"),
                draft.date("until")),
            draft.requester()));
  }

  private Optional<SiteChoice> sites() {
    if (!draft.has("sites")) {
      return Optional.empty();
    }
    if (draft.is("sites", "all")) {
      return Optional.of(SiteChoice.everySite());
    }
    return Optional.of(SiteChoice.of(draft.texts("sites")));
  }

  /** {@code lastDay}, {@code returnOn}. */
  public HrEvent leave() {
    return checked(
        new LeaveEvent(
            eventId,
            decidedAt,
            employeeNumber,
            new Leave(draft.date("lastDay"), draft.date("returnOn"))));
  }

  /** {@code on}. */
  public HrEvent back() {
    return checked(
        new ReturnEvent(eventId, decidedAt, employeeNumber, draft.date("on"), draft.requester()));
  }

  /** {@code reason}. */
  public HrEvent undo() {
    if (draft.text("reason").filter(reason -> !reason.isBlank()).isEmpty()) {
      draft.problem("reason", "is missing; those who approve it want to know why");
    }
    return checked(
        new UndoEvent(
            eventId,
            decidedAt,
            employeeNumber,
            draft.text("reason").orElse(""),
            draft.requester()));
  }

  private HrEvent checked(HrEvent event) {
    List<InputProblem> problems =
        IntakeRules.together(draft.problems(), IntakeRules.problems(event, now));
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return event;
  }
}

package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A termination as somebody typed it: {@code posUserId} with {@code lastName}, or {@code
 * employeeNumber}; {@code effectiveDate} (with or without {@code endOfShift}), {@code lastWorkedAt}
 * or {@code revokeNow}; {@code eventId}, {@code decidedAt}.
 */
public final class TerminationDraft {

  private final Draft draft;
  private final Optional<PosUserId> posUserId;
  private final Optional<EmployeeNumber> employeeNumber;
  private final Termination termination;
  private final String eventId;
  private final Instant decidedAt;
  private final Instant now;

  private TerminationDraft(Draft draft, Supplier<String> eventId, Instant now) {
    this.draft = draft;
    this.now = now;
    posUserId = draft.posUserId();
    employeeNumber = draft.employeeNumber();
    Optional<String> lastName = draft.text("lastName");
    Optional<LocalDate> effectiveDate = draft.date("effectiveDate");
    boolean revokeNow = draft.is("revokeNow", "true");
    Optional<LocalDateTime> lastWorkedAt = draft.dateTime("lastWorkedAt");
    termination =
        new Termination(
            posUserId,
            lastName,
            effectiveDate,
            revokeNow,
            lastWorkedAt,
            draft.timeOfDay("endOfShift"));
    this.eventId = draft.text("eventId").orElseGet(eventId);
    decidedAt = draft.instant("decidedAt").orElse(now);
    if (!draft.has("posUserId") && !draft.has("employeeNumber")) {
      draft.problem("posUserId", "is missing; who leaves? Give it, or the employee number");
    }
    if (draft.has("posUserId") && lastName.filter(name -> !name.isBlank()).isEmpty()) {
      draft.problem("lastName", "is missing; it guards against a mistyped POS user ID");
    }
    if (!draft.has("effectiveDate") && !draft.has("lastWorkedAt") && !revokeNow) {
      draft.problem("effectiveDate", "is missing; give the last day with access, or ask for now");
    }
  }

  /**
   * @throws InputRefused with every problem; who it is about need not be known yet
   */
  public static TerminationDraft read(ObjectNode typed, Supplier<String> eventId, Instant now) {
    TerminationDraft read = new TerminationDraft(new Draft(typed), eventId, now);
    // The person is looked up later; a stand-in lets the rules see everything else now.
    read.check(read.employeeNumber.orElse(EmployeeNumber.of("pos-0")));
    return read;
  }

  /**
   * @param owner of the person with that POS user ID, when no employee number was typed
   */
  public TerminationEvent event(Function<PosUserId, EmployeeNumber> owner) {
    EmployeeNumber number = employeeNumber.orElseGet(() -> owner.apply(posUserId.orElseThrow()));
    check(number);
    return event(number);
  }

  public Termination termination() {
    return termination;
  }

  private void check(EmployeeNumber number) {
    List<InputProblem> problems =
        IntakeRules.together(draft.problems(), IntakeRules.problems(event(number), now));
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
  }

  private TerminationEvent event(EmployeeNumber number) {
    return new TerminationEvent(eventId, decidedAt, number, termination);
  }
}

package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hire as it stands, and what may still become of it: any field, until access has been given.
 * Whatever changes what was approved is approved anew; the message itself passes the policy too.
 */
final class Amendments {

  /** A line each is kept of who amends and why (guessed, as of decisions). */
  private static final int WORDS_KEPT = 200;

  private final EmployeeNumber employeeNumber;
  private final Progress progress;
  private final Approvals approvals;
  private Hire stated;
  private Optional<Hire> completed = Optional.empty();
  private int count;
  private boolean over;

  Amendments(EmployeeNumber employeeNumber, Hire hire, Progress progress, Approvals approvals) {
    this.employeeNumber = employeeNumber;
    this.stated = hire;
    this.progress = progress;
    this.approvals = approvals;
  }

  /** As it is to be carried out now. */
  Hire hire() {
    return completed.orElse(stated);
  }

  /** In HR's words and as it was amended, without what a role or a model says. */
  Hire stated() {
    return stated;
  }

  /** What the access rules made of what was stated. */
  void completed(Hire whole) {
    completed = Optional.of(whole);
  }

  /** How many took effect so far. */
  int count() {
    return count;
  }

  /**
   * @throws PlanAmended when one took effect since there were {@code seen}
   */
  void requireNoneSince(int seen) {
    if (count != seen) {
      throw new PlanAmended();
    }
  }

  /** From here on none is taken. */
  void close() {
    over = true;
  }

  /** Signal handler; what cannot be read is listed. */
  void amend(RawValue raw) {
    Signals.read(raw, HireAmendment.class)
        .ifPresentOrElse(
            this::amend,
            () ->
                record(
                    "",
                    false,
                    "not a JSON object such as {\"by\":\"maria\",\"startDate\":\"2026-05-08\"}"));
  }

  /** Update handler, and of what was read from a signal; may wait for approvals. */
  DecisionAnswer amend(HireAmendment amendment) {
    Optional<String> objection = objection(amendment);
    if (objection.isPresent()) {
      return record(by(amendment), false, objection.get());
    }
    for (String kind : kinds(amendment)) {
      ApprovalOutcome outcome = approved(kind, amendment);
      if (!outcome.approved()) {
        return record(by(amendment), false, outcome.reason());
      }
    }
    // Others may have come while this one was decided on.
    Optional<String> late = objection(amendment);
    if (late.isPresent()) {
      return record(by(amendment), false, late.get());
    }
    List<String> changed = amendment.changedIn(stated);
    stated = amendment.appliedTo(stated);
    completed = Optional.empty();
    count++;
    progress.headline(stated.described());
    return record(by(amendment), true, "amended: " + String.join(", ", changed));
  }

  /** For an update's validator: what is no amendment at all leaves no trace. */
  static void requireWellFormed(HireAmendment amendment) {
    if (amendment == null || amendment.by() == null || amendment.by().isBlank()) {
      throw new IllegalArgumentException("an amendment is one JSON object, and says by whom");
    }
  }

  private Optional<String> objection(HireAmendment amendment) {
    if (amendment == null || amendment.by() == null || amendment.by().isBlank()) {
      return Optional.of("an amendment is one JSON object, and says by whom");
    }
    if (over) {
      return Optional.of("this hire is over; hand in a change, a transfer or a termination");
    }
    List<String> changed = amendment.changedIn(stated);
    if (changed.isEmpty()) {
      return Optional.of("nothing in it is other than it is already");
    }
    List<InputProblem> problems = HireRules.problems(employeeNumber, amendment.appliedTo(stated));
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problems.stream()
                .map(problem -> problem.field() + " " + problem.message())
                .collect(Collectors.joining("; ")));
  }

  /** Moving the date and correcting anything else are two things, each with a rule of its own. */
  private List<String> kinds(HireAmendment amendment) {
    List<String> changed = amendment.changedIn(stated);
    List<String> kinds = new ArrayList<>();
    if (changed.contains("startDate")) {
      kinds.add(AccessRequest.RESCHEDULE);
    }
    if (!changed.equals(List.of("startDate"))) {
      kinds.add(AccessRequest.AMEND);
    }
    return kinds;
  }

  private ApprovalOutcome approved(String kind, HireAmendment amendment) {
    List<String> changed = amendment.changedIn(stated);
    List<String> detail = new ArrayList<>();
    detail.add("Changes: " + String.join(", ", changed));
    if (changed.contains("startDate")) {
      detail.add("Start date: " + amendment.startDate().orElseThrow());
    }
    Hire amended = amendment.appliedTo(hire());
    return approvals.guard(
        AccessRequest.of(kind, employeeNumber, amended).withRequester(Optional.of(amendment.by())),
        "May the hire of " + stated.fullName() + " be amended by " + kept(amendment.by()) + "?",
        detail,
        amendment.digest(kind),
        amendment
            .token()
            .map(
                token ->
                    new Decision(kind, Decision.APPROVE, amendment.by(), "", Optional.of(token))),
        () -> over);
  }

  private DecisionAnswer record(String by, boolean accepted, String reason) {
    progress.decision(new DecisionRecord("", "amend", kept(by), accepted, kept(reason), now()));
    return new DecisionAnswer(accepted, reason);
  }

  private static String by(HireAmendment amendment) {
    return amendment == null || amendment.by() == null ? "" : amendment.by();
  }

  private static String kept(String words) {
    return words.length() <= WORDS_KEPT ? words : words.substring(0, WORDS_KEPT);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}

package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.saga.Amendable;
import dev.lanyard.workflows.saga.PlanAmended;
import io.temporal.common.converter.RawValue;
import java.util.List;
import java.util.Optional;

/** The hire as it stands, and what may still become of it: any field, until access was given. */
final class Amendments {

  private final Amendable<Hire> amendable;
  private Optional<Hire> completed = Optional.empty();

  Amendments(EmployeeNumber employeeNumber, Hire hire, Progress progress, Approvals approvals) {
    this.amendable =
        new Amendable<>(
            hire,
            progress,
            approvals,
            new Amendable.Subject<>() {
              @Override
              public List<InputProblem> problems(Hire amended) {
                return HireRules.problems(employeeNumber, amended);
              }

              @Override
              public AccessRequest request(String kind, Amendment<Hire> amendment) {
                return AccessRequest.of(kind, employeeNumber, amendment.appliedTo(hire()));
              }

              @Override
              public String question(String by) {
                return "May the hire of " + stated().fullName() + " be amended by " + by + "?";
              }

              @Override
              public void amended(Hire now) {
                completed = Optional.empty();
                progress.headline(now.described());
              }
            });
  }

  /** As it is to be carried out now. */
  Hire hire() {
    return completed.orElseGet(this::stated);
  }

  /** In HR's words and as it was amended, without what a role or a model says. */
  Hire stated() {
    return amendable.stated();
  }

  /** What the access rules made of what was stated. */
  void completed(Hire whole) {
    completed = Optional.of(whole);
  }

  /** How many took effect so far. */
  int count() {
    return amendable.count();
  }

  /**
   * @throws PlanAmended when one took effect since there were {@code seen}
   */
  void requireNoneSince(int seen) {
    if (count() != seen) {
      throw new PlanAmended();
    }
  }

  /** From here on none is taken. */
  void close() {
    amendable.close("this hire is over; hand in a change, a transfer or a termination");
  }

  /** Signal handler; what cannot be read is listed. */
  void amend(RawValue raw) {
    amendable.amend(raw, HireAmendment.class, "{\"by\":\"maria\",\"startDate\":\"2026-05-08\"}");
  }

  /** Update handler; may wait for approvals. */
  DecisionAnswer amend(HireAmendment amendment) {
    return amendable.amend(amendment);
  }
}

package dev.lanyard.workflows.hr;

import java.util.ArrayList;
import java.util.List;

/** What a termination must look like; as little as possible, since it must not be stopped. */
public final class TerminationRules {

  private TerminationRules() {}

  /** Every problem of a termination; empty when there is none. */
  public static List<InputProblem> problems(
      EmployeeNumber employeeNumber, Termination termination) {
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(employeeNumber).ifPresent(found::add);
    if (termination == null) {
      found.add(new InputProblem("termination", "is missing"));
      return found;
    }
    termination.posUserId().flatMap(HireRules::posUserId).ifPresent(found::add);
    termination
        .effectiveDate()
        .filter(date -> date.getYear() < 2000 || date.getYear() > 2099)
        .ifPresent(
            date -> found.add(new InputProblem("effectiveDate", "must lie between 2000 and 2099")));
    termination
        .lastWorkedAt()
        .filter(at -> at.getYear() < 2000 || at.getYear() > 2099)
        .ifPresent(
            at -> found.add(new InputProblem("lastWorkedAt", "must lie between 2000 and 2099")));
    if (termination.endOfShift().isPresent() && termination.effectiveDate().isEmpty()) {
      found.add(new InputProblem("endOfShift", "needs the effective date, on which the shift is"));
    }
    if (termination.revokeNow() && termination.effectiveDate().isPresent()) {
      found.add(
          new InputProblem("effectiveDate", "cannot go together with an immediate revocation"));
    }
    return List.copyOf(found);
  }
}

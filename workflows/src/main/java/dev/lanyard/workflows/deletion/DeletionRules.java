package dev.lanyard.workflows.deletion;

import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.ArrayList;
import java.util.List;

/** What names a record well enough to be deleted. */
final class DeletionRules {

  private DeletionRules() {}

  static List<InputProblem> problems(DeletionInput input) {
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(input.employeeNumber()).ifPresent(found::add);
    if (input.staffId() < 1) {
      found.add(new InputProblem("staffId", "must be the staff API's id"));
    }
    return List.copyOf(found);
  }
}

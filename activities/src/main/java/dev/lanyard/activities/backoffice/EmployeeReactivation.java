package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.EmployeeReactivated;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "reactivate employee": active again, with the new access and a new PIN in one write (8.4). */
final class EmployeeReactivation {

  private final RecordWriting writing;
  private final LinkField linkField;

  EmployeeReactivation(RecordWriting writing, LinkField linkField) {
    this.writing = writing;
    this.linkField = linkField;
  }

  EmployeeReactivated reactivate(ReactivateEmployee request, Pin pin, Attempt attempt) {
    RecordChange change =
        new RecordChange(
            request.employeeNumber(),
            linkField,
            request.employeeId(),
            request.posUserId(),
            false,
            true,
            request.before(),
            request.wanted(),
            Optional.empty(),
            Optional.of(pin));
    List<String> problems = missing(request.wanted());
    problems.addAll(RecordChangeRules.problems(change));
    InputRefused.unlessNone("The reactivation of employee " + request.employeeId(), problems);
    return writing.carryOut(
        change,
        attempt,
        (talk, page, written) -> {
          RosterRow row = RosterWitness.of(talk, page, change);
          return new EmployeeReactivated(written, row.siteCodes(), row.access());
        });
  }

  /** What is not stated would come back as it was, and that nobody approved. */
  private static List<String> missing(EmployeeFields wanted) {
    List<String> problems = new ArrayList<>();
    for (RecordField field :
        List.of(
            RecordField.FIRST_NAME,
            RecordField.LAST_NAME,
            RecordField.PHONE,
            RecordField.EMAIL,
            RecordField.START_DATE)) {
      if (field.in(wanted).isEmpty()) {
        problems.add("the " + field.label() + " is not stated");
      }
    }
    if (wanted.departments().isEmpty()) {
      problems.add("the departments are not stated");
    }
    if (wanted.sites().isEmpty()) {
      problems.add("the sites are not stated");
    }
    return problems;
  }
}

package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.EmployeeChanged;
import java.util.List;
import java.util.Optional;

/** "change employee": the whole form with some fields changed, the active flag as it was. */
final class EmployeeChange {

  private final RecordWriting writing;
  private final LinkField linkField;

  EmployeeChange(RecordWriting writing, LinkField linkField) {
    this.writing = writing;
    this.linkField = linkField;
  }

  EmployeeChanged change(ChangeEmployee request, Attempt attempt) {
    RecordChange change =
        new RecordChange(
            request.employeeNumber(),
            linkField,
            request.employeeId(),
            request.posUserId(),
            request.active(),
            request.active(),
            request.before(),
            request.wanted(),
            Optional.empty(),
            Optional.empty());
    InputRefused.unlessNone(
        "The change of employee " + request.employeeId(), RecordChangeRules.problems(change));
    return writing.carryOut(
        change,
        attempt,
        (talk, page, written) ->
            new EmployeeChanged(
                written,
                change.wantedSites().isPresent()
                    ? RosterWitness.of(talk, page, change).siteCodes()
                    : List.of()));
  }
}

package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.PinChanged;
import java.util.Optional;

/** "change PIN": the whole form with another PIN, which stands in no message. */
final class PinChange {

  private final RecordWriting writing;
  private final LinkField linkField;

  PinChange(RecordWriting writing, LinkField linkField) {
    this.writing = writing;
    this.linkField = linkField;
  }

  PinChanged change(ChangePin request, Pin pin, Optional<Pin> replaces, Attempt attempt) {
    return writing.carryOut(
        new RecordChange(
            request.employeeNumber(),
            linkField,
            request.employeeId(),
            request.posUserId(),
            request.active(),
            request.active(),
            request.before(),
            EmployeeFields.NONE,
            replaces,
            Optional.of(pin)),
        attempt,
        (talk, page, written) -> new PinChanged(written));
  }
}

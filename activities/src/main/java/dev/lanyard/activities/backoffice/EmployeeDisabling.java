package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeDisabled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * "disable employee": the whole form without {@code employee[isActive]} (section 8.4). A repeat
 * does not wait for a lost write to settle: two such forms close the access as one does, and
 * sooner.
 */
final class EmployeeDisabling {

  private static final List<String> PERSONAL =
      List.of("employee[firstName]", "employee[lastName]", "employee[email]");

  private static final EmployeeDisabled NONE = new EmployeeDisabled(Optional.empty(), false);

  private final BackofficeClient client;
  private final RecordComparison comparison;
  private final Duration settleDelay;

  EmployeeDisabling(BackofficeClient client, RecordComparison comparison, Duration settleDelay) {
    this.client = client;
    this.comparison = comparison;
    this.settleDelay = settleDelay;
  }

  /**
   * @param pin of {@code onlyIfCreatedBy}
   */
  EmployeeDisabled disable(DisableEmployee request, Optional<Pin> pin, Attempt attempt) {
    Optional<EmployeeDisabled> done = lookAndAct(request, pin, attempt);
    if (done.isEmpty() && request.mayStillAppear()) {
      attempt.settle(settleDelay);
      done = lookAndAct(request, pin, attempt);
    }
    return done.orElseGet(() -> none(request));
  }

  /** Nothing can be deleted in Backoffice: a record that was known and is gone needs a human. */
  private static EmployeeDisabled none(DisableEmployee request) {
    if (request.employeeId().isPresent()) {
      throw last(
          FailureTypes.EMPLOYEE_NOT_FOUND,
          "Backoffice shows neither employee "
              + request.employeeId().get()
              + " nor POS user ID "
              + request.posUserId()
              + ", although it was known. Check that this is the right tenant and that the bot sees"
              + " all of its sites, then retry.");
    }
    return NONE;
  }

  /** Empty when nothing was found. */
  private Optional<EmployeeDisabled> lookAndAct(
      DisableEmployee request, Optional<Pin> pin, Attempt attempt) {
    return client.converse(
        attempt::requireTimeToWrite,
        talk ->
            EmployeeLook.toDisable(talk, request.employeeId(), request.posUserId())
                .map(page -> act(talk, page, request, pin)));
  }

  private EmployeeDisabled act(
      Conversation talk, EditPage page, DisableEmployee request, Optional<Pin> pin) {
    if (request.onlyIfCreatedBy().isPresent()) {
      if (!createdBy(page, request, pin.orElseThrow())) {
        return NONE;
      }
    } else {
      requireSamePerson(page, request);
    }
    int employeeId = page.employeeId();
    if (!page.active()) {
      return new EmployeeDisabled(Optional.of(employeeId), false);
    }
    talk.updateEmployee(employeeId, page.inactive());
    EditPage after = talk.editPageToDisable(employeeId);
    if (after.active()) {
      throw last(
          FailureTypes.NOT_APPLIED,
          "Backoffice confirmed that employee "
              + employeeId
              + " was saved, and it is still active"
              + ServerWords.quote(
                  after.alerts(),
                  PERSONAL.stream().flatMap(name -> page.stored(name).stream()).toList())
              + ". Disable it at /employee/edit/"
              + employeeId
              + " by hand, then retry.");
    }
    return new EmployeeDisabled(Optional.of(employeeId), true);
  }

  private boolean createdBy(EditPage page, DisableEmployee request, Pin pin) {
    return comparison.provesOurs(
        page, request.employeeNumber(), request.onlyIfCreatedBy().orElseThrow().plan(), pin);
  }

  private static void requireSamePerson(EditPage page, DisableEmployee request) {
    EmployeeLook.requireSamePerson(page, request.posUserId(), request.lastName());
  }
}

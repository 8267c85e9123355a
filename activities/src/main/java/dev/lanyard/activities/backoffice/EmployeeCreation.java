package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** "create employee": once, whatever happens to the answer. */
final class EmployeeCreation {

  private final BackofficeClient client;
  private final RecordComparison comparison;
  private final LinkField linkField;
  private final Duration settleDelay;

  EmployeeCreation(
      BackofficeClient client,
      RecordComparison comparison,
      LinkField linkField,
      Duration settleDelay) {
    this.client = client;
    this.comparison = comparison;
    this.linkField = linkField;
    this.settleDelay = settleDelay;
  }

  EmployeeCreated create(CreateEmployee request, Pin pin, Attempt attempt) {
    if (attempt.number() > 1) {
      Optional<EmployeeCreated> earlier =
          client.converse(attempt::requireTimeToWrite, talk -> look(talk, request, pin));
      if (earlier.isPresent()) {
        return earlier.get();
      }
      attempt.settle(settleDelay);
    }
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> look(talk, request, pin).orElseGet(() -> write(talk, request, pin)));
  }

  /** The record under this POS user ID, if it is ours; a failure if it is somebody else's. */
  private Optional<EmployeeCreated> look(Conversation talk, CreateEmployee request, Pin pin) {
    return EmployeeLook.byPosUserId(talk, request.plan().posUserId())
        .map(page -> adopted(page, request, pin));
  }

  private EmployeeCreated adopted(EditPage page, CreateEmployee request, Pin pin) {
    BackofficePlan plan = request.plan();
    if (!comparison.provesOurs(page, request.employeeNumber(), plan, pin)) {
      throw last(
          FailureTypes.NOT_OURS,
          "POS user ID "
              + plan.posUserId()
              + " belongs to employee "
              + page.employeeId()
              + (page.active() ? " (active)" : " (disabled)")
              + ", which is not provably the record of this hire. Choose another POS user ID, or"
              + " settle in Backoffice who that is.");
    }
    if (!page.active()) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "Employee "
              + page.employeeId()
              + " is the record of this hire, and somebody disabled it. A create never reactivates:"
              + " settle in Backoffice whether this person is still to come.");
    }
    return new EmployeeCreated(page.employeeId(), true);
  }

  private EmployeeCreated write(Conversation talk, CreateEmployee request, Pin pin) {
    NewEmployeeForm filling = new NewEmployeeForm(request, pin, linkField);
    CreatePage form = filling.form(talk);
    FormEntries entries = filling.entries(talk, form);
    int employeeId;
    try {
      employeeId = talk.insertEmployee(entries);
    } catch (BackofficeFailure refused) {
      if (!refused.isRefusal()) {
        throw refused;
      }
      // Because of our own earlier write, which came to rest just now, it is no refusal.
      Optional<EmployeeCreated> ours = look(talk, request, pin);
      if (ours.isPresent()) {
        return ours.get();
      }
      if (refused.kind() == Kind.DUPLICATE) {
        throw duplicate(refused, request.plan());
      }
      // Nor is it one of the values when the form was remembered and is another one now.
      CreatePage now = talk.offers().otherThan(form).orElseThrow(() -> refused);
      filling.requireOffered(talk, now);
      employeeId = talk.insertEmployee(filling.entries(talk, now));
    }
    readBack(talk, employeeId, request, pin);
    return new EmployeeCreated(employeeId, false);
  }

  /** The server's words are no proof (section 4.2), so they come with what the roster showed. */
  private static ApplicationFailure duplicate(BackofficeFailure refused, BackofficePlan plan) {
    return last(
        FailureTypes.BACKOFFICE_DUPLICATE,
        refused.finding()
            + " The roster shows nobody under POS user ID "
            + plan.posUserId()
            + ", so it is another value, or somebody whom the bot does not see. "
            + refused.remedy());
  }

  private void readBack(Conversation talk, int employeeId, CreateEmployee request, Pin pin) {
    EditPage page;
    try {
      page = talk.editPage(employeeId);
    } catch (BackofficeFailure e) {
      throw e.kind() == Kind.NOT_FOUND
          ? last(
              FailureTypes.NOT_APPLIED,
              "Backoffice confirmed a new employee "
                  + employeeId
                  + " and then did not know it. Look in Backoffice for POS user ID "
                  + request.plan().posUserId()
                  + " before you retry.")
          : e;
    }
    List<String> differences =
        comparison.differences(
            page, request.plan(), Optional.of(pin), Optional.of(request.employeeNumber()));
    if (page.sites().flat() && contradictedByRoster(talk, request.plan())) {
      differences.add("sites (edit page and roster disagree)");
    }
    if (!differences.isEmpty()) {
      throw NotApplied.on(employeeId, differences, page.alerts(), request.plan());
    }
  }

  private static boolean contradictedByRoster(Conversation talk, BackofficePlan plan) {
    RosterPage roster = talk.rosterOf(plan.posUserId().value());
    SiteAccess access = RecordComparison.access(plan.target().sites());
    return roster
        .row(plan.posUserId().value())
        .filter(row -> SiteWitness.of(roster).contradicts(row, access))
        .isPresent();
  }
}

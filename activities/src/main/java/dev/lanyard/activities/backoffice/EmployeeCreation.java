package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
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
    BackofficePlan plan = request.plan();
    CreatePage form = talk.createPage();
    requireTargets(form, plan);
    FormEntries entries = entries(talk, form, request, pin);
    int employeeId;
    try {
      employeeId = talk.insertEmployee(entries);
    } catch (BackofficeFailure refused) {
      return adoptedAfter(refused, talk, request, pin);
    }
    readBack(talk, employeeId, request, pin);
    return new EmployeeCreated(employeeId, false);
  }

  /** A refusal because of our own earlier write, which came to rest just now, is no refusal. */
  private EmployeeCreated adoptedAfter(
      BackofficeFailure refused, Conversation talk, CreateEmployee request, Pin pin) {
    if (refused.kind() != Kind.REFUSED) {
      throw refused;
    }
    return look(talk, request, pin).orElseThrow(() -> refused);
  }

  private void requireTargets(CreatePage form, BackofficePlan plan) {
    List<String> gone = new ArrayList<>();
    SiteAccess access = RecordComparison.access(plan.target().sites());
    if (access.siteIds().isEmpty()) {
      gone.add("any site of the plan");
    }
    access.siteIds().stream()
        .filter(id -> !access.all() && !form.sites().ids().contains(id))
        .forEach(id -> gone.add("site " + id));
    plan.target().departments().stream()
        .filter(department -> !form.departments().containsKey(department.id()))
        .forEach(department -> gone.add("department " + department.id()));
    if (!form.siteCodes().containsKey(plan.target().wageSite().id())) {
      gone.add("wage site " + plan.target().wageSite().id());
    }
    if (!gone.isEmpty()) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "/employee/create no longer offers "
              + String.join(", ", gone)
              + ". Nothing was written; amend the hire so that it is planned anew.");
    }
  }

  private FormEntries entries(Conversation talk, CreatePage form, CreateEmployee request, Pin pin) {
    BackofficePlan plan = request.plan();
    SiteAccess access = RecordComparison.access(plan.target().sites());
    Optional<Polarity> polarity =
        form.sites().flat() && !access.all()
            ? Optional.of(
                FlatPolarity.on(talk, form.sites(), form.siteCodes(), plan.posUserId().value())
                    .require())
            : Optional.empty();
    return form.filled(values(request, pin), access, polarity);
  }

  /** Section 7.2, in its order. */
  private FormEntries values(CreateEmployee request, Pin pin) {
    BackofficePlan plan = request.plan();
    List<FormPair> pairs = new ArrayList<>();
    pairs.add(new FormPair("employee[firstName]", plan.firstName()));
    pairs.add(new FormPair("employee[lastName]", plan.lastName()));
    plan.phone()
        .map(RecordComparison::digits)
        .ifPresent(phone -> pairs.add(new FormPair("employee[phone]", phone)));
    plan.email().ifPresent(email -> pairs.add(new FormPair("employee[email]", email)));
    if (linkField == LinkField.ADP_EMPLOYEE_ID) {
      pairs.add(new FormPair("employee[adpEmployeeId]", request.employeeNumber().value()));
    }
    pairs.add(new FormPair("employee[startDate]", EditPage.DATE.format(plan.startDate())));
    pairs.add(new FormPair("posCredential[POSLoginID]", plan.posUserId().toString()));
    pairs.add(new FormPair("posCredential[POSLoginPassword]", pin.digits()));
    pairs.add(new FormPair("wage[isHourly]", "1"));
    pairs.add(new FormPair("wage[regularRate]", money(plan.wageRate())));
    pairs.add(new FormPair("wage[overtimeRate]", money(plan.overtimeRate())));
    pairs.add(new FormPair("wage[isOvertimeEligible]", "1"));
    pairs.add(new FormPair("wage[siteId]", Integer.toString(plan.target().wageSite().id())));
    for (DepartmentRef department : plan.target().departments()) {
      pairs.add(new FormPair("employee[departments][]", Integer.toString(department.id())));
    }
    return new FormEntries(pairs);
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
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

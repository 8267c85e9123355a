package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The create form with one plan's values in it (section 7). */
final class NewEmployeeForm {

  private final BackofficePlan plan;
  private final SiteAccess access;
  private final String employeeNumber;
  private final LinkField linkField;
  private final FormEntries values;

  NewEmployeeForm(CreateEmployee request, Pin pin, LinkField linkField) {
    this.plan = request.plan();
    this.access = RecordComparison.access(plan.target().sites());
    this.employeeNumber = request.employeeNumber().value();
    this.linkField = linkField;
    this.values = values(pin);
  }

  /**
   * A form that offers everything of the plan, or the final failure. It may be a remembered one,
   * but only where an old one cannot grant too much: on a flat tenant the form may list what is
   * denied, and a site that came meanwhile would be missing there.
   */
  CreatePage form(Conversation talk) {
    CreatePage form = talk.offers().createPage(page -> serves(talk, page));
    requireOffered(talk, form);
    return form;
  }

  private boolean serves(Conversation talk, CreatePage page) {
    return (access.all() ? page.everywhere().isPresent() : !page.sites().flat())
        && missing(page).isEmpty()
        && linkIsFree(page)
        && values.pairs().stream().allMatch(pair -> page.fields().contains(pair.name()))
        && HiddenSites.of(talk, page.sites(), plan.target().sites()).isEmpty();
  }

  /** Final: {@code SITES_HIDDEN}, {@code STATE_CHANGED}, {@code PAGE_CHANGED} (the link field). */
  void requireOffered(Conversation talk, CreatePage form) {
    HiddenSites.requireNone(talk, form.sites(), plan.target().sites());
    List<String> missing = missing(form);
    if (!missing.isEmpty()) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "/employee/create no longer offers "
              + String.join(", ", missing)
              + ". Nothing was written; amend the hire so that it is planned anew.");
    }
    if (!linkIsFree(form)) {
      throw last(
          FailureTypes.PAGE_CHANGED,
          "/employee/create has no empty text field "
              + linkField.name().orElseThrow()
              + " for the employee number. Nothing was written; correct"
              + " lanyard.backoffice.link-field, then retry.");
    }
  }

  /** A value that is not ours is never written over. */
  private boolean linkIsFree(CreatePage form) {
    return linkField.name().isEmpty()
        || linkField
            .name()
            .flatMap(form::text)
            .filter(there -> there.isBlank() || there.equals(employeeNumber))
            .isPresent();
  }

  private List<String> missing(CreatePage form) {
    List<String> gone = new ArrayList<>();
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
    return gone;
  }

  /** What is posted. */
  FormEntries entries(Conversation talk, CreatePage form) {
    Optional<Polarity> polarity =
        form.sites().flat() && !access.all()
            ? Optional.of(
                FlatPolarity.on(talk, form.sites(), form.siteCodes(), plan.posUserId().value())
                    .require())
            : Optional.empty();
    return form.filled(values, access, polarity);
  }

  /** Section 7.2, in its order. */
  private FormEntries values(Pin pin) {
    List<FormPair> pairs = new ArrayList<>();
    pairs.add(new FormPair("employee[firstName]", plan.firstName()));
    pairs.add(new FormPair("employee[lastName]", plan.lastName()));
    plan.phone()
        .map(RecordComparison::digits)
        .ifPresent(phone -> pairs.add(new FormPair("employee[phone]", phone)));
    plan.email().ifPresent(email -> pairs.add(new FormPair("employee[email]", email)));
    plan.emergencyName()
        .ifPresent(name -> pairs.add(new FormPair("employee[emergencyContactName]", name)));
    plan.emergencyPhone()
        .map(RecordComparison::digits)
        .ifPresent(phone -> pairs.add(new FormPair("employee[emergencyContactPhone]", phone)));
    linkField.name().ifPresent(name -> pairs.add(new FormPair(name, employeeNumber)));
    pairs.add(new FormPair("employee[startDate]", EditPage.DATE.format(plan.startDate())));
    pairs.add(new FormPair("posCredential[POSLoginID]", plan.posUserId().toString()));
    pairs.add(new FormPair("posCredential[POSLoginPassword]", pin.digits()));
    pairs.add(new FormPair("wage[isHourly]", "1"));
    pairs.add(new FormPair("wage[regularRate]", money(plan.wageRate())));
    if (!plan.noOvertime()) { // its presence means eligible; else no rate is sent either (11.2)
      pairs.add(new FormPair("wage[overtimeRate]", money(plan.overtimeRate())));
      pairs.add(new FormPair("wage[isOvertimeEligible]", "1"));
    }
    pairs.add(new FormPair("wage[siteId]", Integer.toString(plan.target().wageSite().id())));
    for (DepartmentRef department : plan.target().departments()) {
      pairs.add(new FormPair("employee[departments][]", Integer.toString(department.id())));
    }
    return new FormEntries(pairs);
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}

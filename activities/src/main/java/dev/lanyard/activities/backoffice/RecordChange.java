package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wanted of one employee's form, and what the plan for it was based on.
 *
 * @param employeeNumber whose number alone may be put into, or taken out of, the link field
 * @param posUserId that the record has, unless it already has a wanted one
 * @param activeBefore what the plan was based on
 * @param activeAfter what is wanted; other than before only when a record is reactivated
 * @param replaces the PIN that the record must have, unless it already has the wanted one
 */
record RecordChange(
    EmployeeNumber employeeNumber,
    LinkField linkField,
    int employeeId,
    PosUserId posUserId,
    boolean activeBefore,
    boolean activeAfter,
    EmployeeFields before,
    EmployeeFields wanted,
    Optional<Pin> replaces,
    Optional<Pin> pin) {

  private static final String DEPARTMENTS = "employee[departments][]";
  private static final String PIN = "posCredential[POSLoginPassword]";

  boolean reactivates() {
    return activeAfter && !activeBefore;
  }

  /** The number under which the roster has to show the record afterwards. */
  PosUserId posUserIdAfter() {
    return wanted.posUserId().orElse(posUserId);
  }

  /** Whether the page shows the record of this change at all. */
  boolean isOf(EditPage page) {
    return page.posUserId() == posUserId.value() || page.posUserId() == posUserIdAfter().value();
  }

  boolean isDone(EditPage page) {
    return page.active() == activeAfter && unmet(page).isEmpty();
  }

  /** Every field that is neither what the plan was based on nor as wanted. */
  List<String> surprises(EditPage page) {
    List<String> found = new ArrayList<>();
    if (page.active() != activeBefore) {
      found.add(page.active() ? "active (it is active)" : "active (it is disabled)");
    }
    for (RecordField field : RecordField.values()) {
      if (field != RecordField.POS_USER_ID && surprises(page, field)) {
        found.add(field.label());
      }
    }
    SortedSet<Integer> wantedIds = ids(wanted.departments());
    SortedSet<Integer> basis = ids(before.departments());
    boolean meant = !wantedIds.isEmpty() || !basis.isEmpty();
    boolean asWanted = !wantedIds.isEmpty() && page.departments().equals(wantedIds);
    if (meant && !asWanted && !page.departments().equals(basis)) {
      found.add("departments (planned on " + basis + ", found " + page.departments() + ")");
    }
    if (surprisingSites(page)) {
      found.add("sites (found " + access(page).describe() + ")");
    }
    boolean linkMeant = wanted.link().isPresent() || before.link().isPresent();
    boolean linkAsWanted = wanted.link().isPresent() && !isLinkUnmet(page);
    if (linkMeant && !linkAsWanted && !link(page).equals(before.link().orElse("").strip())) {
      found.add("link field " + linkField.name().orElse(""));
    }
    boolean hasPin = pin.filter(page::showsPin).isPresent();
    if (!hasPin && replaces.filter(old -> !page.showsPin(old)).isPresent()) {
      found.add("PIN");
    }
    return found;
  }

  private boolean surprises(EditPage page, RecordField field) {
    Optional<String> wish = field.in(wanted);
    Optional<String> basis = field.in(before);
    if (wish.isEmpty() && basis.isEmpty()) {
      return false;
    }
    boolean asWanted = wish.filter(value -> field.shows(page, value)).isPresent();
    return !asWanted && !field.shows(page, basis.orElse(""));
  }

  private boolean surprisingSites(EditPage page) {
    if (wanted.sites().isEmpty() && before.sites().isEmpty()) {
      return false;
    }
    SiteAccess here = access(page);
    boolean asWanted = wantedSites().filter(here::grantsSameAs).isPresent();
    SiteAccess basis =
        before.sites().map(RecordComparison::access).orElse(SiteAccess.of(List.of()));
    return !asWanted && !here.grantsSameAs(basis);
  }

  /** Every wanted field that is not as wanted, the active flag apart. */
  List<String> unmet(EditPage page) {
    List<String> found = new ArrayList<>();
    for (RecordField field : RecordField.values()) {
      if (isUnmet(page, field)) {
        found.add(field.label());
      }
    }
    SortedSet<Integer> wantedIds = ids(wanted.departments());
    if (areDepartmentsUnmet(page)) {
      found.add("departments (planned " + wantedIds + ", found " + page.departments() + ")");
    }
    if (areSitesUnmet(page)) {
      found.add(
          "sites (planned "
              + wantedSites().orElseThrow().describe()
              + ", found "
              + access(page).describe()
              + ")");
    }
    if (isLinkUnmet(page)) {
      found.add("link field " + linkField.name().orElse(""));
    }
    if (isPinUnmet(page)) {
      found.add("PIN");
    }
    return found;
  }

  private boolean isUnmet(EditPage page, RecordField field) {
    return field.in(wanted).filter(value -> !field.shows(page, value)).isPresent();
  }

  private boolean areDepartmentsUnmet(EditPage page) {
    SortedSet<Integer> wantedIds = ids(wanted.departments());
    return !wantedIds.isEmpty() && !page.departments().equals(wantedIds);
  }

  private boolean areSitesUnmet(EditPage page) {
    return wantedSites().filter(sites -> !access(page).grantsSameAs(sites)).isPresent();
  }

  private boolean isLinkUnmet(EditPage page) {
    return wanted.link().filter(value -> !link(page).equals(value.strip())).isPresent();
  }

  private String link(EditPage page) {
    return linkField.name().map(page::value).orElse("");
  }

  private boolean isPinUnmet(EditPage page) {
    return pin.filter(value -> !page.showsPin(value)).isPresent();
  }

  /** What has to be laid over the form as read, sites apart: only what is not as wanted. */
  FormEntries values(EditPage page) {
    List<FormPair> pairs = new ArrayList<>();
    for (RecordField field : RecordField.values()) {
      if (isUnmet(page, field)) {
        pairs.add(new FormPair(field.formName(), field.in(wanted).orElseThrow()));
      }
    }
    if (areDepartmentsUnmet(page)) {
      ids(wanted.departments())
          .forEach(id -> pairs.add(new FormPair(DEPARTMENTS, Integer.toString(id))));
    }
    if (isLinkUnmet(page)) {
      pairs.add(new FormPair(linkField.name().orElseThrow(), wanted.link().orElseThrow().strip()));
    }
    if (isPinUnmet(page)) {
      pairs.add(new FormPair(PIN, pin.orElseThrow().digits()));
    }
    return new FormEntries(pairs);
  }

  /** The sites to write. A reactivation always states them: what they were grants nothing. */
  Optional<SiteAccess> sitesToWrite(EditPage page) {
    return reactivates() || areSitesUnmet(page) ? wantedSites() : Optional.empty();
  }

  Optional<SiteAccess> wantedSites() {
    return wanted.sites().map(RecordComparison::access);
  }

  /** Sites whose ids this change knows by their names, wanted or from before. */
  SiteGrant knownSites() {
    List<SiteRef> known = new ArrayList<>();
    before.sites().map(SiteGrant::sites).ifPresent(known::addAll);
    wanted.sites().map(SiteGrant::sites).ifPresent(known::addAll);
    return new SiteGrant(false, known);
  }

  /** Sites and departments that are wanted and that the form does not offer. */
  List<String> notOffered(EditPage page) {
    List<String> gone = new ArrayList<>();
    sitesToWrite(page)
        .filter(sites -> !sites.all())
        .ifPresent(
            sites ->
                sites.siteIds().stream()
                    .filter(id -> !page.sites().ids().contains(id))
                    .forEach(id -> gone.add("site " + id)));
    if (areDepartmentsUnmet(page)) {
      ids(wanted.departments()).stream()
          .filter(id -> !page.departmentNames().containsKey(id))
          .forEach(id -> gone.add("department " + id));
    }
    return gone;
  }

  /** Whether the link field would lose somebody else's number. */
  boolean overwritesForeignLink(EditPage page) {
    return isLinkUnmet(page) && !link(page).isEmpty() && !link(page).equals(employeeNumber.value());
  }

  private static SiteAccess access(EditPage page) {
    return page.access()
        .orElseThrow(
            () ->
                BackofficeFailures.last(
                    FailureTypes.POLARITY_UNPROVEN,
                    "What the site boxes of /employee/edit/"
                        + page.employeeId()
                        + " mean does not stand beside them, so its sites can be neither compared"
                        + " nor written. Nothing was written; change them in Backoffice by hand."));
  }

  private static SortedSet<Integer> ids(List<DepartmentRef> departments) {
    return departments.stream()
        .map(DepartmentRef::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return "RecordChange[" + employeeId + ", [redacted]]";
  }
}

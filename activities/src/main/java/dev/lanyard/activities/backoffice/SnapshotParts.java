package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionSet;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.WageRecord;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.backoffice.reading.PermissionState.TemplateMatch;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.backoffice.reading.StoredProfile.StoredField;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.backoffice.reading.WageHistory.WageEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pages show of one employee, as the parts of a snapshot. */
final class SnapshotParts {

  /** A raise every day of two years (guessed); keeps the snapshot small. */
  private static final int WAGES_KEPT = 730;

  private SnapshotParts() {}

  static StoredProfile profile(EditPage page) {
    return new StoredProfile(
        page.stored("employee[firstName]").orElse(""),
        page.stored("employee[lastName]").orElse(""),
        page.stored("employee[phone]").orElse(""),
        page.stored("employee[email]").orElse(""),
        page.startDate(),
        page.stored("employee[emergencyContactName]"),
        page.stored("employee[emergencyContactPhone]"),
        page.stored("employee[adpEmployeeId]"),
        page.otherFields().stream().map(SnapshotParts::field).toList());
  }

  private static StoredField field(FormPair pair) {
    return new StoredField(pair.name(), pair.value());
  }

  static Optional<SiteGrant> sites(EditPage page) {
    return page.access()
        .map(
            access ->
                new SiteGrant(
                    access.all(),
                    page.sites().sites().stream()
                        .filter(site -> access.siteIds().contains(site.id()))
                        .map(site -> new SiteRef(site.id(), site.name()))
                        .sorted(Comparator.comparingInt(SiteRef::id))
                        .toList()));
  }

  /** Empty when the two cannot be compared. */
  static Optional<Boolean> rosterShowsSameSites(
      EditPage page, RosterPage roster, Optional<RosterRow> row) {
    SiteWitness witness = SiteWitness.of(roster);
    return page.access()
        .filter(access -> !access.all())
        .map(SiteAccess::siteIds)
        .flatMap(ids -> row.flatMap(witness::siteIds).map(ids::equals));
  }

  static List<DepartmentRef> departments(EditPage page) {
    Map<Integer, String> names = page.departmentNames();
    return page.departments().stream()
        .map(id -> new DepartmentRef(id, names.getOrDefault(id, "")))
        .toList();
  }

  /**
   * @param shownAccess what the roster's Access column says, if it has a row
   */
  static PermissionState permissions(PermissionPage page, Optional<String> shownAccess) {
    PermissionSet current = page.current();
    List<TemplateMatch> same =
        page.templates().stream()
            .filter(template -> template.permissions().grants().equals(current.grants()))
            .map(template -> match(template, current))
            .toList();
    return new PermissionState(
        TenantListing.labelled(current.grants(), page.labels()),
        TenantListing.labelled(current.overrides(), page.labels()),
        page.actionApprovalAuthority(),
        name(current, same, shownAccess),
        same);
  }

  private static TemplateMatch match(PermissionTemplate template, PermissionSet current) {
    return new TemplateMatch(
        template.id(),
        template.name(),
        template.permissions().overrides().equals(current.overrides()));
  }

  private static String name(
      PermissionSet current, List<TemplateMatch> same, Optional<String> shownAccess) {
    return same.stream()
        .map(TemplateMatch::name)
        .filter(name -> shownAccess.filter(name::equals).isPresent())
        .findFirst()
        .or(
            () ->
                same.stream()
                    .filter(TemplateMatch::sameOverrides)
                    .map(TemplateMatch::name)
                    .findFirst())
        .or(() -> same.stream().map(TemplateMatch::name).findFirst())
        .orElse(current.grants().isEmpty() ? "None" : "Custom");
  }

  static WageHistory wages(CompensationPage page) {
    List<WageRecord> history = page.history();
    return new WageHistory(
        history.stream().limit(WAGES_KEPT).map(SnapshotParts::wage).toList(),
        Optional.of(page.earliest()),
        Math.max(0, history.size() - WAGES_KEPT));
  }

  private static WageEntry wage(WageRecord record) {
    return new WageEntry(
        record.hourlyRate(),
        record.salary(),
        record.overtimeEligible(),
        record.overtimeRate(),
        record.effective(),
        record.end());
  }
}

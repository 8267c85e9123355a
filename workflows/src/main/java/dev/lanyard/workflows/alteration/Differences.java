package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.staffapi.StaffAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is not the same in two snapshots of one person, field by field, in words for people. Access
 * shows its values; names and contact data only that they differ.
 */
public final class Differences {

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /**
   * What Lanyard writes: the active flag, names, contact data, start date, sites, departments and
   * permissions.
   */
  public static List<String> of(EmployeeSnapshot expected, EmployeeSnapshot actual) {
    Differences differences = new Differences();
    differences.text("POS user ID", expected.posUserId().toString(), actual.posUserId().toString());
    differences.shown(
        "active",
        yes(expected.active()),
        yes(actual.active()),
        expected.active() == actual.active());
    differences.profile(expected.profile(), actual.profile());
    differences.access(expected, actual);
    return List.copyOf(differences.found);
  }

  /** Sites, departments and permissions alone. */
  public static List<String> ofAccess(EmployeeSnapshot expected, EmployeeSnapshot actual) {
    Differences differences = new Differences();
    differences.access(expected, actual);
    return List.copyOf(differences.found);
  }

  /**
   * What an undo gives back by no write: wages, and text fields that the protocol does not name.
   */
  public static List<String> ofTheRest(EmployeeSnapshot expected, EmployeeSnapshot actual) {
    Differences differences = new Differences();
    differences.same(
        "other text fields",
        expected.profile().others().equals(actual.profile().others())
            && expected.profile().adpEmployeeId().equals(actual.profile().adpEmployeeId()));
    differences.same("wages", entries(expected).equals(entries(actual)));
    return List.copyOf(differences.found);
  }

  private static List<WageHistory.WageEntry> entries(EmployeeSnapshot snapshot) {
    return snapshot.wages().map(WageHistory::entries).orElse(List.of());
  }

  /** Permissions and sites; an id that changed because the member was made anew is none. */
  public static List<String> of(StaffAccess expected, StaffAccess actual) {
    Differences differences = new Differences();
    differences.shown(
        "staff administrator",
        yes(expected.admin()),
        yes(actual.admin()),
        expected.admin() == actual.admin());
    differences.text(
        "staff permissions",
        String.join(", ", expected.permissions()),
        String.join(", ", actual.permissions()));
    differences.text("staff sites", expected.siteIds().toString(), actual.siteIds().toString());
    return List.copyOf(differences.found);
  }

  public static boolean sameSites(SiteGrant one, SiteGrant other) {
    return one.all() == other.all() && (one.all() || ids(one).equals(ids(other)));
  }

  public static List<Integer> ids(SiteGrant grant) {
    return grant.sites().stream().map(SiteRef::id).sorted().toList();
  }

  public static List<Integer> ids(List<DepartmentRef> departments) {
    return departments.stream().map(DepartmentRef::id).sorted().toList();
  }

  /** Digits, as phones are compared. */
  public static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  /** Texts as they are compared: blanks around them do not count. */
  public static boolean sameText(String one, String other) {
    return one.strip().equals(other.strip());
  }

  public static boolean sameEmail(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }

  private void profile(StoredProfile expected, StoredProfile actual) {
    same("first name", sameText(expected.firstName(), actual.firstName()));
    same("last name", sameText(expected.lastName(), actual.lastName()));
    same("phone", digits(expected.phone()).equals(digits(actual.phone())));
    same("e-mail", sameEmail(expected.email(), actual.email()));
    shown(
        "start date",
        expected.startDate().map(Object::toString).orElse("none"),
        actual.startDate().map(Object::toString).orElse("none"),
        expected.startDate().equals(actual.startDate()));
    same(
        "emergency contact's name",
        sameText(
            expected.emergencyContactName().orElse(""), actual.emergencyContactName().orElse("")));
    same(
        "emergency contact's phone",
        digits(expected.emergencyContactPhone().orElse(""))
            .equals(digits(actual.emergencyContactPhone().orElse(""))));
  }

  private void access(EmployeeSnapshot expected, EmployeeSnapshot actual) {
    boolean sites =
        expected.sites().isPresent() == actual.sites().isPresent()
            && expected
                .sites()
                .map(grant -> sameSites(grant, actual.sites().orElseThrow()))
                .orElse(true);
    shown("sites", words(expected.sites()), words(actual.sites()), sites);
    shown(
        "departments",
        words(expected.departments()),
        words(actual.departments()),
        ids(expected.departments()).equals(ids(actual.departments())));
    Optional<PermissionGrants> before = expected.permissions().map(Present::grants);
    Optional<PermissionGrants> now = actual.permissions().map(Present::grants);
    shown("permissions", permissions(before), permissions(now), before.equals(now));
  }

  private static String words(Optional<SiteGrant> sites) {
    return sites.map(SiteGrant::describe).orElse("unreadable");
  }

  private static String words(List<DepartmentRef> departments) {
    return departments.isEmpty()
        ? "none"
        : String.join(", ", departments.stream().map(DepartmentRef::name).toList());
  }

  private static String permissions(Optional<PermissionGrants> grants) {
    return grants
        .map(one -> "grants " + one.grants() + ", approval needed for " + one.overrides())
        .orElse("not shown");
  }

  private static String yes(boolean flag) {
    return flag ? "yes" : "no";
  }

  private void text(String field, String expected, String actual) {
    shown(field, expected, actual, expected.equals(actual));
  }

  private void shown(String field, String expected, String actual, boolean same) {
    if (!same) {
      found.add(field + ": " + actual + " instead of " + expected);
    }
  }

  private void same(String field, boolean same) {
    if (!same) {
      found.add(field + ": another one");
    }
  }
}

package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An edit page against a plan. */
final class RecordComparison {

  private final LinkField linkField;

  RecordComparison(LinkField linkField) {
    this.linkField = linkField;
  }

  /**
   * Whether the record is provably the one of this plan. The same name, phone or POS user ID proves
   * nothing.
   */
  boolean provesOurs(EditPage page, EmployeeNumber employeeNumber, BackofficePlan plan, Pin pin) {
    if (page.posUserId() != plan.posUserId().value() || !namesAgree(page, plan)) {
      return false;
    }
    boolean byPin =
        page.showsPin(pin) && page.startDate().filter(plan.startDate()::equals).isPresent();
    return byPin || linksTo(page, employeeNumber);
  }

  /** Whether the configured link field carries this number. */
  boolean linksTo(EditPage page, EmployeeNumber employeeNumber) {
    return linkField.name().filter(f -> page.value(f).equals(employeeNumber.value())).isPresent();
  }

  /**
   * Every field that is not as planned, the active flag included. Ids stand in it, personal values
   * do not.
   */
  List<String> differences(
      EditPage page,
      BackofficePlan plan,
      Optional<Pin> pin,
      Optional<EmployeeNumber> employeeNumber) {
    List<String> found = new ArrayList<>();
    note(found, page.active(), "active");
    note(found, page.posUserId() == plan.posUserId().value(), "POS user ID");
    note(found, same(page.firstName(), plan.firstName()), "first name");
    note(found, same(page.lastName(), plan.lastName()), "last name");
    note(
        found,
        plan.phone()
            .map(RecordComparison::digits)
            .filter(d -> !page.phoneDigits().equals(d))
            .isEmpty(),
        "phone");
    note(
        found,
        plan.email().filter(e -> !page.email().equalsIgnoreCase(e.strip())).isEmpty(),
        "e-mail");
    note(found, page.startDate().filter(plan.startDate()::equals).isPresent(), "start date");
    SortedSet<Integer> departments = departments(plan);
    note(
        found,
        page.departments().equals(departments),
        "departments (planned " + departments + ", found " + page.departments() + ")");
    sites(page, plan).ifPresent(found::add);
    note(found, pin.filter(p -> !page.showsPin(p)).isEmpty(), "PIN");
    note(
        found,
        plan.emergencyName().filter(name -> !same(page.emergencyName(), name)).isEmpty(),
        "emergency contact's name");
    note(
        found,
        plan.emergencyPhone()
            .map(RecordComparison::digits)
            .filter(d -> !page.emergencyPhoneDigits().equals(d))
            .isEmpty(),
        "emergency contact's phone");
    boolean linked =
        linkField.name().isEmpty()
            || employeeNumber.filter(number -> !linksTo(page, number)).isEmpty();
    note(found, linked, "link field " + linkField.name().orElse(""));
    return found;
  }

  /** What is wrong with the sites of an edit page, if anything. */
  Optional<String> sites(EditPage page, BackofficePlan plan) {
    SiteAccess planned = access(plan.target().sites());
    String found = page.access().map(SiteAccess::describe).orElse("unlabelled boxes");
    return page.access().filter(planned::grantsSameAs).isPresent()
        ? Optional.empty()
        : Optional.of("sites (planned " + planned.describe() + ", found " + found + ")");
  }

  static SiteAccess access(SiteGrant grant) {
    SortedSet<Integer> ids =
        grant.sites().stream().map(SiteRef::id).collect(Collectors.toCollection(TreeSet::new));
    return new SiteAccess(grant.all(), ids);
  }

  static boolean namesAgree(EditPage page, BackofficePlan plan) {
    return same(page.firstName(), plan.firstName()) && same(page.lastName(), plan.lastName());
  }

  /** As an HR system may write a name otherwise: case and outer blanks do not count. */
  static boolean sameLastName(String one, String other) {
    return normal(one).toLowerCase(Locale.ROOT).equals(normal(other).toLowerCase(Locale.ROOT));
  }

  static boolean same(String one, String other) {
    return normal(one).equals(normal(other));
  }

  static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  private static String normal(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
  }

  private static SortedSet<Integer> departments(BackofficePlan plan) {
    return plan.target().departments().stream()
        .map(DepartmentRef::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void note(List<String> found, boolean agrees, String field) {
    if (!agrees) {
      found.add(field);
    }
  }
}

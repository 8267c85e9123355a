package dev.lanyard.activities.planning;

import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The access of a plan as one text, the same for the same access, whatever the order in which it
 * was read. Labels, times, the phone and the start date are no access. Each value stands with its
 * length, so that no value can pass for two.
 */
final class AccessText {

  private final StringBuilder text = new StringBuilder("lanyard access 1\n");

  private AccessText() {}

  static String of(
      EmployeeNumber employeeNumber, BackofficePlan backoffice, Optional<StaffPlan> staff) {
    BackofficeTarget target = backoffice.target();
    AccessText access =
        new AccessText()
            .add("employee number", employeeNumber.value())
            .add("POS user ID", backoffice.posUserId().toString())
            .add("first name", backoffice.firstName())
            .add("last name", backoffice.lastName());
    // With all sites approved, later ones are too: today's list is only a label then.
    access.add(
        "sites",
        target.sites().all()
            ? List.of("all")
            : ids(target.sites().sites().stream().map(SiteRef::id)));
    access
        .add("grants", ids(target.template().grants().stream()))
        .add("overrides", ids(target.template().overrides().stream()))
        .add("departments", ids(target.departments().stream().map(DepartmentRef::id)))
        .add("wage rate", cents(backoffice.wageRate()))
        .add("overtime rate", cents(backoffice.overtimeRate()));
    // Only said when it is so: the digests of plans that were made before must stay.
    if (backoffice.noOvertime()) {
      access.add("overtime", "not eligible");
    }
    target.formerEmployee().ifPresent(id -> access.add("former employee", Integer.toString(id)));
    staff.ifPresentOrElse(access::addStaff, () -> access.add("staff account", "none"));
    return access.text.toString();
  }

  private void addStaff(StaffPlan staff) {
    add("staff e-mail", staff.email().toLowerCase(Locale.ROOT));
    add("staff permissions", staff.target().permissions().stream().sorted().toList());
    add("staff sites", ids(staff.target().sites().stream().map(StaffSite::id)));
    staff.target().formerMember().ifPresent(id -> add("former staff member", Long.toString(id)));
  }

  private AccessText add(String name, List<String> values) {
    add(name, Integer.toString(values.size()));
    values.forEach(value -> add("-", value));
    return this;
  }

  private AccessText add(String name, String value) {
    text.append(name).append(' ').append(value.length()).append(':').append(value).append('\n');
    return this;
  }

  private static <T extends Comparable<T>> List<String> ids(Stream<T> values) {
    return values.sorted().map(Object::toString).collect(Collectors.toList());
  }

  private static String cents(BigDecimal rate) {
    return rate.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }
}

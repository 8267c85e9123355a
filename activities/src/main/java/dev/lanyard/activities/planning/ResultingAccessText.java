package dev.lanyard.activities.planning;

import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.staffapi.StaffAccess;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The access that an alteration ends in as one text, the same for the same access, whatever the
 * order in which it was read. Labels and days are no access. Each value stands with its length, so
 * that no value can pass for two.
 */
final class ResultingAccessText {

  private final StringBuilder text = new StringBuilder("lanyard resulting access 1\n");

  private ResultingAccessText() {}

  static String of(ResultingAccess access) {
    ResultingAccessText all =
        new ResultingAccessText().add("employee number", access.employeeNumber().value());
    access.posUserId().ifPresent(id -> all.add("POS user ID", id.toString()));
    // With all sites approved, later ones are too: today's list is only a label then.
    access
        .sites()
        .ifPresent(
            sites ->
                all.add(
                    "sites",
                    sites.all() ? List.of("all") : ids(sites.sites().stream().map(SiteRef::id))));
    access
        .permissions()
        .ifPresent(
            permissions ->
                all.add("grants", ids(permissions.grants().stream()))
                    .add("overrides", ids(permissions.overrides().stream())));
    all.add("departments", ids(access.departments().stream().map(DepartmentRef::id)));
    access
        .wageRate()
        .ifPresent(
            rate ->
                all.add("wage rate", rate.setScale(2, RoundingMode.UNNECESSARY).toPlainString()));
    access.staff().ifPresentOrElse(all::addStaff, () -> all.add("staff account", "none"));
    return all.text.toString();
  }

  private void addStaff(StaffAccess staff) {
    add("staff administrator", Boolean.toString(staff.admin()));
    add("staff permissions", staff.permissions().stream().distinct().sorted().toList());
    add("staff sites", ids(staff.siteIds().stream()));
  }

  private ResultingAccessText add(String name, List<String> values) {
    add(name, Integer.toString(values.size()));
    values.forEach(value -> add("-", value));
    return this;
  }

  private ResultingAccessText add(String name, String value) {
    text.append(name).append(' ').append(value.length()).append(':').append(value).append('\n');
    return this;
  }

  private static <T extends Comparable<T>> List<String> ids(Stream<T> values) {
    return values.sorted().map(Object::toString).toList();
  }
}

package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a permission page offers for every employee alike (section 9.1): the templates, and the
 * matrix with its labels. Never what somebody has.
 *
 * @param grantable ids that have a box for access
 * @param overridable ids that have a box for approval
 * @param entries the form's entries without any of these boxes
 */
public record PermissionMatrix(
    List<PermissionTemplate> templates,
    SortedSet<Integer> grantable,
    SortedSet<Integer> overridable,
    FormEntries entries) {

  private static final String EMPLOYEE_ID = "employeeId";
  private static final String TEMPLATE_ID = "templateId";

  /** What is replaced for each employee, and the labels, which belong to the tenant. */
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          "employeeId|templateId|hasActionApprovalAuthority"
              + "|permissions\\[\\d{1,9}]\\[(id|label|description)]");

  public PermissionMatrix {
    templates = List.copyOf(templates);
    grantable = Collections.unmodifiableSortedSet(new TreeSet<>(grantable));
    overridable = Collections.unmodifiableSortedSet(new TreeSet<>(overridable));
  }

  /**
   * Whether it may be posted for somebody else than the one on whose page it stood: not when the
   * form carries an entry that we do not know.
   */
  public boolean tenantWide() {
    return entries.pairs().stream().allMatch(pair -> UNDERSTOOD.matcher(pair.name()).matches());
  }

  public boolean offers(PermissionSet wanted) {
    return grantable.containsAll(wanted.grants()) && overridable.containsAll(wanted.overrides());
  }

  /**
   * The full matrix, without which the server changes nothing (section 9.3). What is not in the set
   * is denied by absence; the authority switch stays off, whatever it was.
   */
  public FormEntries granting(int employeeId, int templateId, PermissionSet wanted) {
    if (!offers(wanted)) {
      throw new PageChanged(
          PermissionPage.PAGE,
          "a permission of the template has no box",
          "/employee/permissions/" + employeeId);
    }
    return entries
        .replace(EMPLOYEE_ID, Integer.toString(employeeId))
        .replace(TEMPLATE_ID, Integer.toString(templateId))
        .replace(PermissionPage.AUTHORITY, "0")
        .append(boxes(wanted));
  }

  /** What is checked; what is not in the set is absent. */
  static List<FormPair> boxes(PermissionSet wanted) {
    List<FormPair> pairs = new ArrayList<>();
    wanted.grants().forEach(id -> pairs.add(box(id, "hasGrantAccess")));
    wanted.overrides().forEach(id -> pairs.add(box(id, "requiresOverride")));
    return pairs;
  }

  private static FormPair box(int id, String field) {
    return new FormPair("permissions[" + id + "][" + field + "]", "1");
  }
}

package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A staff member as it stands in the staff API now, with its sites.
 *
 * @param siteIds ascending
 */
record ReadBack(StaffMember member, Set<Long> siteIds) {

  static Set<Long> siteIds(StaffPlan plan) {
    return new TreeSet<>(plan.target().sites().stream().map(StaffSite::id).toList());
  }

  boolean hasAccess() {
    return member.admin() || !member.permissions().isEmpty() || !siteIds.isEmpty();
  }

  /** Whether the member may do anything, anywhere, that the plan does not hold. */
  boolean widerThan(StaffPlan plan) {
    return member.admin()
        || !PermissionCodes.effective(plan.target().permissions()).containsAll(member.permissions())
        || !siteIds(plan).containsAll(siteIds);
  }

  /** What is left of somebody's access; empty when nothing is. */
  List<String> accessLeft() {
    List<String> left = new ArrayList<>();
    if (member.admin()) {
      left.add("is_admin: is true");
    }
    if (!member.permissions().isEmpty()) {
      left.add("permissions: are " + member.permissions());
    }
    if (!siteIds.isEmpty()) {
      left.add("sites: are " + siteIds);
    }
    return left;
  }

  /** Every field that differs from the plan, without what it holds of a person. */
  List<String> differences(StaffPlan plan) {
    List<String> differing = new ArrayList<>();
    if (!member.firstName().equals(plan.firstName())) {
      differing.add("first_name: is another");
    }
    if (!member.lastName().equals(plan.lastName())) {
      differing.add("last_name: is another");
    }
    if (member.identity().primaryEmail().filter(plan.email()::equalsIgnoreCase).isEmpty()) {
      differing.add("primary_email_address: is another");
    }
    differing.addAll(grantDifferences(plan));
    differing.addAll(siteDifferences(plan));
    return differing;
  }

  /** What differs in where the member may do it. */
  List<String> siteDifferences(StaffPlan plan) {
    Set<Long> planned = siteIds(plan);
    return siteIds.equals(planned)
        ? List.of()
        : List.of("sites: are " + siteIds + ", planned " + planned);
  }

  /** What differs in what the member may do, wherever that is. */
  List<String> grantDifferences(StaffPlan plan) {
    if (member.admin()) {
      // Their permissions are left out: they may do everything.
      return List.of("is_admin: is true, planned false");
    }
    Set<String> planned = PermissionCodes.effective(plan.target().permissions());
    return PermissionCodes.effective(member.permissions()).equals(planned)
        ? List.of()
        : List.of("permissions: are " + member.permissions() + ", planned " + planned);
  }

  /**
   * @param differing one entry a field
   * @throws RuntimeException (a final {@code NOT_APPLIED}) when there is any
   */
  void requireNone(List<String> differing) {
    if (!differing.isEmpty()) {
      throw Failures.notApplied(member.id(), differing);
    }
  }
}

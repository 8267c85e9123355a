package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
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

  /** The access that a plan gives. */
  static StaffAccess access(long staffId, StaffPlan plan) {
    return new StaffAccess(staffId, false, plan.target().permissions(), List.copyOf(siteIds(plan)));
  }

  /** A snapshot from which exactly this can be given back. */
  StaffAccess access() {
    return new StaffAccess(
        member.id(),
        member.admin(),
        member.admin() ? List.of() : List.copyOf(new TreeSet<>(member.permissions())),
        List.copyOf(new TreeSet<>(siteIds)));
  }

  /** All of it that the product may change. */
  StaffSnapshot snapshot() {
    return new StaffSnapshot(
        member.firstName(),
        member.lastName(),
        member.profile().phone(),
        member.identity().primaryEmail(),
        member.identity().code(),
        member.profile().tags(),
        member.profile().image(),
        access());
  }

  boolean hasAccess() {
    return access().any();
  }

  /** What differs from a snapshot; empty when the member has exactly its access. */
  List<String> differencesFrom(StaffAccess wanted) {
    List<String> differing = new ArrayList<>();
    if (member.admin() != wanted.admin()) {
      differing.add("is_admin: is " + member.admin() + ", was " + wanted.admin());
    }
    Set<String> codes = PermissionCatalogue.effective(access().permissions());
    if (!codes.equals(PermissionCatalogue.effective(wanted.permissions()))) {
      differing.add("permissions: are " + codes + ", were " + wanted.permissions());
    }
    if (!siteIds.equals(new TreeSet<>(wanted.siteIds()))) {
      differing.add("sites: are " + siteIds + ", were " + wanted.siteIds());
    }
    return differing;
  }

  /** Whether the member may do anything, anywhere, that the plan does not hold. */
  boolean widerThan(StaffPlan plan) {
    return widerThan(access(member.id(), plan));
  }

  /** The same of a snapshot; an administrator may do everything already. */
  boolean widerThan(StaffAccess allowed) {
    boolean does =
        !allowed.admin()
            && (member.admin()
                || !PermissionCatalogue.effective(allowed.permissions())
                    .containsAll(member.permissions()));
    return does || !allowed.siteIds().containsAll(siteIds);
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
    Set<String> planned = PermissionCatalogue.effective(plan.target().permissions());
    return PermissionCatalogue.effective(member.permissions()).equals(planned)
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

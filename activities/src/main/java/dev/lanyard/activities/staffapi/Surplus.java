package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.staffapi.client.SiteDecision;
import dev.lanyard.activities.staffapi.client.StaffUpdate;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import dev.lanyard.workflows.staffapi.StaffAccess;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a write gave beyond what was asked for: nobody keeps it while a human looks into it. */
final class Surplus {

  private final StaffApi api;

  Surplus(StaffApi api) {
    this.api = api;
  }

  /**
   * Takes it back, and all access where that does not help; reads back after each.
   *
   * @return what became of it, for the failure that follows; empty when there is none
   */
  Optional<String> takeBack(ReadBack back, StaffAccess allowed, Attempt attempt) {
    if (!back.widerThan(allowed)) {
      return Optional.empty();
    }
    if (!stillWider(within(back, allowed), allowed, attempt)) {
      return Optional.of("so what was too much was taken back");
    }
    // Taking everything from an administrator is a decision of its own.
    return Optional.of(
        allowed.admin() || stillWider(StaffUpdate.revocation(), allowed, attempt)
            ? "and it could not be taken back: revoke it there now"
            : "so all access was taken back");
  }

  private boolean stillWider(StaffUpdate update, StaffAccess allowed, Attempt attempt) {
    long id = allowed.staffId();
    return api.client().update(id, update, new LeaveToWrite(attempt))
        && api.records().read(id).filter(again -> again.widerThan(allowed)).isPresent();
  }

  /** What is both there and allowed. */
  private static StaffUpdate within(ReadBack back, StaffAccess allowed) {
    Set<Long> sites = new TreeSet<>(back.siteIds());
    sites.retainAll(allowed.siteIds());
    StaffUpdate update = StaffUpdate.at(SiteDecision.exactly(sites));
    if (allowed.admin()) {
      return update;
    }
    Set<String> codes = new TreeSet<>(back.access().permissions());
    codes.retainAll(PermissionCatalogue.effective(allowed.permissions()));
    return update.admin(false).permissions(codes.stream().toList());
  }
}

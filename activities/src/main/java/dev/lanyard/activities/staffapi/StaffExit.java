package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.staffapi.client.SiteDecision;
import dev.lanyard.activities.staffapi.client.StaffUpdate;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.RestoreStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffMemberDeleted;
import dev.lanyard.workflows.staffapi.StaffMemberRestored;
import dev.lanyard.workflows.staffapi.StaffMemberRevoked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How access goes, how exactly it comes back, and how a record goes for good. */
final class StaffExit {

  /**
   * As every code of the vendor's page is made (its length is guessed). One that the page lacks is
   * given back as the API itself had named it.
   */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  private final StaffApi api;
  private final Surplus surplus;

  StaffExit(StaffApi api) {
    this.api = api;
    this.surplus = new Surplus(api);
  }

  StaffMemberRevoked revoke(RevokeStaffMember request, Attempt attempt) {
    return request.doublesToo() ? revokeAll(request, attempt) : revokeOne(request, attempt);
  }

  private StaffMemberRevoked revokeAll(RevokeStaffMember request, Attempt attempt) {
    Set<Long> ids = withDoubles(request);
    if (ids.isEmpty() && request.mayStillAppear()) {
      attempt.settle(api.settings().settleDelay());
      ids = withDoubles(request);
    }
    Optional<StaffAccess> before = Optional.empty();
    boolean written = false;
    for (long id : ids) {
      Optional<StaffAccess> now = api.records().read(id).map(ReadBack::access);
      if (now.filter(StaffAccess::any).isPresent()) {
        before = before.or(() -> now);
        written |= api.client().update(id, StaffUpdate.revocation(), new LeaveToWrite(attempt));
      }
    }
    // Only now: one that a human must look at does not leave the others with their access.
    Optional<Long> there = Optional.empty();
    for (long id : ids) {
      Optional<ReadBack> back = api.records().read(id);
      back.ifPresent(shown -> shown.requireNone(shown.accessLeft()));
      there = there.or(() -> back.map(shown -> id));
    }
    return new StaffMemberRevoked(there, written, before);
  }

  /** The known one first. */
  private Set<Long> withDoubles(RevokeStaffMember request) {
    Set<Long> ids = new LinkedHashSet<>();
    request.staffId().ifPresent(ids::add);
    ids.addAll(api.records().listing().allWithCode(request.employeeNumber()));
    return ids;
  }

  private StaffMemberRevoked revokeOne(RevokeStaffMember request, Attempt attempt) {
    Optional<ReadBack> now = leaver(request);
    if (now.isEmpty() && request.staffId().isEmpty() && request.mayStillAppear()) {
      attempt.settle(api.settings().settleDelay());
      now = leaver(request);
    }
    if (now.isEmpty()) {
      return new StaffMemberRevoked(Optional.empty(), false);
    }
    StaffAccess before = now.get().access();
    if (!before.any()) {
      return new StaffMemberRevoked(Optional.of(before.staffId()), false);
    }
    boolean written =
        api.client().update(before.staffId(), StaffUpdate.revocation(), new LeaveToWrite(attempt));
    Optional<ReadBack> back = api.records().read(before.staffId());
    back.ifPresent(there -> there.requireNone(there.accessLeft()));
    return new StaffMemberRevoked(
        back.map(there -> before.staffId()), written, Optional.of(before));
  }

  private Optional<ReadBack> leaver(RevokeStaffMember request) {
    return request
        .staffId()
        .or(() -> api.records().listing().withCode(request.employeeNumber()))
        .flatMap(api.records()::read);
  }

  StaffMemberRestored restore(RestoreStaffMember request, Attempt attempt) {
    StaffAccess wanted = request.access();
    long id = wanted.staffId();
    ReadBack now = api.records().read(id).orElseThrow(() -> Failures.notFound(id));
    // Who was found by e-mail has no code; another's code says that the record changed hands.
    if (now.member().identity().code().isPresent()
        && !now.member().identity().hasCode(request.employeeNumber().value())) {
      throw Failures.notOurs(
          "Staff member %d carries another code than %s. Look whose record it is."
              .formatted(id, request.employeeNumber()));
    }
    if (now.differencesFrom(wanted).isEmpty()) {
      return new StaffMemberRestored(id, false);
    }
    if (now.hasAccess()) {
      List<String> differing = new ArrayList<>(now.differencesFrom(wanted));
      if (attempt.mayHaveWritten()) {
        // What an earlier attempt of this was given too much.
        surplus.takeBack(now, wanted, attempt).ifPresent(differing::add);
      }
      throw Failures.stateChanged(
          "Staff member %d has access again, other than the one to restore: %s. Somebody decided anew; set it there."
              .formatted(id, String.join("; ", differing)));
    }
    requireSendable(wanted);
    if (!api.client().update(id, restoring(wanted), new LeaveToWrite(attempt))) {
      throw Failures.notFound(id);
    }
    ReadBack back = api.records().read(id).orElseThrow(() -> Failures.notFound(id));
    List<String> differing = new ArrayList<>(back.differencesFrom(wanted));
    surplus.takeBack(back, wanted, attempt).ifPresent(differing::add);
    back.requireNone(differing);
    return new StaffMemberRestored(id, true);
  }

  /** A site that was closed meanwhile, or a snapshot that somebody made by hand. */
  private void requireSendable(StaffAccess wanted) {
    List<String> problems = new ArrayList<>();
    List<String> noCodes =
        wanted.permissions().stream()
            .filter(code -> !CODE.matcher(code).matches())
            .map(code -> '"' + code + '"')
            .distinct()
            .sorted()
            .toList();
    if (!noCodes.isEmpty()) {
      problems.add("permissions: no permission codes are " + String.join(", ", noCodes));
    }
    List<Long> unknown = api.unknownSites(wanted.siteIds());
    if (!unknown.isEmpty()) {
      problems.add("sites: no sites of the company are " + Failures.ids(unknown));
    }
    if (!problems.isEmpty()) {
      throw Failures.notSent(problems);
    }
  }

  private static StaffUpdate restoring(StaffAccess wanted) {
    StaffUpdate update =
        StaffUpdate.at(SiteDecision.exactly(wanted.siteIds())).admin(wanted.admin());
    // The API lists no permissions of an administrator: there are none to give back.
    return wanted.admin() ? update : update.permissions(wanted.permissions());
  }

  StaffMemberDeleted delete(DeleteStaffMember request, Attempt attempt) {
    long id = request.staffId();
    if (!api.settings().policy().deletesLeavers()) {
      return new StaffMemberDeleted(id, false, true);
    }
    Optional<ReadBack> now = api.records().read(id);
    if (now.isEmpty()) {
      return new StaffMemberDeleted(id, false, false);
    }
    if (!now.get().member().identity().hasCode(request.employeeNumber().value())) {
      throw Failures.notOurs(
          "Staff member %d does not carry the code %s, so it is not deleted. Look whose record it is."
              .formatted(id, request.employeeNumber()));
    }
    if (now.get().hasAccess()) {
      throw Failures.stateChanged(
          "Staff member %d has access (%s): it was not revoked, or got it anew. It is not deleted. Look who decided so; revoke it there and retry, or leave it."
              .formatted(id, String.join("; ", now.get().accessLeft())));
    }
    boolean written = api.client().delete(id, new LeaveToWrite(attempt));
    if (api.records().read(id).isPresent()) {
      throw Failures.notApplied(id, List.of("it is still there after it was deleted"));
    }
    return new StaffMemberDeleted(id, written, false);
  }
}

package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.staffapi.client.SiteDecision;
import dev.lanyard.activities.staffapi.client.StaffUpdate;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.RestoreStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffFindings;
import dev.lanyard.workflows.staffapi.StaffMemberCreated;
import dev.lanyard.workflows.staffapi.StaffMemberDeleted;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import dev.lanyard.workflows.staffapi.StaffMemberRestored;
import dev.lanyard.workflows.staffapi.StaffMemberRevoked;
import dev.lanyard.workflows.staffapi.StaffMemberVerified;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffSitesAssigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The staff API's activities: look, act, read back, translate errors. */
public final class StaffApiActivitiesImpl implements StaffApiActivities {

  private final StaffApi api;
  private final Attempts attempts;
  private final StaffCreation creation;
  private final StaffDoubles doubles;
  private final StaffExit exit;
  private final Surplus surplus;

  /** One for the whole worker. */
  public StaffApiActivitiesImpl(StaffApi api, Attempts attempts) {
    this(api, attempts, RunTag::ofTemporal);
  }

  StaffApiActivitiesImpl(StaffApi api, Attempts attempts, RunTag tag) {
    this.api = api;
    this.attempts = attempts;
    this.creation = new StaffCreation(api, tag);
    this.doubles = new StaffDoubles(api, tag);
    this.exit = new StaffExit(api);
    this.surplus = new Surplus(api);
  }

  @Override
  public StaffFindings preFlight(StaffPreFlight request) {
    return PreFlightLook.withoutAsking(request, api.settings())
        .orElseGet(
            () ->
                api.ordinary(
                    () ->
                        PreFlightLook.findings(
                            request,
                            api.settings(),
                            api.sites(),
                            api.records().listing(),
                            api.records()::read)));
  }

  @Override
  public StaffMemberCreated createStaffMember(CreateStaffMember request) {
    return api.ordinary(() -> creation.create(request, attempts.current()));
  }

  @Override
  public StaffSitesAssigned assignStaffSites(AssignStaffSites request) {
    return api.ordinary(() -> assign(request, attempts.current()));
  }

  private StaffSitesAssigned assign(AssignStaffSites request, Attempt attempt) {
    StaffPlan plan = request.plan();
    ReadBack now = api.records().owned(request.staffId(), request.employeeNumber());
    StaffAccess allowed = ReadBack.access(request.staffId(), plan);
    // The update carries the permissions too: it must not give back what somebody took.
    List<String> others = new ArrayList<>(now.grantDifferences(plan));
    if (!others.isEmpty() && attempt.mayHaveWritten()) {
      // What an earlier attempt of this was given too much.
      surplus.takeBack(now, allowed, attempt).ifPresent(others::add);
    }
    now.requireNone(others);
    if (now.siteDifferences(plan).isEmpty()) {
      return new StaffSitesAssigned(false, List.copyOf(now.siteIds()));
    }
    List<Long> unknown = api.unknownSites(ReadBack.siteIds(plan));
    if (!unknown.isEmpty()) {
      throw Failures.notSent(
          List.of("sites: no sites of the company are " + Failures.ids(unknown)));
    }
    StaffUpdate update =
        StaffUpdate.at(SiteDecision.exactly(ReadBack.siteIds(plan)))
            .admin(false)
            .permissions(plan.target().permissions());
    if (!api.client().update(request.staffId(), update, new LeaveToWrite(attempt))) {
      throw Failures.notFound(request.staffId());
    }
    ReadBack back = api.records().owned(request.staffId(), request.employeeNumber());
    List<String> differing = new ArrayList<>(back.grantDifferences(plan));
    differing.addAll(back.siteDifferences(plan));
    if (!back.access().equals(now.access())) {
      surplus.takeBack(back, allowed, attempt).ifPresent(differing::add);
    }
    back.requireNone(differing);
    return new StaffSitesAssigned(true, List.copyOf(back.siteIds()));
  }

  @Override
  public StaffMemberVerified verify(ExpectedStaffMember expected) {
    return expected
        .plan()
        .map(plan -> api.ordinary(() -> verified(expected, plan)))
        .orElseGet(() -> api.revocation(() -> verifiedWithoutAccess(expected)));
  }

  private StaffMemberVerified verified(ExpectedStaffMember expected, StaffPlan plan) {
    ReadBack back = api.records().owned(expected.staffId(), expected.employeeNumber());
    back.requireNone(back.differences(plan));
    List<Long> removed =
        doubles.removeBeside(expected.staffId(), expected.employeeNumber(), attempts.current());
    return new StaffMemberVerified(
        true, List.copyOf(back.member().permissions()), List.copyOf(back.siteIds()), removed);
  }

  private StaffMemberVerified verifiedWithoutAccess(ExpectedStaffMember expected) {
    long staffId = expected.staffId();
    Optional<ReadBack> back = api.records().read(staffId);
    back.ifPresent(there -> there.requireNone(there.accessLeft()));
    // A second record of the leaver, which a late create may have left, would keep its access.
    for (long other : api.records().listing().allWithCode(expected.employeeNumber())) {
      if (other != staffId && api.records().read(other).filter(ReadBack::hasAccess).isPresent()) {
        throw Failures.notOurs(
            "Staff member %d has no access; staff member %d carries the code %s too and has. Revoke that one there, and retry."
                .formatted(staffId, other, expected.employeeNumber()));
      }
    }
    return new StaffMemberVerified(back.isPresent(), List.of(), List.of());
  }

  @Override
  public StaffMemberLocated locate(LocateStaffMember request) {
    return api.revocation(() -> Leaver.locate(api.records(), request));
  }

  @Override
  public StaffMemberRevoked revokeStaffMember(RevokeStaffMember request) {
    return api.revocation(() -> exit.revoke(request, attempts.current()));
  }

  @Override
  public StaffMemberRestored restoreStaffMember(RestoreStaffMember request) {
    return api.ordinary(() -> exit.restore(request, attempts.current()));
  }

  @Override
  public StaffMemberDeleted deleteStaffMember(DeleteStaffMember request) {
    return api.ordinary(() -> exit.delete(request, attempts.current()));
  }
}

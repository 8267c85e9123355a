package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.EmployeeNumber;
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
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffSitesAssigned;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The staff API as a map of members, with failures that a test puts in front of a method. */
public final class RememberingStaffApi implements StaffApiActivities {

  /** One member as it stands. */
  public record Member(
      long id,
      EmployeeNumber code,
      String email,
      boolean access,
      String firstName,
      String lastName,
      String phone,
      List<String> permissions,
      List<Long> siteIds) {

    /** The quickstart's Jane Doe, with the access of her hire or with none. */
    public Member(long id, EmployeeNumber code, String email, boolean access) {
      this(
          id,
          code,
          email,
          access,
          "Jane",
          "Doe",
          "6155551234",
          access ? List.of("FinishSale", "PosPermission") : List.of(),
          access ? List.of(921L) : List.of());
    }

    Member with(List<String> nowPermissions, List<Long> nowSites) {
      return new Member(
          id,
          code,
          email,
          !nowPermissions.isEmpty() || !nowSites.isEmpty(),
          firstName,
          lastName,
          phone,
          nowPermissions,
          nowSites);
    }

    StaffAccess snapshot() {
      return new StaffAccess(id, false, permissions, siteIds);
    }
  }

  public final Map<Long, Member> members = new ConcurrentHashMap<>();
  public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  public final FailuresAhead failures = new FailuresAhead();
  public volatile boolean applicable = true;
  private final AtomicLong nextId = new AtomicLong(9000);

  private final Journal journal;

  public RememberingStaffApi(Journal journal) {
    this.journal = journal;
  }

  @Override
  public StaffFindings preFlight(StaffPreFlight request) {
    begin("preFlight");
    return new StaffFindings(
        applicable,
        List.of(),
        List.of(),
        applicable
            ? Optional.of(
                new StaffTarget(
                    request.siteNames().stream().map(RememberingStaffApi::site).toList(),
                    List.of("FinishSale", "PosPermission"),
                    byCode(request.employeeNumber())
                        .map(Member::id)
                        .filter(id -> request.rehire())))
            : Optional.empty());
  }

  /** A name that is not known here is another label of the first site. */
  private static StaffSite site(String name) {
    long id = RememberingStaffRecords.SITES.getOrDefault(name, 921L);
    return new StaffSite(id, id == 921 ? "Wash 37135" : name);
  }

  @Override
  public StaffMemberCreated createStaffMember(CreateStaffMember request) {
    begin("createStaffMember");
    Optional<Member> mine = byCode(request.employeeNumber());
    if (mine.isPresent()) {
      return new StaffMemberCreated(mine.get().id(), true);
    }
    long id = nextId.incrementAndGet();
    StaffPlan plan = request.plan();
    members.put(
        id,
        new Member(
            id,
            request.employeeNumber(),
            plan.email(),
            true,
            plan.firstName(),
            plan.lastName(),
            plan.phone().orElse(""),
            plan.target().permissions(),
            plan.target().sites().stream().map(StaffSite::id).toList()));
    failures.afterActing("createStaffMember");
    return new StaffMemberCreated(id, false);
  }

  @Override
  public StaffSitesAssigned assignStaffSites(AssignStaffSites request) {
    begin("assignStaffSites");
    return new StaffSitesAssigned(false, List.of(921L));
  }

  @Override
  public StaffMemberVerified verify(ExpectedStaffMember expected) {
    begin("verify");
    Optional<Member> found = Optional.ofNullable(members.get(expected.staffId()));
    if (found.filter(Member::access).isPresent() != expected.plan().isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure("permissions", FailureTypes.NOT_APPLIED);
    }
    return new StaffMemberVerified(found.isPresent(), List.of(), List.of());
  }

  @Override
  public StaffMemberLocated locate(LocateStaffMember request) {
    begin("locate");
    Optional<Member> found =
        byCode(request.employeeNumber())
            .or(
                () ->
                    members.values().stream()
                        .filter(
                            member -> request.email().filter(member.email()::equals).isPresent())
                        .findFirst());
    return new StaffMemberLocated(
        found.map(Member::id),
        found.filter(Member::access).isPresent(),
        "code",
        found.map(Member::snapshot));
  }

  @Override
  public StaffMemberRevoked revokeStaffMember(RevokeStaffMember request) {
    begin("revokeStaffMember");
    Optional<Member> found =
        request.staffId().map(members::get).or(() -> byCode(request.employeeNumber()));
    found.ifPresent(was -> members.put(was.id(), was.with(List.of(), List.of())));
    failures.afterActing("revokeStaffMember");
    return new StaffMemberRevoked(found.map(Member::id), found.filter(Member::access).isPresent());
  }

  @Override
  public StaffMemberRestored restoreStaffMember(RestoreStaffMember request) {
    begin("restoreStaffMember");
    Member was = members.get(request.access().staffId());
    if (was == null) {
      throw ApplicationFailure.newNonRetryableFailure(
          "there is none", FailureTypes.STAFF_MEMBER_NOT_FOUND);
    }
    if (was.access() && !was.snapshot().equals(request.access())) {
      throw ApplicationFailure.newNonRetryableFailure("access", FailureTypes.STATE_CHANGED);
    }
    members.put(was.id(), was.with(request.access().permissions(), request.access().siteIds()));
    failures.afterActing("restoreStaffMember");
    return new StaffMemberRestored(was.id(), !was.access());
  }

  @Override
  public StaffMemberDeleted deleteStaffMember(DeleteStaffMember request) {
    begin("deleteStaffMember");
    Member was = members.get(request.staffId());
    if (was != null && was.access()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "the member has access", FailureTypes.STATE_CHANGED);
    }
    return new StaffMemberDeleted(
        request.staffId(), members.remove(request.staffId()) != null, false);
  }

  public Optional<Member> byCode(EmployeeNumber code) {
    return members.values().stream().filter(member -> member.code().equals(code)).findFirst();
  }

  public long withAccess() {
    return members.values().stream().filter(Member::access).count();
  }

  private void begin(String method) {
    calls.add(method);
    journal.enter("staffApi." + method);
    failures.before(method);
  }
}

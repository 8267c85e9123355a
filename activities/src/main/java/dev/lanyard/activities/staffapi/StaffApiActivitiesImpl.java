package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Failures.translated;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.staffapi.client.NewStaffMember;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.activities.staffapi.client.StaffUpdate;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffFindings;
import dev.lanyard.workflows.staffapi.StaffMemberCreated;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import dev.lanyard.workflows.staffapi.StaffMemberRevoked;
import dev.lanyard.workflows.staffapi.StaffMemberVerified;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffSitesAssigned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The staff API's activities: look, act, read back, translate errors. */
public final class StaffApiActivitiesImpl implements StaffApiActivities {

  private final StaffApiSettings settings;
  private final Attempts attempts;
  private final StaffApiClient client;
  private final StaffRecords records;

  private StaffApiActivitiesImpl(
      StaffApiSettings settings, Attempts attempts, StaffApiClient client) {
    this.settings = settings;
    this.attempts = attempts;
    this.client = client;
    this.records = new StaffRecords(client);
  }

  /** One for the whole worker: it holds the connections. */
  public static StaffApiActivitiesImpl create(StaffApiSettings settings, Attempts attempts) {
    StaffApiClient client =
        new StaffApiClient(
            settings.origin(),
            new BasicAuthorization(settings.credentials()),
            settings.companyId(),
            settings.httpTimeout(),
            Clock.systemUTC());
    return new StaffApiActivitiesImpl(settings, attempts, client);
  }

  @Override
  public StaffFindings preFlight(StaffPreFlight request) {
    if (!settings.givesAccount(request.hire().permissionTemplate())) {
      return PreFlightLook.NOT_APPLICABLE;
    }
    return translated(
        () -> PreFlightLook.findings(request, settings, client.sites(), records.listing()));
  }

  @Override
  public StaffMemberCreated createStaffMember(CreateStaffMember request) {
    return translated(() -> create(request, attempts.current()));
  }

  private StaffMemberCreated create(CreateStaffMember request, Attempt attempt) {
    Optional<ReadBack> there = adoptable(request);
    if (there.isEmpty() && attempt.number() > 1) {
      attempt.settle(settings.settleDelay());
      there = adoptable(request);
    }
    if (there.isPresent()) {
      return new StaffMemberCreated(asPlanned(there.get(), request), true);
    }
    attempt.requireTimeToWrite();
    Optional<Long> id = client.create(body(request));
    Optional<ReadBack> made = made(id, request);
    if (made.isEmpty()) {
      // Whoever retries this by hand must not be told too early that it came to nothing.
      attempt.settle(settings.settleDelay());
      made = made(id, request);
    }
    ReadBack back = made.orElseThrow(Failures::notCreated);
    takeBackIfWider(back, request, attempt);
    if (attempt.number() > 1) {
      // The lost write may have come after all: two with our code are for a human.
      records.listing().requireAtMostOne(request.employeeNumber());
    }
    return new StaffMemberCreated(asPlanned(back, request), false);
  }

  /** Nobody keeps more than was approved while a human looks into it. */
  private void takeBackIfWider(ReadBack back, CreateStaffMember request, Attempt attempt) {
    if (back.widerThan(request.plan())) {
      attempt.requireTimeToWrite();
      boolean taken = client.update(back.member().id(), StaffUpdate.revocation());
      List<String> differing = new ArrayList<>(back.differences(request.plan()));
      differing.add(taken ? "so all access was taken back" : "and it is gone now");
      back.requireNone(differing);
    }
  }

  /** The one with our code; an e-mail address without it is in the way. */
  private Optional<ReadBack> adoptable(CreateStaffMember request) {
    Listing listing = records.listing();
    Optional<Long> ours = listing.withCode(request.employeeNumber());
    List<Long> sameEmail = listing.withEmail(request.plan().email());
    if (ours.isEmpty() && !sameEmail.isEmpty()) {
      throw Failures.notOurs(
          "The e-mail address is that of staff member %s, without the code %s. Delete it there, or amend the hire."
              .formatted(Failures.ids(sameEmail), request.employeeNumber()));
    }
    return ours.flatMap(records::read);
  }

  private Optional<ReadBack> made(Optional<Long> id, CreateStaffMember request) {
    return id.or(() -> records.listing().withCode(request.employeeNumber())).flatMap(records::read);
  }

  private static long asPlanned(ReadBack back, CreateStaffMember request) {
    List<String> differing = new ArrayList<>(back.differences(request.plan()));
    if (!back.member().identity().hasCode(request.employeeNumber().value())) {
      differing.add("code: is another");
    }
    back.requireNone(differing);
    return back.member().id();
  }

  private static NewStaffMember body(CreateStaffMember request) {
    StaffPlan plan = request.plan();
    return new NewStaffMember(
        plan.firstName(),
        plan.lastName(),
        plan.email(),
        plan.phone(),
        request.employeeNumber().value(),
        plan.target().permissions(),
        List.copyOf(ReadBack.siteIds(plan)));
  }

  @Override
  public StaffSitesAssigned assignStaffSites(AssignStaffSites request) {
    return translated(() -> assign(request, attempts.current()));
  }

  private StaffSitesAssigned assign(AssignStaffSites request, Attempt attempt) {
    StaffPlan plan = request.plan();
    ReadBack now = records.owned(request.staffId(), request.employeeNumber());
    // The update carries the permissions too: it must not give back what somebody took.
    now.requireNone(now.grantDifferences(plan));
    if (now.siteDifferences(plan).isEmpty()) {
      return new StaffSitesAssigned(false, List.copyOf(now.siteIds()));
    }
    attempt.requireTimeToWrite();
    StaffUpdate update =
        new StaffUpdate(plan.target().permissions(), List.copyOf(ReadBack.siteIds(plan)));
    if (!client.update(request.staffId(), update)) {
      throw Failures.notFound(request.staffId());
    }
    ReadBack back = records.owned(request.staffId(), request.employeeNumber());
    List<String> differing = new ArrayList<>(back.grantDifferences(plan));
    differing.addAll(back.siteDifferences(plan));
    back.requireNone(differing);
    return new StaffSitesAssigned(true, List.copyOf(back.siteIds()));
  }

  @Override
  public StaffMemberVerified verify(ExpectedStaffMember expected) {
    return translated(
        () ->
            expected
                .plan()
                .map(plan -> verified(expected, plan))
                .orElseGet(() -> verifiedWithoutAccess(expected.staffId())));
  }

  private StaffMemberVerified verified(ExpectedStaffMember expected, StaffPlan plan) {
    ReadBack back = records.owned(expected.staffId(), expected.employeeNumber());
    back.requireNone(back.differences(plan));
    return new StaffMemberVerified(
        true, List.copyOf(back.member().permissions()), List.copyOf(back.siteIds()));
  }

  private StaffMemberVerified verifiedWithoutAccess(long staffId) {
    Optional<ReadBack> back = records.read(staffId);
    back.ifPresent(there -> there.requireNone(there.accessLeft()));
    return new StaffMemberVerified(back.isPresent(), List.of(), List.of());
  }

  @Override
  public StaffMemberLocated locate(LocateStaffMember request) {
    return translated(
        () ->
            request
                .staffId()
                .flatMap(id -> located(id, request, "id"))
                .or(() -> locatedInLists(request))
                .orElseGet(() -> new StaffMemberLocated(Optional.empty(), false, "")));
  }

  private Optional<StaffMemberLocated> locatedInLists(LocateStaffMember request) {
    Listing listing = records.listing();
    return listing
        .withCode(request.employeeNumber())
        .flatMap(id -> located(id, request, "code"))
        .or(
            () ->
                Leaver.byEmail(listing, request)
                    .flatMap(records::read)
                    .map(back -> Leaver.agreeing(back, request))
                    .map(back -> located(back, "email")));
  }

  private Optional<StaffMemberLocated> located(long id, LocateStaffMember request, String foundBy) {
    return records
        .read(id)
        .map(back -> Leaver.named(back, request))
        .map(back -> located(back, foundBy));
  }

  private static StaffMemberLocated located(ReadBack back, String foundBy) {
    return new StaffMemberLocated(Optional.of(back.member().id()), back.hasAccess(), foundBy);
  }

  @Override
  public StaffMemberRevoked revokeStaffMember(RevokeStaffMember request) {
    return translated(() -> revoke(request, attempts.current()));
  }

  private StaffMemberRevoked revoke(RevokeStaffMember request, Attempt attempt) {
    Optional<ReadBack> now = leaver(request);
    if (now.isEmpty() && request.staffId().isEmpty() && request.mayStillAppear()) {
      attempt.settle(settings.settleDelay());
      now = leaver(request);
    }
    if (now.isEmpty()) {
      return new StaffMemberRevoked(Optional.empty(), false);
    }
    long id = now.get().member().id();
    if (!now.get().hasAccess()) {
      return new StaffMemberRevoked(Optional.of(id), false);
    }
    attempt.requireTimeToWrite();
    boolean written = client.update(id, StaffUpdate.revocation());
    Optional<ReadBack> back = records.read(id);
    back.ifPresent(there -> there.requireNone(there.accessLeft()));
    return new StaffMemberRevoked(back.map(there -> id), written);
  }

  private Optional<ReadBack> leaver(RevokeStaffMember request) {
    return request
        .staffId()
        .or(() -> records.listing().withCode(request.employeeNumber()))
        .flatMap(records::read);
  }
}

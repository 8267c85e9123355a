package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.staffapi.client.NewStaffMember;
import dev.lanyard.activities.staffapi.client.SiteDecision;
import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.activities.staffapi.client.StaffUpdate;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberCreated;
import dev.lanyard.workflows.staffapi.StaffPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One staff member for one person, and one invitation as far as that is in our hands. */
final class StaffCreation {

  private final StaffApi api;
  private final RunTag tag;
  private final StaffDoubles doubles;

  StaffCreation(StaffApi api, RunTag tag) {
    this.api = api;
    this.tag = tag;
    this.doubles = new StaffDoubles(api, tag);
  }

  StaffMemberCreated create(CreateStaffMember request, Attempt attempt) {
    NewStaffMember body = body(request);
    requireSendable(body, request.plan());
    Optional<ReadBack> there = adoptable(request, attempt);
    if (there.isEmpty() && attempt.mayHaveWritten()) {
      attempt.settle(api.settings().settleDelay());
      there = adoptable(request, attempt);
    }
    if (there.isPresent()) {
      if (doubles.isOurs(there.get(), request.employeeNumber())) {
        takeBackIfWider(there.get(), request, attempt);
      }
      return new StaffMemberCreated(asPlanned(there.get(), request), true);
    }
    Optional<Long> id = api.client().create(body, new LeaveToWrite(attempt));
    Optional<ReadBack> made = made(id, request);
    if (made.isEmpty()) {
      // Whoever retries this by hand must not be told too early that it came to nothing.
      attempt.settle(api.settings().settleDelay());
      made = made(id, request);
    }
    ReadBack back = made.orElseThrow(Failures::notCreated);
    takeBackIfWider(back, request, attempt);
    if (attempt.mayHaveWritten()) {
      // The lost write may have come after all.
      doubles.removeBeside(back.member().id(), request.employeeNumber(), attempt);
    }
    return new StaffMemberCreated(asPlanned(back, request), false);
  }

  private void requireSendable(NewStaffMember body, StaffPlan plan) {
    List<String> problems = new ArrayList<>(body.problems());
    List<Long> unknown = api.unknownSites(ReadBack.siteIds(plan));
    if (!unknown.isEmpty()) {
      problems.add("sites: no sites of the company are " + Failures.ids(unknown));
    }
    if (!problems.isEmpty()) {
      throw Failures.notSent(problems);
    }
  }

  /** Nobody keeps more than was approved while a human looks into it. */
  private void takeBackIfWider(ReadBack back, CreateStaffMember request, Attempt attempt) {
    if (back.widerThan(request.plan()) && isWhatWasAsked(back, request)) {
      boolean taken =
          api.client()
              .update(back.member().id(), StaffUpdate.revocation(), new LeaveToWrite(attempt));
      List<String> differing = new ArrayList<>(back.differences(request.plan()));
      differing.add(taken ? "so all access was taken back" : "and it is gone now");
      back.requireNone(differing);
    }
  }

  /**
   * A server that names a stranger's record as the new one must not cost the stranger its access.
   */
  private boolean isWhatWasAsked(ReadBack back, CreateStaffMember request) {
    StaffMember member = back.member();
    return member.identity().hasCode(request.employeeNumber().value())
        || member.profile().tags().contains(tag.current())
        || member.identity().hasEmail(request.plan().email());
  }

  /** The one with our code; an e-mail address without it is in the way. */
  private Optional<ReadBack> adoptable(CreateStaffMember request, Attempt attempt) {
    Listing listing = api.records().listing();
    doubles.removeAllButFirst(listing, request.employeeNumber(), attempt);
    Optional<Long> ours = listing.allWithCode(request.employeeNumber()).stream().findFirst();
    List<Long> sameEmail = listing.withEmail(request.plan().email());
    if (ours.isEmpty() && !sameEmail.isEmpty()) {
      throw Failures.notOurs(
          "The e-mail address is that of staff member %s, without the code %s. Delete it there, or amend the hire."
              .formatted(Failures.ids(sameEmail), request.employeeNumber()));
    }
    return ours.flatMap(api.records()::read);
  }

  private Optional<ReadBack> made(Optional<Long> id, CreateStaffMember request) {
    return id.or(() -> api.records().listing().withCode(request.employeeNumber()))
        .flatMap(api.records()::read);
  }

  private static long asPlanned(ReadBack back, CreateStaffMember request) {
    List<String> differing = new ArrayList<>(back.differences(request.plan()));
    if (!back.member().identity().hasCode(request.employeeNumber().value())) {
      differing.add("code: is another");
    }
    back.requireNone(differing);
    return back.member().id();
  }

  private NewStaffMember body(CreateStaffMember request) {
    StaffPlan plan = request.plan();
    return new NewStaffMember(
        plan.firstName(),
        plan.lastName(),
        plan.email(),
        plan.phone(),
        request.employeeNumber().value(),
        plan.target().permissions(),
        SiteDecision.exactly(ReadBack.siteIds(plan)),
        List.of(tag.current()),
        Optional.empty());
  }
}

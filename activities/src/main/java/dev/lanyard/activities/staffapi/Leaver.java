package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import java.util.List;
import java.util.Optional;

/** Finds a leaver, and says when an e-mail address is proof enough that it is the one. */
final class Leaver {

  private Leaver() {}

  /** By the known id, else by code, else by e-mail address. */
  static StaffMemberLocated locate(StaffRecords records, LocateStaffMember request) {
    return request
        .staffId()
        .flatMap(id -> located(records, id, request, "id"))
        .or(() -> locatedInLists(records, request))
        .orElseGet(() -> new StaffMemberLocated(Optional.empty(), false, ""));
  }

  private static Optional<StaffMemberLocated> locatedInLists(
      StaffRecords records, LocateStaffMember request) {
    Listing listing = records.listing();
    return listing
        .withCode(request.employeeNumber())
        .flatMap(id -> located(records, id, request, "code"))
        .or(
            () ->
                byEmail(listing, request)
                    .flatMap(records::read)
                    .map(back -> agreeing(back, request))
                    .map(back -> located(back, "email")));
  }

  private static Optional<StaffMemberLocated> located(
      StaffRecords records, long id, LocateStaffMember request, String foundBy) {
    return records.read(id).map(back -> named(back, request)).map(back -> located(back, foundBy));
  }

  private static StaffMemberLocated located(ReadBack back, String foundBy) {
    return new StaffMemberLocated(
        Optional.of(back.member().id()), back.hasAccess(), foundBy, Optional.of(back.access()));
  }

  /**
   * @throws RuntimeException (a final {@code NOT_OURS}) when several have the address
   */
  private static Optional<Long> byEmail(Listing listing, LocateStaffMember request) {
    List<Long> same = request.email().map(listing::withEmail).orElse(List.of());
    if (same.size() > 1) {
      throw Failures.notOurs(
          "Staff members %s share the leaver's e-mail address; revoke the right one there."
              .formatted(Failures.ids(same)));
    }
    return same.stream().findFirst();
  }

  /**
   * The same record, when its last name agrees. Where no last name is known, a code that is not the
   * leaver's is taken for another person's.
   *
   * @throws RuntimeException (a final {@code NOT_OURS}) when it does not agree
   */
  private static ReadBack agreeing(ReadBack back, LocateStaffMember request) {
    StaffMember member = back.member();
    boolean agrees =
        request
            .lastName()
            .map(name -> name.strip().equalsIgnoreCase(member.lastName().strip()))
            .orElse(member.identity().code().isEmpty());
    if (!agrees) {
      throw Failures.notOurs(
          "Staff member %d has the leaver's e-mail address, and another %s; revoke it there if it is the leaver's."
              .formatted(member.id(), request.lastName().isPresent() ? "last name" : "code"));
    }
    return back;
  }

  /**
   * A record that was found by id or code. A last name that was given guards it too: it says that
   * the POS user ID, by which the person was looked up, may be mistyped.
   *
   * @throws RuntimeException (a final {@code NOT_OURS}) when it does not agree
   */
  private static ReadBack named(ReadBack back, LocateStaffMember request) {
    String lastName = back.member().lastName().strip();
    if (request.lastName().filter(name -> !name.strip().equalsIgnoreCase(lastName)).isPresent()) {
      throw Failures.notOurs(
          "Staff member %d has another last name than the one given. Check who was meant; nothing was changed."
              .formatted(back.member().id()));
    }
    return back;
  }
}

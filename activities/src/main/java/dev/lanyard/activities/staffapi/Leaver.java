package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import java.util.List;
import java.util.Optional;

/** When an e-mail address is proof enough that a staff member is the leaver. */
final class Leaver {

  private Leaver() {}

  /**
   * @throws RuntimeException (a final {@code NOT_OURS}) when several have the address
   */
  static Optional<Long> byEmail(Listing listing, LocateStaffMember request) {
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
  static ReadBack agreeing(ReadBack back, LocateStaffMember request) {
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
  static ReadBack named(ReadBack back, LocateStaffMember request) {
    String lastName = back.member().lastName().strip();
    if (request.lastName().filter(name -> !name.strip().equalsIgnoreCase(lastName)).isPresent()) {
      throw Failures.notOurs(
          "Staff member %d has another last name than the one given. Check who was meant; nothing was changed."
              .formatted(back.member().id()));
    }
    return back;
  }
}

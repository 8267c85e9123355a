package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What the staff API has of the hired person from before. One person has one staff member, and the
 * code is what ties it to the person, whatever became of the Backoffice record: a single member
 * that carries the employee number, has no access and bears the last name is given access again.
 * Anything less is for a human to look into.
 *
 * @param id of the person's own member; absent: there is none, or it is not known whose it is
 */
record FormerMember(Optional<Long> id, List<Finding> problems) {

  static FormerMember of(
      StaffPreFlight request, Listing listing, LongFunction<Optional<ReadBack>> read) {
    List<Long> carryIt =
        listing.allWithCode(request.employeeNumber()).stream()
            .filter(id -> request.own().filter(id::equals).isEmpty())
            .toList();
    boolean beside = request.own().isPresent() || carryIt.size() > 1;
    if (beside || carryIt.isEmpty()) {
      return new FormerMember(
          Optional.empty(),
          carryIt.stream()
              .map(id -> present(request, id, "; delete it or clear its code."))
              .toList());
    }
    long id = carryIt.get(0);
    Optional<String> doubt = request.rehire() ? Optional.empty() : doubt(request, read.apply(id));
    return doubt
        .map(words -> new FormerMember(Optional.empty(), List.of(present(request, id, words))))
        .orElseGet(() -> new FormerMember(Optional.of(id), List.of()));
  }

  /** Backoffice has not said who it is: the record itself must. */
  private static Optional<String> doubt(StaffPreFlight request, Optional<ReadBack> found) {
    if (found.filter(ReadBack::hasAccess).isPresent()) {
      return Optional.of(
          " and has access. Look whose it is: if it is the same person's, revoke it there and"
              + " retry; else clear its code.");
    }
    String lastName = request.hire().lastName().strip();
    boolean sameName =
        found.filter(one -> one.member().lastName().strip().equalsIgnoreCase(lastName)).isPresent();
    return sameName
        ? Optional.empty()
        : Optional.of(
            " and has another last name. If it is the same person, set the new name there and"
                + " retry; else clear its code.");
  }

  private static Finding present(StaffPreFlight request, long id, String remedy) {
    return new Finding(
        "STAFF_CODE_PRESENT",
        "employeeNumber",
        "Staff member %d already carries the code %s%s"
            .formatted(id, request.employeeNumber(), remedy));
  }
}

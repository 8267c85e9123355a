package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffIdentity;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everybody whom the company's lists show, each once. */
record Listing(List<Entry> entries) {

  /**
   * @param identity never abridged
   */
  record Entry(long id, StaffIdentity identity) {}

  /**
   * The one staff member with exactly this code.
   *
   * @throws RuntimeException (a final {@code NOT_OURS}) when several carry it
   */
  Optional<Long> withCode(EmployeeNumber employeeNumber) {
    List<Long> ids = allWithCode(employeeNumber);
    if (ids.size() > 1) {
      throw Failures.notOurs(
          "Staff members %s all carry the code %s; clear it on all but the right one."
              .formatted(Failures.ids(ids), employeeNumber));
    }
    return ids.stream().findFirst();
  }

  /** Ascending, so the oldest first. */
  List<Long> allWithCode(EmployeeNumber employeeNumber) {
    return ids(identity -> identity.hasCode(employeeNumber.value()));
  }

  List<Long> withEmail(String email) {
    return ids(identity -> identity.hasEmail(email));
  }

  private List<Long> ids(Predicate<StaffIdentity> predicate) {
    return entries.stream()
        .filter(entry -> predicate.test(entry.identity()))
        .map(Entry::id)
        .sorted()
        .toList();
  }
}

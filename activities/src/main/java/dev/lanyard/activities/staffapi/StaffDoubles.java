package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Second staff members of one person, which a create that was given up may leave when it comes late
 * after all. One is deleted only where its code and its tag prove that this run made it.
 */
final class StaffDoubles {

  private final StaffApi api;
  private final RunTag tag;

  StaffDoubles(StaffApi api, RunTag tag) {
    this.api = api;
    this.tag = tag;
  }

  /**
   * Leaves only this one with the employee number as its code.
   *
   * @return the ids that were deleted, each read back as gone
   * @throws RuntimeException (a final {@code NOT_OURS}) before any is deleted, when one is not
   *     provably this run's
   */
  List<Long> removeBeside(long kept, EmployeeNumber employeeNumber, Attempt attempt) {
    Set<Long> all = new TreeSet<>(api.records().listing().allWithCode(employeeNumber));
    all.add(kept);
    return remove(all, kept, employeeNumber, attempt);
  }

  /** The same of a list that was read already; keeps the oldest. */
  List<Long> removeAllButFirst(Listing listing, EmployeeNumber employeeNumber, Attempt attempt) {
    List<Long> all = listing.allWithCode(employeeNumber);
    return all.size() < 2 ? List.of() : remove(all, all.get(0), employeeNumber, attempt);
  }

  private List<Long> remove(
      Collection<Long> all, long kept, EmployeeNumber employeeNumber, Attempt attempt) {
    List<Long> ours = new ArrayList<>();
    for (long id : all) {
      Optional<ReadBack> back = id == kept ? Optional.empty() : api.records().read(id);
      if (back.isPresent()) {
        if (!isOurs(back.get(), employeeNumber)) {
          throw Failures.notOurs(
              "Staff members %s all carry the code %s, and nothing proves that this run made staff member %d. Look which one is right, and clear the code of the others."
                  .formatted(Failures.ids(all), employeeNumber, id));
        }
        ours.add(id);
      }
    }
    for (long id : ours) {
      api.client().delete(id, new LeaveToWrite(attempt));
      if (api.records().read(id).isPresent()) {
        throw Failures.notApplied(id, List.of("it is still there after it was deleted"));
      }
    }
    return List.copyOf(ours);
  }

  /** Whether this run made it. */
  boolean isOurs(ReadBack back, EmployeeNumber employeeNumber) {
    return back.member().identity().hasCode(employeeNumber.value())
        && back.member().profile().tags().contains(tag.current());
  }
}

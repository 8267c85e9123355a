package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.hr.Termination;
import java.util.Optional;

/**
 * The last name that a leaver's records must have. A newer termination of the same person corrects
 * it, so that a mistyped one does not keep the right one waiting behind a parked step.
 */
final class NameGuard {

  private Optional<String> lastName;
  private int corrections;

  NameGuard(Termination termination) {
    lastName = termination == null ? Optional.empty() : termination.lastName();
  }

  /** Signal handler: what is parked looks again. */
  void correct(Termination newer) {
    if (!newer.lastName().equals(lastName)) {
      lastName = newer.lastName();
      corrections++;
    }
  }

  Optional<String> lastName() {
    return lastName;
  }

  /** How often it was corrected so far. */
  int corrections() {
    return corrections;
  }
}
